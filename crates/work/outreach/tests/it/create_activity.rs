//! `POST /activities`

use crate::TestApp;
use crate::city::{activity_in, close_month, figure, figure_of, hold, with};
use serde_json::{Value, json};

#[tokio::test]
async fn a_trip_of_a_districts_leader_counts_in_its_unit_and_the_city() {
    let app = TestApp::new().await;
    let body = with(
        activity_in("A-1"),
        json!({
            "places": ["320500", "上海市"],
            "organisers": ["张店区"],
            "ends_on": "2023-06-07",
            "convener": "区委办公室",
            "chain": "新材料",
        }),
    );
    let held = hold(&app, body).await;
    assert_eq!(held["places"][0]["name"], "江苏省苏州市");
    assert_eq!(held["places"][1]["code"], "310000");
    assert_eq!(held["organisers"][0]["code"], "370303");
    assert_eq!(held["ends_on"], "2023-06-07");
    assert_eq!(held["meeting_count"], 0);
    assert_eq!(held["meetings"], json!([]));
    assert_eq!(held["origin_month"], "2023-06");
    assert_eq!(held["late"], false);
    assert_eq!(held["reversed"], false);
    assert_eq!(figure(&app, "county_leader_trips").await, 1);
    assert_eq!(figure(&app, "outbound_activities").await, 1);
    assert_eq!(figure(&app, "city_leader_trips").await, 0);
    assert_eq!(
        figure_of(&app, "county_leader_trips", "370303", "2023-06").await,
        1
    );
    assert_eq!(
        figure_of(&app, "county_leader_trips", "370302", "2023-06").await,
        0
    );
}

#[tokio::test]
async fn several_organisers_share_one_record_that_counts_once_in_the_city() {
    let app = TestApp::new().await;
    let body = with(
        activity_in("A-1"),
        json!({ "kind": "joint", "organisers": ["direct", "370303", "370302"] }),
    );
    hold(&app, body).await;
    assert_eq!(figure(&app, "joint_matchmaking_events").await, 1);
    for unit in ["direct", "370303", "370302"] {
        let events = figure_of(&app, "joint_matchmaking_events", unit, "2023-06").await;
        assert_eq!(events, 1, "{unit}");
    }
    assert_eq!(
        figure_of(&app, "joint_matchmaking_events", "370304", "2023-06").await,
        0
    );
}

#[tokio::test]
async fn each_kind_and_leader_counts_where_its_indicator_says() {
    let app = TestApp::new().await;
    let kinds = [
        ("doorstep", "city_first"),
        ("promotion", "city_leader"),
        ("inbound", "department"),
        ("witnessing", "city_first"),
        ("conference", "city_first"),
        ("mobilisation", "none"),
        ("dispatching", "county_leader"),
        ("progress", "none"),
        ("press", "none"),
    ];
    for (n, (kind, leader)) in kinds.into_iter().enumerate() {
        let changes = json!({ "kind": kind, "leader": leader });
        hold(&app, with(activity_in(&format!("A-{n}")), changes)).await;
    }
    for (indicator, value) in [
        ("city_leader_trips", 1),
        ("county_leader_trips", 0),
        ("outbound_activities", 1),
        ("promotion_meetings", 1),
        ("inbound_visits", 1),
        ("campaign_meetings", 4),
        ("joint_matchmaking_events", 0),
    ] {
        assert_eq!(figure(&app, indicator).await, value, "{indicator}");
    }
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let app = TestApp::new().await;
    let body = with(
        activity_in("A-1"),
        json!({
            "name": " ",
            "places": ["无此地"],
            "organisers": ["370303", "张店"],
            "ends_on": "2023-06-04",
        }),
    );
    let refused = app.as_bureau().post("/activities", body).await;
    refused.refused_fields(&[
        ("places", "orgs.division_unknown"),
        ("organisers", "activities.organiser_twice"),
        ("ends_on", "activities.ends_before_begin"),
        ("name", "field.empty"),
    ]);
    let body = with(activity_in("A-1"), json!({ "campaign": "XD-9" }));
    let refused = app.as_bureau().post("/activities", body).await;
    refused.refused_fields(&[("campaign", "activities.campaign_unknown")]);
}

#[tokio::test]
async fn a_code_belongs_to_one_activity() {
    let app = TestApp::new().await;
    hold(&app, activity_in("A-1")).await;
    let again = app
        .as_bureau()
        .post("/activities", activity_in(" A-1 "))
        .await;
    let problem = again.refused(409, "activities.code_taken");
    assert_eq!(problem["params"], json!({ "code": "A-1" }));
}

#[tokio::test]
async fn a_day_in_the_future_is_refused_and_one_of_a_closed_month_is_late() {
    let app = TestApp::new().await;
    let later = with(activity_in("A-1"), json!({ "begins_on": "2023-07-01" }));
    let refused = app.as_bureau().post("/activities", later).await;
    refused.refused(422, "ledger.date_in_future");
    close_month(&app, "2023-06").await;
    let held = hold(&app, activity_in("A-1")).await;
    assert_eq!(held["late"], true);
    assert_eq!(held["month"], "2023-07");
    assert_eq!(figure(&app, "county_leader_trips").await, 0);
    assert_eq!(
        figure_of(&app, "county_leader_trips", "370303", "2023-07").await,
        1
    );
}

#[tokio::test]
async fn only_the_bureau_records_activities() {
    let app = TestApp::new().await;
    for client in [app.as_district("370303"), app.as_reader()] {
        let refused = client.post("/activities", activity_in("A-1")).await;
        refused.refused(403, "session.permission_missing");
    }
    let body: Value = activity_in("A-1");
    let nobody = app.nobody().post("/activities", body).await;
    nobody.refused(401, "session.required");
}
