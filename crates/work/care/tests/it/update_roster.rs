//! `PATCH /rosters/{id}`

use crate::TestApp;
use crate::city::{company, id_of, made, roster_in};
use serde_json::json;

#[tokio::test]
async fn rule_and_officer_change_and_the_rest_is_corrected() {
    let app = TestApp::new().await;
    let body = roster_in(&company(&app, "甲有限公司").await);
    let entry = made(&app, "/rosters", body).await;
    let path = format!("/rosters/{}", id_of(&entry));
    let bureau = app.as_bureau();
    let change = json!({ "officer": "护商专员 007" });
    bureau.patch(&path, change).await.ok(200);
    let found = bureau.get(&path).await.ok(200);
    assert_eq!(found["officer"], "护商专员 007");
    assert_eq!(found["rule"], entry["rule"]);
    let day = json!({ "enrolled_on": "2023-06-01" });
    assert_eq!(bureau.patch(&path, day).await.status, 422);
    let empty = bureau.patch(&path, json!({ "rule": "" })).await;
    empty.refused_fields(&[("rule", "field.empty")]);
    let reversal = format!("{path}/reversal");
    bureau
        .post(&reversal, json!({ "reason": "重复" }))
        .await
        .ok(200);
    let gone = bureau.patch(&path, json!({ "rule": "新" })).await;
    gone.refused(409, "rosters.already_reversed");
}
