//! `POST /meetings/{id}/reversal`

use crate::TestApp;
use crate::city::{activity_in, figure, hold, id_of, meet, meeting_in, project, with};
use serde_json::{Value, json};

fn path(meeting: &Value) -> String {
    format!("/meetings/{}/reversal", id_of(meeting))
}

#[tokio::test]
async fn a_meeting_taken_back_takes_its_signing_with_it_and_frees_the_project() {
    let app = TestApp::new().await;
    let id = project(&app, "P-1", true).await;
    let trip = hold(&app, activity_in("A-1")).await;
    let signing = with(
        meeting_in("苏州甲有限公司"),
        json!({ "project_id": id, "outcome": "signed" }),
    );
    let met = meet(&app, id_of(&trip), signing.clone()).await;
    assert_eq!(figure(&app, "county_trip_signed_projects").await, 1);
    let reason = json!({ "reason": "误登记" });
    let back = app
        .as_bureau()
        .post(&path(&met), reason.clone())
        .await
        .ok(200);
    assert_eq!(back["code"], "A-1");
    assert_eq!(back["meetings"], json!([]));
    assert_eq!(figure(&app, "county_trip_signed_projects").await, 0);
    assert_eq!(figure(&app, "matched_parties").await, 0);
    let again = app.as_bureau().post(&path(&met), reason).await;
    again.refused(409, "meetings.already_reversed");
    let other = hold(&app, activity_in("A-2")).await;
    meet(&app, id_of(&other), signing).await;
    assert_eq!(figure(&app, "county_trip_signed_projects").await, 1);
}

#[tokio::test]
async fn a_reason_is_needed_and_a_stranger_is_refused() {
    let app = TestApp::new().await;
    let trip = hold(&app, activity_in("A-1")).await;
    let met = meet(&app, id_of(&trip), meeting_in("苏州甲有限公司")).await;
    let blank = app
        .as_bureau()
        .post(&path(&met), json!({ "reason": "" }))
        .await;
    blank.refused(422, "meetings.no_reason");
    let reason = json!({ "reason": "x" });
    let gone = "/meetings/mtg_0000000000001/reversal";
    let unknown = app.as_bureau().post(gone, reason.clone()).await;
    unknown.refused(404, "meetings.unknown");
    let reader = app.as_reader().post(&path(&met), reason).await;
    reader.refused(403, "session.permission_missing");
}
