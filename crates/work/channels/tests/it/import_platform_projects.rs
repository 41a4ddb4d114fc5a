//! Projects of platforms in workbooks.

use crate::TestApp;
use crate::city::{create, figure, platform_in, project_in};
use crate::workbooks::{
    commit, counts, funds, import, platform_projects, platforms, projects, refusals, round_trip,
    stage, undo,
};
use serde_json::json;
use sheets::SheetOut;

fn whole() -> [SheetOut; 4] {
    [
        platforms(&[["PT-1", "新材料平台", "张店区", "2023-06-01", "", "", ""]]),
        projects(&["P-1"]),
        platform_projects(&[["PT-1", "P-1", "2023-06-06"]]),
        funds("PZ-1", "P-1"),
    ]
}

#[tokio::test]
async fn platform_project_and_funds_may_come_in_one_workbook() {
    let app = TestApp::new().await;
    let batch = import(&app, &whole()).await;
    assert_eq!(counts(&batch), [4, 0, 0, 0]);
    assert_eq!(figure(&app, "platform_funds_arrived").await, 1_000_000_000);
    let found = app.as_bureau().get("/platform-projects").await.ok(200);
    assert_eq!(found["items"][0]["earlier_funds"]["count"], 0);
    assert_eq!(round_trip(&app, "platform_projects").await, [0, 0, 1, 0]);
}

#[tokio::test]
async fn funds_of_an_old_project_carry_the_platform_of_the_same_workbook() {
    let app = TestApp::new().await;
    let [platform, project, brought, fund] = whole();
    import(&app, &[platform, project]).await;
    let mut renamed = projects(&["P-1"]);
    renamed.rows[0][1] = sheets::CellOut::Text("新名".to_owned());
    import(&app, &[renamed, brought, fund]).await;
    assert_eq!(figure(&app, "platform_funds_arrived").await, 1_000_000_000);
}

#[tokio::test]
async fn an_undone_batch_leaves_nothing_standing_and_can_come_again() {
    let app = TestApp::new().await;
    let batch = import(&app, &whole()).await;
    assert_eq!(undo(&app, &batch).await, json!([]));
    for indicator in ["platforms", "platform_funds_arrived"] {
        assert_eq!(figure(&app, indicator).await, 0, "{indicator}");
    }
    let found = app.as_bureau().get("/platform-projects").await.ok(200);
    assert_eq!(found["total"], 0);
    let again = stage(&app, &whole()).await;
    assert_eq!(counts(&again), [4, 0, 0, 0]);
    commit(&app, &again).await;
    assert_eq!(figure(&app, "platform_funds_arrived").await, 1_000_000_000);
}

#[tokio::test]
async fn a_project_that_a_platform_brought_is_not_undone_alone() {
    let app = TestApp::new().await;
    let [platform, project, brought, _] = whole();
    let base = import(&app, &[project]).await;
    let later = import(&app, &[platform, brought]).await;
    let kept = undo(&app, &base).await;
    assert_eq!(kept[0]["code"], "projects.referred_to");
    assert_eq!(undo(&app, &later).await, json!([]));
    assert_eq!(app.as_bureau().get("/projects").await.ok(200)["total"], 1);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    for code in ["PT-1", "PT-2"] {
        create(&app, "/platforms", platform_in(code)).await;
    }
    for code in ["P-1", "P-2", "P-3"] {
        create(&app, "/projects", project_in(code)).await;
    }
    import(&app, &[platform_projects(&[["PT-1", "P-1", "2023-06-06"]])]).await;
    let batch = stage(
        &app,
        &[platform_projects(&[
            ["PT-9", "P-2", "2023-06-06"],
            ["PT-1", "P-9", "2023-06-06"],
            ["PT-1", "P-2", "2023-05-31"],
            ["PT-1", "P-1", "2023-06-07"],
            ["PT-2", "P-1", "2023-06-06"],
            ["PT-1", "P-1", "2023-06-06"],
            ["PT-1", "P-3", "2023-06-06"],
            ["PT-2", "P-3", "2023-06-06"],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 1, 6]);
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["A2", "intake.unknown_reference", { "found": "PT-9" }],
            ["B3", "intake.unknown_reference", { "found": "P-9" }],
            ["C4", "platforms.before_founding", { "founded_on": "2023-06-01" }],
            [
                "C5",
                "projects.recognised_row_differs",
                { "field": "brought_on", "recognised": "2023-06-06" },
            ],
            ["B6", "platform_projects.taken", { "project": "P-1", "platform": "PT-1" }],
            ["B9", "intake.twice_in_batch", { "sheet": "平台引进项目", "row": 8 }],
        ])
    );
}
