//! The goals of campaigns in workbooks.

use crate::TestApp;
use crate::workbooks::{
    campaigns, commit, counts, goals, handed_in_again, import, refusals, stage,
};
use serde_json::{Value, json};

fn spring() -> sheets::SheetOut {
    campaigns(&[&["XD-1", "春季攻势", "2023-02", "2023-04", ""]])
}

async fn goals_of(app: &TestApp) -> Value {
    let found = app.as_bureau().get("/campaigns").await.ok(200);
    let path = format!("/campaigns/{}", found["items"][0]["id"].as_str().unwrap());
    let found = app.as_bureau().get(&path).await.ok(200);
    let goals = found["goals"].as_array().unwrap().iter();
    goals
        .map(|goal| {
            json!([
                goal["indicator"],
                goal["measure"],
                goal["unit"],
                goal["value"]
            ])
        })
        .collect()
}

#[tokio::test]
async fn a_goal_may_name_a_campaign_of_the_same_batch_and_is_read_in_its_unit() {
    let app = TestApp::new().await;
    let sheet = goals(&[
        &["XD-1", "到位省外资金", "达到", "350", "2023-04"],
        &["XD-1", "外出招商签约合同额", "达到", "2.5万元", "2023-12"],
        &["XD-1", "landed_investment", "同比增长", "10%", "2023-12"],
        &["XD-1", "外出招商签约合同额", "同比增长", "10.5", "2023-12"],
        &["XD-1", "推介会", "达到", "41", "2023-04"],
    ]);
    import(&app, &[spring(), sheet]).await;
    assert_eq!(
        goals_of(&app).await,
        json!([
            ["funds_arrived", "value", "CNY", "35000000000.00"],
            ["trip_signed_amount", "value", "CNY", "25000.00"],
            ["landed_investment", "yoy", "percent", "10.0"],
            ["trip_signed_amount", "yoy", "percent", "10.5"],
            ["promotion_meetings", "value", "count", "41"],
        ])
    );
    assert_eq!(handed_in_again(&app, "campaign_goals").await, [0, 0, 5, 0]);
}

#[tokio::test]
async fn a_goal_that_was_set_anew_changes() {
    let app = TestApp::new().await;
    import(
        &app,
        &[
            spring(),
            goals(&[&["XD-1", "推介会", "达到", "41", "2023-04"]]),
        ],
    )
    .await;
    let raised = goals(&[&["XD-1", "promotion_meetings", "达到", "42", "2023-04"]]);
    let batch = stage(&app, &[raised]).await;
    assert_eq!(counts(&batch), [0, 1, 0, 0]);
    let path = format!("/imports/{}/rows", batch["id"].as_str().unwrap());
    let rows = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(
        rows["items"][0]["changes"],
        json!([{ "field": "value", "from": "41", "to": "42" }])
    );
    commit(&app, &batch).await;
    assert_eq!(
        goals_of(&app).await,
        json!([["promotion_meetings", "value", "count", "42"]])
    );
}

#[tokio::test]
async fn what_is_wrong_is_refused_with_its_cell() {
    let app = TestApp::new().await;
    import(&app, &[spring()]).await;
    let batch = stage(
        &app,
        &[goals(&[
            &["XD-9", "推介会", "达到", "41", "2023-04"],
            &["XD-1", "无此指标", "达到", "41", "2023-04"],
            &["XD-1", "推介会", "达到", "41", "2023-01"],
            &["XD-1", "推介会", "达到", "4.5", "2023-04"],
            &["XD-1", "推介会", "同比增长", "4.55", "2023-04"],
            &["XD-1", "double_half", "达到", "1", "2023-06"],
            &["XD-1", "推介会", "达到", "41", "2023-04"],
            &["XD-1", "推介会", "达到", "42", "2023-04"],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 7]);
    let refused = refusals(&app, &batch).await;
    let refused: Vec<Value> = refused
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| json!([problem[0], problem[1]]))
        .collect();
    assert_eq!(
        json!(refused),
        json!([
            ["A2", "intake.unknown_reference"],
            ["B3", "intake.unknown_reference"],
            ["E4", "campaigns.goal_before_campaign"],
            ["D5", "cell.too_precise"],
            ["D6", "campaigns.goal_malformed"],
            ["B7", "campaigns.indicator_without_goal"],
            ["B9", "intake.twice_in_batch"],
        ])
    );
}
