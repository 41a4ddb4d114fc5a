//! `POST /campaigns`

use crate::TestApp;
use crate::city::{campaign_in, set_up, with};
use serde_json::{Value, json};

fn goal(indicator: &str, measure: &str, value: &str) -> Value {
    json!({
        "indicator": indicator, "measure": measure, "value": value, "until_month": "2023-12",
    })
}

#[tokio::test]
async fn goals_are_kept_in_the_unit_of_their_measure() {
    let app = TestApp::new().await;
    let goals = json!([
        goal("funds_arrived", "value", "35000000000.00"),
        goal("外出招商签约合同额", "yoy", "10"),
        goal("区县外出招商签约项目当年开工率", "value", "52.6"),
        goal("outbound_activities", "value", "162"),
    ]);
    let basis = "淄办发（2023）1号";
    let body = with(
        campaign_in("XD-1"),
        json!({ "goals": goals, "basis": basis }),
    );
    let created = set_up(&app, body).await;
    assert_eq!(created["basis"], "淄办发〔2023〕1号");
    assert_eq!(created["goal_count"], 4);
    let goals: Vec<Value> = created["goals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|goal| json!([goal["indicator"], goal["unit"], goal["value"]]))
        .collect();
    assert_eq!(
        json!(goals),
        json!([
            ["funds_arrived", "CNY", "35000000000.00"],
            ["trip_signed_amount", "percent", "10.0"],
            ["county_trip_start_rate", "percent", "52.6"],
            ["outbound_activities", "count", "162"],
        ])
    );
    assert_eq!(created["goals"][1]["name"]["zh"], "外出招商签约合同额");
    assert_eq!(created["goals"][1]["until_month"], "2023-12");
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let app = TestApp::new().await;
    let mut early = goal("landed_investment", "yoy", "10.0");
    early["until_month"] = json!("2023-01");
    let goals = json!([
        goal("no_such_indicator", "value", "1"),
        goal("funds_arrived", "yoy", "10.55"),
        goal("outbound_activities", "value", "1"),
        goal("outbound_activities", "value", "2"),
        goal("double_half", "value", "1"),
        early,
    ]);
    let body = with(
        campaign_in("XD-1"),
        json!({ "name": "", "until_month": "2023-01", "goals": goals }),
    );
    let refused = app.as_bureau().post("/campaigns", body).await;
    refused.refused_fields(&[
        ("name", "field.empty"),
        ("until", "campaigns.window_reversed"),
        ("goals", "campaigns.indicator_unknown"),
        ("goals", "campaigns.goal_malformed"),
        ("goals", "campaigns.goal_twice"),
        ("goals", "campaigns.indicator_without_goal"),
        ("goals", "campaigns.goal_before_campaign"),
    ]);
}

#[tokio::test]
async fn a_code_belongs_to_one_campaign_and_only_the_bureau_sets_them_up() {
    let app = TestApp::new().await;
    set_up(&app, campaign_in("XD-1")).await;
    let again = app
        .as_bureau()
        .post("/campaigns", campaign_in("XD-1"))
        .await;
    again.refused(409, "campaigns.code_taken");
    let district = app
        .as_district("370303")
        .post("/campaigns", campaign_in("XD-2"))
        .await;
    district.refused(403, "session.permission_missing");
}
