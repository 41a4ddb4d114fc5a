//! `PATCH /campaigns/{id}`

use crate::TestApp;
use crate::city::{campaign_in, id_of, set_up, with};
use serde_json::{Value, json};

fn goal(indicator: &str, value: &str) -> Value {
    json!({
        "indicator": indicator, "measure": "value", "value": value, "until_month": "2023-06",
    })
}

#[tokio::test]
async fn goals_that_are_given_stand_in_the_place_of_all_before() {
    let app = TestApp::new().await;
    let goals =
        json!({ "goals": [goal("outbound_activities", "162"), goal("promotion_meetings", "41")] });
    let created = set_up(&app, with(campaign_in("XD-1"), goals)).await;
    let path = format!("/campaigns/{}", id_of(&created));
    let change = json!({ "basis": "1号", "until_month": "2023-12" });
    let changed = app.as_bureau().patch(&path, change).await.ok(200);
    assert_eq!(changed["goals"], created["goals"]);
    assert_eq!(changed["until_month"], "2023-12");
    let goals =
        json!({ "goals": [goal("inbound_visits", "254"), goal("promotion_meetings", "42")] });
    let changed = app.as_bureau().patch(&path, goals).await.ok(200);
    let found = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(found["goal_count"], 2);
    let value = |code: &str| {
        let goals = found["goals"].as_array().unwrap();
        let goal = goals.iter().find(|goal| goal["indicator"] == code);
        goal.map(|goal| goal["value"].clone())
    };
    assert_eq!(value("promotion_meetings"), Some(json!("42")));
    assert_eq!(value("inbound_visits"), Some(json!("254")));
    assert_eq!(value("outbound_activities"), None);
    assert_eq!(changed["basis"], "1号");
    let none = app
        .as_bureau()
        .patch(&path, json!({ "goals": [], "basis": "" }))
        .await
        .ok(200);
    assert_eq!(none["goals"], json!([]));
    assert_eq!(none["basis"], json!(null));
}

#[tokio::test]
async fn a_campaign_does_not_come_to_begin_after_its_goals_are_due() {
    let app = TestApp::new().await;
    let goals = json!({ "goals": [goal("outbound_activities", "162")] });
    let created = set_up(&app, with(campaign_in("XD-1"), goals)).await;
    let path = format!("/campaigns/{}", id_of(&created));
    let later = json!({ "from_month": "2023-07", "until_month": "2023-12" });
    let refused = app.as_bureau().patch(&path, later).await;
    refused.refused_fields(&[("goals", "campaigns.goal_before_campaign")]);
    let reader = app.as_reader().patch(&path, json!({ "name": "x" })).await;
    reader.refused(403, "session.permission_missing");
    let gone = "/campaigns/cam_0000000000001";
    let unknown = app.as_bureau().patch(gone, json!({ "name": "x" })).await;
    unknown.refused(404, "campaigns.unknown");
}
