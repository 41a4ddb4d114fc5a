//! `GET /activities/{id}`

use crate::TestApp;
use crate::city::{activity_in, hold, id_of, meet, meeting_in, with};
use serde_json::json;

#[tokio::test]
async fn an_activity_shows_its_meetings_in_the_order_of_recording() {
    let app = TestApp::new().await;
    let held = hold(&app, activity_in("A-1")).await;
    let other = hold(&app, activity_in("A-2")).await;
    meet(&app, id_of(&held), meeting_in("苏州乙有限公司")).await;
    meet(&app, id_of(&held), meeting_in("苏州甲有限公司")).await;
    meet(&app, id_of(&other), meeting_in("苏州甲有限公司")).await;
    let path = format!("/activities/{}", id_of(&held));
    let found = app.as_reader().get(&path).await.ok(200);
    let met = |n: usize| found["meetings"][n]["company"]["name"].clone();
    assert_eq!(met(0), "苏州乙有限公司");
    assert_eq!(met(1), "苏州甲有限公司");
    assert_eq!(found["meetings"].as_array().unwrap().len(), 2);
    assert_eq!(found["meeting_count"], 2);
    assert_eq!(found["meetings"][0]["activity"]["code"], "A-1");
}

#[tokio::test]
async fn whoever_is_among_the_organisers_sees_it_and_nobody_else() {
    let app = TestApp::new().await;
    let organisers = json!({ "organisers": ["direct", "370303"] });
    let held = hold(&app, with(activity_in("A-1"), organisers)).await;
    let path = format!("/activities/{}", id_of(&held));
    app.as_district("370303").get(&path).await.ok(200);
    let stranger = app.as_district("370302").get(&path).await;
    stranger.refused(404, "activities.unknown");
    let nobody = app.as_bureau().get("/activities/act_0000000000001").await;
    nobody.refused(404, "activities.unknown");
}
