//! `POST /opportunities/{id}/reversal`

use crate::TestApp;
use crate::city::{create, figure, opportunity_in, publish};
use serde_json::json;

#[tokio::test]
async fn a_closing_taken_back_puts_the_opportunity_in_stock_again() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let bureau = app.as_bureau();
    let path = format!("/opportunities/{id}/reversal");
    let closing = json!({ "step": "closed", "reason": "误登" });
    let open = bureau.post(&path, closing.clone()).await;
    open.refused(409, "opportunities.not_closed");
    let body = json!({ "closed_on": "2023-06-20", "outcome": "withdrawn" });
    bureau
        .post(&format!("/opportunities/{id}/close"), body)
        .await
        .ok(200);
    let unreasoned = bureau
        .post(&path, json!({ "step": "closed", "reason": "" }))
        .await;
    unreasoned.refused(422, "opportunities.no_reason");
    let back = bureau.post(&path, closing).await.ok(200);
    assert_eq!(
        (&back["closed_on"], &back["outcome"]),
        (&json!(null), &json!(null))
    );
    assert_eq!(back["recognitions"][1]["reversal_reason"], "误登");
    assert_eq!(figure(&app, "reserve_projects").await, 1);
}

#[tokio::test]
async fn an_opportunity_taken_back_goes_with_its_publications_and_frees_its_code() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    publish(&app, &id, "选择淄博", "2023-06-10").await;
    let bureau = app.as_bureau();
    let path = format!("/opportunities/{id}/reversal");
    let whole = json!({ "step": "reserved", "reason": "重复登记" });
    assert_eq!(bureau.post(&path, whole).await.ok(200), json!(null));
    assert_eq!(figure(&app, "reserve_projects").await, 0);
    assert_eq!(figure(&app, "published_reserve_projects").await, 0);
    let gone = bureau.get(&format!("/opportunities/{id}")).await;
    gone.refused(404, "opportunities.unknown");
    create(&app, "/opportunities", opportunity_in("CB-1")).await;
    assert_eq!(figure(&app, "reserve_projects").await, 1);
    assert_eq!(figure(&app, "published_reserve_projects").await, 0);
}
