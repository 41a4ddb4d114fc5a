//! `POST /activities/{id}/reversal`

use crate::TestApp;
use crate::city::{activity_in, figure, hold, id_of, meet, meeting_in, project, with};
use serde_json::json;

fn path(id: &str) -> String {
    format!("/activities/{id}/reversal")
}

#[tokio::test]
async fn an_activity_taken_back_leaves_the_figures_and_frees_its_code() {
    let app = TestApp::new().await;
    let held = hold(&app, activity_in("A-1")).await;
    let reason = json!({ "reason": " 重复登记 " });
    let back = app
        .as_bureau()
        .post(&path(id_of(&held)), reason.clone())
        .await
        .ok(200);
    assert_eq!(back["reversed"], true);
    assert_eq!(back["reversal_reason"], "重复登记");
    assert_eq!(figure(&app, "county_leader_trips").await, 0);
    let again = app.as_bureau().post(&path(id_of(&held)), reason).await;
    again.refused(409, "activities.already_reversed");
    hold(&app, activity_in("A-1")).await;
    assert_eq!(figure(&app, "county_leader_trips").await, 1);
}

#[tokio::test]
async fn standing_meetings_keep_it_unless_they_are_taken_back_with_it() {
    let app = TestApp::new().await;
    let signed = project(&app, "P-1", true).await;
    let held = hold(&app, activity_in("A-1")).await;
    let signing = json!({ "project_id": signed, "outcome": "signed" });
    meet(&app, id_of(&held), meeting_in("苏州乙有限公司")).await;
    meet(
        &app,
        id_of(&held),
        with(meeting_in("苏州甲有限公司"), signing),
    )
    .await;
    assert_eq!(figure(&app, "county_trip_signed_projects").await, 1);
    assert_eq!(figure(&app, "matched_parties").await, 2);
    let reason = json!({ "reason": "未成行" });
    let kept = app
        .as_bureau()
        .post(&path(id_of(&held)), reason.clone())
        .await;
    let problem = kept.refused(409, "activities.has_meetings");
    assert_eq!(problem["params"], json!({ "meetings": 2 }));
    let all = with(reason, json!({ "with_meetings": true }));
    let back = app.as_bureau().post(&path(id_of(&held)), all).await.ok(200);
    assert_eq!(back["reversed"], true);
    assert_eq!(back["meetings"], json!([]));
    for indicator in [
        "county_trip_signed_projects",
        "county_trip_signed_amount",
        "matched_parties",
        "outbound_activities",
    ] {
        assert_eq!(figure(&app, indicator).await, 0, "{indicator}");
    }
    let again = hold(&app, activity_in("A-1")).await;
    let signing = json!({ "project_id": signed, "outcome": "signed" });
    meet(
        &app,
        id_of(&again),
        with(meeting_in("苏州甲有限公司"), signing),
    )
    .await;
    assert_eq!(figure(&app, "county_trip_signed_projects").await, 1);
}

#[tokio::test]
async fn a_reason_is_needed_and_a_stranger_is_refused() {
    let app = TestApp::new().await;
    let held = hold(&app, activity_in("A-1")).await;
    let blank = app
        .as_bureau()
        .post(&path(id_of(&held)), json!({ "reason": " " }))
        .await;
    blank.refused(422, "activities.no_reason");
    let reason = json!({ "reason": "x" });
    let district = app
        .as_district("370303")
        .post(&path(id_of(&held)), reason)
        .await;
    district.refused(403, "session.permission_missing");
}
