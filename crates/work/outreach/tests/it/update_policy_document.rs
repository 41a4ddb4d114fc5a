//! `PATCH /policy-documents/{id}`

use crate::TestApp;
use crate::city::{campaign_in, document_in, id_of, issue, set_up};
use serde_json::json;

#[tokio::test]
async fn name_and_campaign_change_and_nothing_that_a_fact_carries() {
    let app = TestApp::new().await;
    set_up(&app, campaign_in("XD-1")).await;
    let issued = issue(&app, document_in("1号")).await;
    let path = format!("/policy-documents/{}", id_of(&issued));
    let change = json!({ "name": "新名", "campaign": "XD-1" });
    let changed = app.as_bureau().patch(&path, change).await.ok(200);
    assert_eq!(changed["name"], "新名");
    assert_eq!(changed["campaign"]["code"], "XD-1");
    assert_eq!(changed["fact_seq"], issued["fact_seq"]);
    let found = app
        .as_bureau()
        .get("/policy-documents?q=新名")
        .await
        .ok(200);
    assert_eq!(found["total"], 1);
    let off = app
        .as_bureau()
        .patch(&path, json!({ "campaign": "" }))
        .await
        .ok(200);
    assert_eq!(off["campaign"], json!(null));
    let refused = app
        .as_bureau()
        .patch(&path, json!({ "nature": "policy" }))
        .await;
    refused.refused_fields(&[("nature", "field.unknown")]);
    let refused = app
        .as_bureau()
        .patch(&path, json!({ "campaign": "XD-9" }))
        .await;
    refused.refused_fields(&[("campaign", "policy_documents.campaign_unknown")]);
    let reader = app.as_reader().patch(&path, json!({ "name": "x" })).await;
    reader.refused(403, "session.permission_missing");
}
