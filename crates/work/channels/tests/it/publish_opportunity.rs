//! `POST /opportunities/{id}/publications`

use crate::TestApp;
use crate::city::{create, figure, opportunity_in, publish, with};
use serde_json::json;

#[tokio::test]
async fn the_first_publication_counts_and_the_log_keeps_every_one() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    publish(&app, &id, "选择淄博", "2023-06-10").await;
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
    let after = publish(&app, &id, "投资山东", "2023-06-05").await;
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
    assert_eq!(figure(&app, "reserve_projects").await, 1);
    assert_eq!(after["published_on"], "2023-06-05");
    assert_eq!(after["publications"].as_array().unwrap().len(), 2);
    assert_eq!(after["publications"][0]["channel"], "投资山东");
    assert_eq!(after["recognitions"].as_array().unwrap().len(), 2);
    assert_eq!(after["recognitions"][1]["occurred_on"], "2023-06-10");
}

#[tokio::test]
async fn a_publication_is_recorded_once_and_lies_within_the_stay_in_stock() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    publish(&app, &id, "选择淄博", "2023-06-10").await;
    let bureau = app.as_bureau();
    let path = format!("/opportunities/{id}/publications");
    let body = json!({ "channel": " 选择淄博", "published_on": "2023-06-10" });
    let twice = bureau.post(&path, body.clone()).await;
    let problem = twice.refused(409, "publications.twice");
    assert_eq!(problem["params"]["channel"], "选择淄博");
    let early = with(body.clone(), json!({ "published_on": "2023-06-01" }));
    let early = bureau.post(&path, early).await;
    early.refused(422, "opportunities.before_reserved");
    let late = with(body.clone(), json!({ "published_on": "2023-07-04" }));
    bureau
        .post(&path, late)
        .await
        .refused(422, "ledger.date_in_future");
    let nowhere = with(body.clone(), json!({ "channel": "" }));
    let nowhere = bureau.post(&path, nowhere).await;
    nowhere.refused_fields(&[("channel", "field.empty")]);
    let closing = json!({ "closed_on": "2023-06-20", "outcome": "withdrawn" });
    bureau
        .post(&format!("/opportunities/{id}/close"), closing)
        .await
        .ok(200);
    let after = with(body, json!({ "published_on": "2023-06-21" }));
    bureau
        .post(&path, after)
        .await
        .refused(409, "opportunities.closed");
}
