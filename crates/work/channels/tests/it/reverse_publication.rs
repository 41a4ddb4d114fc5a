//! `POST /opportunities/{id}/publications/{publication_id}/reversal`

use crate::TestApp;
use crate::city::{create, figure, opportunity_in, publish};
use serde_json::{Value, json};

fn path(id: &str, opportunity: &Value, channel: &str) -> String {
    let log = opportunity["publications"].as_array().unwrap();
    let entry = log
        .iter()
        .find(|entry| entry["channel"] == channel)
        .unwrap();
    let entry = entry["id"].as_str().unwrap();
    format!("/opportunities/{id}/publications/{entry}/reversal")
}

#[tokio::test]
async fn an_opportunity_stays_published_while_one_publication_stands() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    publish(&app, &id, "选择淄博", "2023-06-10").await;
    let both = publish(&app, &id, "投资山东", "2023-06-12").await;
    let bureau = app.as_bureau();
    let reason = json!({ "reason": "未实际发布" });
    let first = path(&id, &both, "选择淄博");
    let unreasoned = bureau.post(&first, json!({ "reason": " " })).await;
    unreasoned.refused(422, "opportunities.no_reason");
    let left = bureau.post(&first, reason.clone()).await.ok(200);
    assert_eq!(left["published_on"], "2023-06-12");
    let steps = left["recognitions"].as_array().unwrap();
    let standing: Vec<&Value> = steps
        .iter()
        .filter(|step| step["step"] == "published" && step["reversed_by"].is_null())
        .collect();
    assert_eq!(standing.len(), 1);
    assert_eq!(standing[0]["occurred_on"], "2023-06-12");
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
    bureau
        .post(&first, reason.clone())
        .await
        .refused(404, "publications.unknown");
    let none = bureau
        .post(&path(&id, &both, "投资山东"), reason)
        .await
        .ok(200);
    assert_eq!(
        (&none["published_on"], &none["publications"]),
        (&json!(null), &json!([]))
    );
    assert_eq!(figure(&app, "published_reserve_projects").await, 0);
    assert_eq!(figure(&app, "reserve_projects").await, 1);
    publish(&app, &id, "选择淄博", "2023-06-10").await;
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
}
