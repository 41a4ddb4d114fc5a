//! Problems in workbooks.

use crate::TestApp;
use crate::city::{figure, id_of, listed};
use crate::workbooks::{
    commit, counts, export_counts, import, problems, refused_cells, stage, undo, visits,
};
use serde_json::json;

fn visit() -> sheets::SheetOut {
    let day = "2023-06-06";
    visits(&[[
        "H-1",
        "线下",
        "问题困难调研",
        day,
        "张店区",
        "甲有限公司",
        "",
        "增容用电",
    ]])
}

fn row<'a>(code: &'a str, visit: &'a str, solved: &'a str, how: &'a str) -> [&'a str; 9] {
    let what = "变压器容量不足";
    [
        code,
        "供电",
        "张店区",
        "甲有限公司",
        "2023-06-07",
        what,
        visit,
        solved,
        how,
    ]
}

#[tokio::test]
async fn rows_name_the_visit_they_came_from_and_count_once_they_are_solved() {
    let app = TestApp::new().await;
    let sheet = problems(&[
        row("W-1", "H-1", "2023-06-09", "已增容"),
        row("W-2", "", "", ""),
    ]);
    let batch = import(&app, &[visit(), sheet.clone()]).await;
    assert_eq!(figure(&app, "care_problems_solved").await, 1);
    let found = app.as_bureau().get("/problems?solved=true").await.ok(200);
    assert_eq!(found["items"][0]["visit"]["code"], "H-1");
    assert_eq!(
        counts(&stage(&app, std::slice::from_ref(&sheet)).await),
        [0, 0, 2, 0]
    );
    assert_eq!(export_counts(&app, "problems").await, [0, 0, 2, 0]);
    assert_eq!(undo(&app, &batch).await, [""; 0]);
    assert_eq!(figure(&app, "care_problems_solved").await, 0);
    assert_eq!(figure(&app, "care_events").await, 0);
    assert_eq!(listed(&app, "/problems", "code").await, [""; 0]);
    import(&app, &[visit(), sheet]).await;
    assert_eq!(figure(&app, "care_problems_solved").await, 1);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    let mut nobody = row("W-1", "", "", "");
    nobody[3] = "";
    let mut future = row("W-2", "", "", "");
    future[4] = "2023-07-01";
    let batch = stage(
        &app,
        &[problems(&[
            nobody,
            future,
            row("W-3", "H-9", "", ""),
            row("W-4", "", "2023-06-09", ""),
            row("W-5", "", "", "已增容"),
            row("W-6", "", "2023-06-06", "已增容"),
            row("W-7", "", "2023-07-01", "已增容"),
            row("W-8", "", "", ""),
            row("W-8", "", "2023-06-09", "已增容"),
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 8]);
    assert_eq!(
        refused_cells(&app, &batch).await,
        [
            "D2 problems.nobody_affected",
            "F3 ledger.date_in_future",
            "H4 intake.unknown_reference",
            "J5 problems.solution_missing",
            "I6 problems.solution_undated",
            "I7 problems.solved_before_raised",
            "I8 ledger.date_in_future",
            "A10 intake.twice_in_batch",
        ]
    );
}

#[tokio::test]
async fn a_later_sheet_solves_a_problem_and_its_undo_opens_it_again() {
    let app = TestApp::new().await;
    import(&app, &[problems(&[row("W-1", "", "", "")])]).await;
    let mut change = row("W-1", "", "2023-06-09", "已增容");
    change[1] = "其他";
    let batch = stage(&app, &[problems(&[change])]).await;
    assert_eq!(counts(&batch), [0, 1, 0, 0]);
    let batch = commit(&app, &batch).await;
    assert_eq!(figure(&app, "care_problems_solved").await, 1);
    let mut how = change;
    how[8] = "已增容一台";
    let second = import(&app, &[problems(&[how])]).await;
    let found = app.as_bureau().get("/problems").await.ok(200);
    assert_eq!(found["items"][0]["solution"]["solution"], "已增容一台");
    assert_eq!(undo(&app, &second).await, [""; 0]);
    let found = app.as_bureau().get("/problems").await.ok(200);
    assert_eq!(found["items"][0]["solution"]["solution"], "已增容");
    // Undoing the second sheet was a change since the first.
    assert_eq!(undo(&app, &batch).await, ["problems.changed_since"]);
    assert_eq!(figure(&app, "care_problems_solved").await, 1);
}

#[tokio::test]
async fn an_undone_solution_leaves_the_problem_as_it_was() {
    let app = TestApp::new().await;
    import(&app, &[problems(&[row("W-1", "", "", "")])]).await;
    let mut change = row("W-1", "", "2023-06-09", "已增容");
    change[1] = "其他";
    let batch = import(&app, &[problems(&[change])]).await;
    assert_eq!(undo(&app, &batch).await, [""; 0]);
    assert_eq!(figure(&app, "care_problems_solved").await, 0);
    let found = app.as_bureau().get("/problems").await.ok(200);
    assert_eq!(found["items"][0]["category"], "power_supply");
    assert_eq!(found["items"][0]["solution"], json!(null));
}

#[tokio::test]
async fn what_is_recognised_of_a_solution_points_to_correction() {
    let app = TestApp::new().await;
    let batch = import(&app, &[problems(&[row("W-1", "", "2023-06-09", "已增容")])]).await;
    let mut category = row("W-1", "", "2023-06-09", "已增容");
    category[1] = "其他";
    let mut unit = row("W-1", "", "", "");
    unit[2] = "淄川区";
    let mut raised = row("W-1", "", "", "");
    raised[4] = "2023-06-10";
    for (row, wanted) in [
        (category, "B2 problems.recognised_row_differs"),
        (unit, "C2 problems.recognised_row_differs"),
        (
            row("W-1", "", "2023-06-10", "已增容"),
            "I2 problems.recognised_row_differs",
        ),
        (raised, "F2 problems.solved_before_raised"),
    ] {
        let batch = stage(&app, &[problems(&[row])]).await;
        assert_eq!(refused_cells(&app, &batch).await, [wanted]);
    }
    let found = app.as_bureau().get("/problems").await.ok(200);
    let path = format!("/problems/{}/reversal", id_of(&found["items"][0]));
    let body = json!({ "reason": "未解决" });
    app.as_bureau().post(&path, body).await.ok(200);
    assert_eq!(
        undo(&app, &batch).await,
        ["problems.corrected_since", "companies.referred_to"]
    );
}
