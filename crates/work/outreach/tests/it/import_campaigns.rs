//! Campaigns in workbooks.

use crate::TestApp;
use crate::workbooks::{campaigns, counts, goals, handed_in_again, import, refusals, stage};
use serde_json::json;

#[tokio::test]
async fn rows_are_known_again_by_code_and_change_what_differs() {
    let app = TestApp::new().await;
    import(
        &app,
        &[campaigns(&[
            &[
                "XD-1",
                "春季攻势",
                "2023-02",
                "2023-04",
                "淄办发〔2023〕1号",
            ],
            &["XD-2", "上门招商", "2023年7月", "2023-12", ""],
        ])],
    )
    .await;
    assert_eq!(handed_in_again(&app, "campaigns").await, [0, 0, 2, 0]);
    let again = stage(
        &app,
        &[campaigns(&[
            &["XD-1", "春季攻势", "2023-02", "2023-04", ""],
            &["XD-2", "上门招商", "2023-07", "2024-01", ""],
        ])],
    )
    .await;
    assert_eq!(counts(&again), [0, 1, 1, 0]);
    crate::workbooks::commit(&app, &again).await;
    let found = app.as_bureau().get("/campaigns").await.ok(200);
    assert_eq!(found["items"][0]["until_month"], "2024-01");
    assert_eq!(found["items"][1]["basis"], "淄办发〔2023〕1号");
}

#[tokio::test]
async fn what_is_wrong_is_refused_with_its_cell() {
    let app = TestApp::new().await;
    import(
        &app,
        &[
            campaigns(&[&["XD-1", "春季攻势", "2023-02", "2023-04", ""]]),
            goals(&[&["XD-1", "推介会", "达到", "41", "2023-04"]]),
        ],
    )
    .await;
    let batch = stage(
        &app,
        &[campaigns(&[
            &["XD-2", "秋季", "2023-10", "2023-09", ""],
            &["XD-3", "甲", "2023-10", "2023-11", ""],
            &["XD-3", "乙", "2023-10", "2023-11", ""],
            &["XD-1", "春季攻势", "2023-05", "2023-06", ""],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 3]);
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["D2", "campaigns.window_reversed", { "from": "2023-10", "until": "2023-09" }],
            ["A4", "intake.twice_in_batch", { "sheet": "专项行动", "row": 3 }],
            ["C5", "campaigns.goal_before_campaign", { "from": "2023-05" }],
        ])
    );
}
