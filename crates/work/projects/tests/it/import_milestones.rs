//! Milestones in workbooks.

use crate::TestApp;
use crate::city::figure;
use crate::workbooks::{counts, import, milestones, projects, refusals, stage};
use serde_json::json;

#[tokio::test]
async fn a_sheet_may_name_the_start_before_the_signing() {
    let app = TestApp::new().await;
    let sheet = milestones(&[
        ("P-1", "达产", "2023-06-25"),
        ("P-1", "投产", "2023-06-24"),
        ("P-1", "开工", "2023-06-20"),
        ("P-1", "签约", "2023-06-02"),
    ]);
    import(&app, &[projects(&[("P-1", "张店区", "20000")]), sheet]).await;
    let found = app
        .as_bureau()
        .get("/projects?stage=at_capacity")
        .await
        .ok(200);
    assert_eq!(found["total"], 1);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    import(
        &app,
        &[projects(&[
            ("P-1", "张店区", "9999"),
            ("P-2", "张店区", "20000"),
        ])],
    )
    .await;
    let batch = stage(
        &app,
        &[milestones(&[
            ("P-1", "新引进", "2023-06-08"),
            ("P-1", "开工", "2023-06-08"),
            ("P-9", "签约", "2023-06-08"),
            ("P-2", "签约", "2023-07-08"),
            ("P-2", "移出顶格推进", "2023-06-08"),
            ("P-2", "见证签约", "2023-06-08"),
            ("P-2", "见证签约", "2023-06-09"),
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 6]);
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["B2", "projects.not_introducible", { "missing": ["planned_100m"] }],
            ["B3", "projects.start_needs_signing", {}],
            ["A4", "intake.unknown_reference", { "found": "P-9" }],
            ["C5", "ledger.date_in_future", { "latest": "2023-06-30" }],
            ["B6", "projects.not_on_list", {}],
            ["B8", "intake.twice_in_batch", { "sheet": "节点", "row": 7 }],
        ])
    );
}

#[tokio::test]
async fn a_recognised_milestone_with_another_day_points_to_correction() {
    let app = TestApp::new().await;
    let signed = |day: &'static str| milestones(&[("P-1", "签约", day)]);
    import(
        &app,
        &[
            projects(&[("P-1", "张店区", "20000")]),
            signed("2023-06-02"),
        ],
    )
    .await;
    let same = stage(&app, &[signed("2023-06-02")]).await;
    assert_eq!(counts(&same), [0, 0, 1, 0]);
    let other = stage(&app, &[signed("2023-06-03")]).await;
    assert_eq!(
        refusals(&app, &other).await,
        json!([[
            "C2",
            "projects.recognised_row_differs",
            { "field": "occurred_on", "recognised": "2023-06-02" },
        ]])
    );
}

#[tokio::test]
async fn a_list_left_and_entered_in_one_sheet_ends_as_the_sheet_does() {
    let app = TestApp::new().await;
    let sheet = milestones(&[
        ("P-1", "列入顶格推进", "2023-06-05"),
        ("P-1", "移出顶格推进", "2023-06-08"),
        ("P-1", "列入顶格推进", "2023-06-12"),
    ]);
    import(&app, &[projects(&[("P-1", "张店区", "20000")]), sheet]).await;
    assert_eq!(figure(&app, "pushed_projects", "2023-06").await, 1);
    let found = app.as_bureau().get("/projects").await.ok(200);
    assert_eq!(found["items"][0]["pushed"], true);
}
