//! `POST /activities/{id}/meetings`

use crate::TestApp;
use crate::city::{
    activity_in, close_month, figure, figure_of, hold, id_of, meet, meeting_in, project, recognise,
    with,
};
use serde_json::{Value, json};

fn path(activity: &Value) -> String {
    format!("/activities/{}/meetings", id_of(activity))
}

#[tokio::test]
async fn a_company_that_nobody_knows_is_registered_and_counted_once() {
    let app = TestApp::new().await;
    let trip = hold(&app, activity_in("A-1")).await;
    let other = hold(
        &app,
        with(activity_in("A-2"), json!({ "kind": "doorstep" })),
    )
    .await;
    let met = meet(&app, id_of(&trip), meeting_in("苏州甲有限公司")).await;
    assert_eq!(met["company"]["name"], "苏州甲有限公司");
    assert_eq!(met["project"], json!(null));
    assert_eq!(met["signing_seq"], json!(null));
    let chosen = json!({ "company": { "id": met["company"]["id"] } });
    meet(&app, id_of(&other), with(meeting_in(""), chosen)).await;
    assert_eq!(figure(&app, "matched_parties").await, 1);
    assert_eq!(
        figure_of(&app, "matched_parties", "370303", "2023-06").await,
        1
    );
    let companies = app.as_bureau().get("/companies").await.ok(200);
    assert_eq!(companies["total"], 1);
}

#[tokio::test]
async fn companies_at_joint_and_inbound_activities_are_invited() {
    let app = TestApp::new().await;
    let organisers = json!({ "kind": "joint", "organisers": ["direct", "370303"] });
    let joint = hold(&app, with(activity_in("A-1"), organisers)).await;
    let inbound = hold(&app, with(activity_in("A-2"), json!({ "kind": "inbound" }))).await;
    meet(&app, id_of(&joint), meeting_in("苏州甲有限公司")).await;
    meet(&app, id_of(&joint), meeting_in("苏州乙有限公司")).await;
    meet(&app, id_of(&inbound), meeting_in("苏州乙有限公司")).await;
    meet(&app, id_of(&inbound), meeting_in("苏州丙有限公司")).await;
    assert_eq!(figure(&app, "joint_invited_companies").await, 2);
    assert_eq!(figure(&app, "invited_companies").await, 3);
    assert_eq!(figure(&app, "matched_parties").await, 0);
    assert_eq!(
        figure_of(&app, "joint_invited_companies", "direct", "2023-06").await,
        2
    );
    assert_eq!(
        figure_of(&app, "invited_companies", "direct", "2023-06").await,
        2
    );
}

#[tokio::test]
async fn a_project_whose_people_were_met_is_a_party_beside_the_companies() {
    let app = TestApp::new().await;
    let id = project(&app, "P-1", false).await;
    let trip = hold(&app, activity_in("A-1")).await;
    let of_project = json!({
        "project_id": id, "our_level": "first", "their_level": "first", "outcome": "intended",
    });
    let met = meet(&app, id_of(&trip), of_project).await;
    assert_eq!(met["company"], json!(null));
    assert_eq!(met["project"]["code"], "P-1");
    meet(&app, id_of(&trip), meeting_in("苏州乙有限公司")).await;
    assert_eq!(figure(&app, "matched_parties").await, 2);
    // What came out of meeting a company is no party of its own.
    let result = with(meeting_in("苏州丙有限公司"), json!({ "project_id": id }));
    meet(&app, id_of(&trip), result).await;
    assert_eq!(figure(&app, "matched_parties").await, 3);
}

#[tokio::test]
async fn projects_signed_on_trips_count_with_contract_and_start() {
    let app = TestApp::new().await;
    let first = project(&app, "P-1", true).await;
    let second = project(&app, "P-2", true).await;
    let third = project(&app, "P-3", true).await;
    let trip = hold(&app, activity_in("A-1")).await;
    let by_deputy = with(activity_in("A-2"), json!({ "leader": "county_leader" }));
    let by_deputy = hold(&app, by_deputy).await;
    let signing = |company: &str, project: &str| {
        let signed = json!({ "project_id": project, "outcome": "signed" });
        with(meeting_in(company), signed)
    };
    let met = meet(&app, id_of(&trip), signing("苏州甲有限公司", &first)).await;
    assert_eq!(met["outcome"], "signed");
    assert!(met["signing_seq"].as_i64() > met["fact_seq"].as_i64());
    meet(&app, id_of(&trip), signing("苏州乙有限公司", &second)).await;
    meet(&app, id_of(&by_deputy), signing("苏州丙有限公司", &third)).await;
    recognise(&app, &first, "started", "2023-06-20").await;
    for (indicator, value) in [
        ("county_trip_signed_projects", 2),
        ("county_trip_signed_amount", 30_000_000_000),
        ("county_trip_started_projects", 1),
        ("county_trip_start_rate", 500),
        ("trip_signed_amount", 45_000_000_000),
    ] {
        assert_eq!(figure(&app, indicator).await, value, "{indicator}");
    }
    let unit = figure_of(&app, "county_trip_signed_projects", "370303", "2023-06").await;
    assert_eq!(unit, 2);
}

