//! `PATCH /activities/{id}`

use crate::TestApp;
use crate::city::{activity_in, hold, id_of, with};
use serde_json::json;

#[tokio::test]
async fn what_no_fact_carries_changes() {
    let app = TestApp::new().await;
    let campaign = json!({
        "code": "XD-1", "name": "春季攻势", "from_month": "2023-02", "until_month": "2023-06",
    });
    app.as_bureau().post("/campaigns", campaign).await.ok(201);
    let body = with(
        activity_in("A-1"),
        json!({ "ends_on": "2023-06-06", "convener": "区委办公室", "chain": "新材料" }),
    );
    let held = hold(&app, body).await;
    let path = format!("/activities/{}", id_of(&held));
    let change = json!({
        "name": "赴上海招商", "places": ["310000", "320500"], "ends_on": null,
        "convener": "", "campaign": "XD-1",
    });
    let changed = app.as_bureau().patch(&path, change).await.ok(200);
    assert_eq!(changed["name"], "赴上海招商");
    assert_eq!(changed["places"][0]["code"], "310000");
    assert_eq!(changed["places"][1]["code"], "320500");
    assert_eq!(changed["ends_on"], json!(null));
    assert_eq!(changed["convener"], json!(null));
    assert_eq!(changed["campaign"]["name"], "春季攻势");
    assert_eq!(changed["chain"], "新材料");
    assert_eq!(changed["fact_seq"], held["fact_seq"]);
    let found = app.as_bureau().get("/activities?q=赴上海").await.ok(200);
    assert_eq!(found["total"], 1);
    let off = app
        .as_bureau()
        .patch(&path, json!({ "campaign": "" }))
        .await;
    assert_eq!(off.ok(200)["campaign"], json!(null));
}

#[tokio::test]
async fn what_a_fact_carries_is_no_part_of_a_change() {
    let app = TestApp::new().await;
    let held = hold(&app, activity_in("A-1")).await;
    let path = format!("/activities/{}", id_of(&held));
    let refused = app
        .as_bureau()
        .patch(&path, json!({ "leader": "city_first" }))
        .await;
    refused.refused_fields(&[("leader", "field.unknown")]);
    let wrong = json!({ "campaign": "XD-9", "places": [] });
    let refused = app.as_bureau().patch(&path, wrong).await;
    refused.refused_fields(&[("places", "field.empty")]);
    let refused = app
        .as_bureau()
        .patch(&path, json!({ "campaign": "XD-9" }))
        .await;
    refused.refused_fields(&[("campaign", "activities.campaign_unknown")]);
}

#[tokio::test]
async fn an_activity_that_was_taken_back_stays_as_it_was() {
    let app = TestApp::new().await;
    let held = hold(&app, activity_in("A-1")).await;
    let path = format!("/activities/{}", id_of(&held));
    let reason = json!({ "reason": "重复登记" });
    app.as_bureau()
        .post(&format!("{path}/reversal"), reason)
        .await
        .ok(200);
    let refused = app
        .as_bureau()
        .patch(&path, json!({ "name": "另名" }))
        .await;
    refused.refused(409, "activities.already_reversed");
}
