//! `POST /policy-documents/{id}/reversal`

use crate::TestApp;
use crate::city::{document_in, figure, id_of, issue};
use serde_json::json;

#[tokio::test]
async fn a_document_taken_back_leaves_the_figure_and_frees_its_number() {
    let app = TestApp::new().await;
    let issued = issue(&app, document_in("1号")).await;
    let path = format!("/policy-documents/{}", id_of(&issued));
    let back = format!("{path}/reversal");
    let blank = app.as_bureau().post(&back, json!({ "reason": " " })).await;
    blank.refused(422, "policy_documents.no_reason");
    let reason = json!({ "reason": "误登记" });
    let reader = app.as_reader().post(&back, reason.clone()).await;
    reader.refused(403, "session.permission_missing");
    let reversed = app.as_bureau().post(&back, reason.clone()).await.ok(200);
    assert_eq!(reversed["reversed"], true);
    assert_eq!(reversed["reversal_reason"], "误登记");
    assert_eq!(figure(&app, "campaign_policy_documents").await, 0);
    let again = app.as_bureau().post(&back, reason).await;
    again.refused(409, "policy_documents.already_reversed");
    let patched = app
        .as_bureau()
        .patch(&path, json!({ "name": "另名" }))
        .await;
    patched.refused(409, "policy_documents.already_reversed");
    let listed = app.as_bureau().get("/policy-documents").await.ok(200);
    assert_eq!(listed["total"], 0);
    issue(&app, document_in("1号")).await;
    assert_eq!(figure(&app, "campaign_policy_documents").await, 1);
}