#[tokio::test]
async fn a_signing_needs_a_recognised_project_and_happens_on_one_trip() {
    let app = TestApp::new().await;
    let signed = project(&app, "P-1", true).await;
    let talks = project(&app, "P-2", false).await;
    let trip = hold(&app, activity_in("A-1")).await;
    let other = hold(&app, activity_in("A-2")).await;
    let outcome = json!({ "outcome": "signed" });
    let refused = app
        .as_bureau()
        .post(
            &path(&trip),
            with(meeting_in("苏州甲有限公司"), outcome.clone()),
        )
        .await;
    refused.refused(422, "meetings.signing_needs_project");
    let of = |project: &str| with(outcome.clone(), json!({ "project_id": project }));
    let refused = app
        .as_bureau()
        .post(&path(&trip), with(meeting_in("苏州甲有限公司"), of(&talks)))
        .await;
    let problem = refused.refused(409, "meetings.signing_not_recognised");
    assert_eq!(problem["params"], json!({ "project": "P-2" }));
    meet(
        &app,
        id_of(&trip),
        with(meeting_in("苏州甲有限公司"), of(&signed)),
    )
    .await;
    let refused = app
        .as_bureau()
        .post(
            &path(&other),
            with(meeting_in("苏州乙有限公司"), of(&signed)),
        )
        .await;
    let problem = refused.refused(409, "meetings.already_trip_signed");
    assert_eq!(
        problem["params"],
        json!({ "project": "P-1", "activity": "A-1" })
    );
}

#[tokio::test]
async fn an_activity_meets_a_company_or_a_project_once() {
    let app = TestApp::new().await;
    let id = project(&app, "P-1", false).await;
    let trip = hold(&app, activity_in("A-1")).await;
    meet(&app, id_of(&trip), meeting_in("苏州甲有限公司")).await;
    let again = with(meeting_in("苏州甲 有限公司"), json!({ "project_id": id }));
    let refused = app.as_bureau().post(&path(&trip), again).await;
    let problem = refused.refused(409, "meetings.already_recorded");
    assert_eq!(problem["params"], json!({ "activity": "A-1" }));
    let of_project = json!({
        "project_id": id, "our_level": "other", "their_level": "other", "outcome": "none",
    });
    meet(&app, id_of(&trip), of_project.clone()).await;
    let refused = app.as_bureau().post(&path(&trip), of_project).await;
    refused.refused(409, "meetings.already_recorded");
}

#[tokio::test]
async fn who_was_met_must_be_there_to_be_met() {
    let app = TestApp::new().await;
    let trip = hold(&app, activity_in("A-1")).await;
    let levels = json!({ "our_level": "other", "their_level": "other", "outcome": "none" });
    let nobody = app.as_bureau().post(&path(&trip), levels.clone()).await;
    nobody.refused(422, "meetings.nobody_named");
    let project = with(levels.clone(), json!({ "project_id": "prj_0000000000001" }));
    let refused = app.as_bureau().post(&path(&trip), project).await;
    refused.refused(404, "projects.unknown");
    let company = with(levels, json!({ "company": { "id": "cmp_0000000000001" } }));
    let refused = app.as_bureau().post(&path(&trip), company).await;
    refused.refused(404, "companies.unknown");
    let nowhere = with(meeting_in(""), json!({ "company": { "name": "甲" } }));
    let refused = app.as_bureau().post(&path(&trip), nowhere).await;
    refused.refused_fields(&[("division", "orgs.division_unknown")]);
    let gone = "/activities/act_0000000000001/meetings";
    let refused = app
        .as_bureau()
        .post(gone, meeting_in("苏州甲有限公司"))
        .await;
    refused.refused(404, "activities.unknown");
    let district = app.as_district("370303");
    let refused = district
        .post(&path(&trip), meeting_in("苏州甲有限公司"))
        .await;
    refused.refused(403, "session.permission_missing");
}

#[tokio::test]
async fn a_meeting_of_a_closed_month_is_booked_late() {
    let app = TestApp::new().await;
    let trip = hold(&app, activity_in("A-1")).await;
    close_month(&app, "2023-06").await;
    let met = meet(&app, id_of(&trip), meeting_in("苏州甲有限公司")).await;
    assert_eq!(met["month"], "2023-07");
    assert_eq!(met["late"], true);
    assert_eq!(figure(&app, "matched_parties").await, 0);
}
