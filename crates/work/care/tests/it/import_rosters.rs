//! The roster in workbooks.

use crate::TestApp;
use crate::city::{figure, listed, project};
use crate::workbooks::{
    commit, counts, export_counts, import, projects, refused_cells, rosters, stage, undo,
};
use serde_json::json;

const CODE: &str = "11370300004224423Q";

#[tokio::test]
async fn rows_register_their_companies_name_projects_and_count() {
    let app = TestApp::new().await;
    let sheet = rosters(&[
        [
            "甲有限公司",
            CODE,
            "370303",
            "",
            "张店区",
            "2023-06-05",
            "护商专员 012",
            "",
        ],
        [
            "乙有限公司",
            "",
            "370302",
            "",
            "淄川区",
            "2023-06-05",
            "护商专员 007",
            "2023-06-20",
        ],
        [
            "乙有限公司",
            "",
            "370302",
            "",
            "淄川区",
            "2023-06-25",
            "护商专员 007",
            "",
        ],
        [
            "",
            "",
            "",
            "P-1",
            "张店区",
            "2023-06-06",
            "护商专员 003",
            "",
        ],
    ]);
    let batch = import(&app, &[projects("P-1"), sheet.clone()]).await;
    assert_eq!(counts(&batch), [5, 0, 0, 0]);
    assert_eq!(figure(&app, "care_companies").await, 2);
    assert_eq!(figure(&app, "care_projects").await, 1);
    let by_code = rosters(&[["", CODE, "", "", "张店区", "2023-06-05", "护商专员 012", ""]]);
    let again = stage(&app, &[sheet]).await;
    assert_eq!(counts(&again), [0, 0, 4, 0]);
    let again = stage(&app, &[by_code]).await;
    assert_eq!(counts(&again), [0, 0, 1, 0]);
    assert_eq!(export_counts(&app, "rosters").await, [0, 0, 4, 0]);
    assert_eq!(undo(&app, &batch).await, [""; 0]);
    assert_eq!(figure(&app, "care_companies").await, 0);
    assert_eq!(figure(&app, "care_projects").await, 0);
    let left = listed(&app, "/companies", "name").await;
    assert_eq!(left, [""; 0]);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    project(&app, "P-1").await;
    let batch = stage(
        &app,
        &[rosters(&[
            [
                "甲有限公司",
                "",
                "370303",
                "P-1",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "",
            ],
            ["", "", "", "", "张店区", "2023-06-05", "护商专员 012", ""],
            [
                "",
                "",
                "",
                "P-9",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "",
            ],
            [
                "甲有限公司",
                "",
                "",
                "",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "",
            ],
            [
                "甲有限公司",
                "",
                "无此地",
                "",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "",
            ],
            [
                "甲有限公司",
                "123",
                "370303",
                "",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "",
            ],
            ["", CODE, "", "", "张店区", "2023-06-05", "护商专员 012", ""],
            [
                "甲有限公司",
                "",
                "370303",
                "",
                "无此区",
                "2023-06-05",
                "护商专员 012",
                "",
            ],
            [
                "甲有限公司",
                "",
                "370303",
                "",
                "张店区",
                "2023-07-05",
                "护商专员 012",
                "",
            ],
            [
                "甲有限公司",
                "",
                "370303",
                "",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "2023-06-04",
            ],
            [
                "甲有限公司",
                "",
                "370303",
                "",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "2023-06-10",
            ],
            [
                "甲有限公司",
                "",
                "370303",
                "",
                "张店区",
                "2023-06-09",
                "护商专员 012",
                "",
            ],
            [
                "甲有限公司",
                "",
                "370303",
                "",
                "张店区",
                "2023-06-05",
                "护商专员 007",
                "",
            ],
            [
                "甲有限公司",
                "",
                "370303",
                "",
                "张店区",
                "2023-06-05",
                "护商专员 012",
                "",
            ],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 1, 12]);
    assert_eq!(
        refused_cells(&app, &batch).await,
        [
            "D2 rosters.one_party",
            "A3 rosters.one_party",
            "D4 intake.unknown_reference",
            "C5 field.empty",
            "C6 orgs.division_unknown",
            "B7 companies.uscc_length",
            "A8 field.empty",
            "E9 intake.unknown_reference",
            "F10 ledger.date_in_future",
            "I11 rosters.released_before_enrolled",
            "F13 rosters.before_release",
            "F14 intake.twice_in_batch",
        ]
    );
}

#[tokio::test]
async fn officer_and_release_change_and_what_is_recognised_points_to_correction() {
    let app = TestApp::new().await;
    let row = |unit: &'static str, day: &'static str, officer: &'static str, left: &'static str| {
        rosters(&[["甲有限公司", "", "370303", "", unit, day, officer, left]])
    };
    import(&app, &[row("张店区", "2023-06-05", "护商专员 012", "")]).await;
    for (sheet, cell) in [
        (row("淄川区", "2023-06-05", "护商专员 012", ""), "E2"),
        (row("张店区", "2023-06-06", "护商专员 012", ""), "F2"),
    ] {
        let batch = stage(&app, &[sheet]).await;
        let wanted = format!("{cell} rosters.recognised_row_differs");
        assert_eq!(refused_cells(&app, &batch).await, [wanted]);
    }
    let change = row("张店区", "2023-06-05", "护商专员 007", "2023-06-20");
    let batch = stage(&app, &[change]).await;
    assert_eq!(counts(&batch), [0, 1, 0, 0]);
    let batch = commit(&app, &batch).await;
    assert_eq!(figure(&app, "care_companies").await, 0);
    assert_eq!(listed(&app, "/rosters", "officer").await, ["护商专员 007"]);
    assert_eq!(
        listed(&app, "/rosters", "released_on").await,
        ["2023-06-20"]
    );
    let other = row("张店区", "2023-06-05", "护商专员 007", "2023-06-21");
    let refused = stage(&app, &[other]).await;
    assert_eq!(
        refused_cells(&app, &refused).await,
        ["I2 rosters.recognised_row_differs"]
    );
    assert_eq!(undo(&app, &batch).await, [""; 0]);
    assert_eq!(figure(&app, "care_companies").await, 1);
    assert_eq!(listed(&app, "/rosters", "officer").await, ["护商专员 012"]);
}

#[tokio::test]
async fn an_undo_leaves_what_others_came_to_rest_on() {
    let app = TestApp::new().await;
    let row = |day: &'static str, officer: &'static str, left: &'static str| {
        rosters(&[["甲有限公司", "", "370303", "", "张店区", day, officer, left]])
    };
    let first = import(&app, &[row("2023-06-05", "护商专员 012", "")]).await;
    let release = import(&app, &[row("2023-06-05", "护商专员 012", "2023-06-10")]).await;
    let again = import(&app, &[row("2023-06-12", "护商专员 012", "")]).await;
    assert_eq!(undo(&app, &release).await, ["rosters.enrolled_again"]);
    // The first entry was released since; the company it registered is named by both.
    assert_eq!(
        undo(&app, &first).await,
        ["rosters.changed_since", "companies.referred_to"]
    );
    let found = app.as_bureau().get("/rosters?released=false").await.ok(200);
    let id = found["items"][0]["id"].as_str().unwrap();
    let path = format!("/rosters/{id}/reversal");
    let body = json!({ "reason": "录入有误" });
    app.as_bureau().post(&path, body).await.ok(200);
    assert_eq!(undo(&app, &again).await, ["rosters.corrected_since"]);
    assert_eq!(figure(&app, "care_companies").await, 0);
}
