//! `outreach::campaign_with_goals`

use crate::TestApp;
use crate::city::{campaign_in, set_up, with};
use outreach::{GoalMeasure, GoalUnit};
use serde_json::json;

#[tokio::test]
async fn a_campaign_is_found_by_code_with_goals_that_can_be_computed_with() {
    let app = TestApp::new().await;
    let goal = json!({
        "indicator": "外出招商签约合同额", "measure": "yoy", "value": "10.0",
        "until_month": "2023-12",
    });
    set_up(&app, with(campaign_in("XD-1"), json!({ "goals": [goal] }))).await;
    let reader = app.app.database.reader();
    let campaign = outreach::campaign_with_goals(reader, "XD-1").await.unwrap();
    assert_eq!(campaign.record.from.to_string(), "2023-02");
    let goal = &campaign.goals[0].draft;
    assert_eq!(goal.indicator, "trip_signed_amount");
    assert_eq!(goal.measure, GoalMeasure::Yoy);
    assert_eq!((goal.unit, goal.value), (GoalUnit::Percent, 100));
    assert_eq!(goal.until.to_string(), "2023-12");
    let unknown = outreach::campaign_with_goals(reader, "XD-2").await;
    assert_eq!(unknown.unwrap_err().code(), Some("campaigns.unknown"));
}
