//! `PATCH /opportunities/{id}`

use crate::TestApp;
use crate::city::{create, opportunity_in};
use serde_json::json;

#[tokio::test]
async fn what_no_fact_carries_changes_and_can_be_taken_away() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let path = format!("/opportunities/{id}");
    let bureau = app.as_bureau();
    let change = json!({ "name": "新名", "chain": "" });
    let after = bureau.patch(&path, change).await.ok(200);
    assert_eq!(
        (&after["name"], &after["chain"], &after["content"]),
        (&json!("新名"), &json!(null), &json!("年产10万吨"))
    );
    let found = bureau.get("/opportunities?q=新名").await.ok(200);
    assert_eq!(found["total"], 1);
    let nameless = bureau.patch(&path, json!({ "name": "" })).await;
    nameless.refused_fields(&[("name", "field.empty")]);
    for change in [
        json!({ "category": "new_economy" }),
        json!({ "investment": "1.00" }),
    ] {
        assert_eq!(bureau.patch(&path, change).await.status, 422);
    }
}
