//! Opportunities in workbooks.

use crate::TestApp;
use crate::city::{create, figure, project_in, publish};
use crate::workbooks::{
    commit, counts, import, opportunities, projects, publications, refusals, round_trip, sheet,
    stage, undo,
};
use serde_json::json;

const FIRST: [&str; 9] = [
    "CB-1",
    "弹性体项目",
    "市“四强”",
    "张店区",
    "20000",
    "2023-06-02",
    "年产10万吨",
    "",
    "",
];
const GONE: [&str; 9] = [
    "CB-2",
    "民宿项目",
    "现代服务业",
    "高新区",
    "",
    "2023-06-03",
    "",
    "2023-06-20",
    "撤销",
];

#[tokio::test]
async fn opportunities_come_in_count_and_go_out_as_the_same_rows() {
    let app = TestApp::new().await;
    let batch = import(&app, &[opportunities(&[FIRST, GONE])]).await;
    assert_eq!(counts(&batch), [2, 0, 0, 0]);
    assert_eq!(figure(&app, "reserve_projects").await, 1);
    let found = app.as_bureau().get("/opportunities").await.ok(200);
    assert_eq!(
        (
            &found["items"][0]["category"],
            &found["items"][0]["investment"]
        ),
        (&json!("four_strong"), &json!("200000000.00"))
    );
    assert_eq!(
        (
            &found["items"][1]["outcome"],
            &found["items"][1]["investment"]
        ),
        (&json!("withdrawn"), &json!(null))
    );
    assert_eq!(round_trip(&app, "opportunities").await, [0, 0, 2, 0]);
}

#[tokio::test]
async fn a_matched_row_names_its_project_which_may_be_new_in_the_batch() {
    let app = TestApp::new().await;
    let headers = [
        "储备编号",
        "项目名称",
        "类别",
        "责任单位",
        "策划日期",
        "出库日期",
        "出库原因",
        "对接项目编号",
    ];
    let row = |code: &'static str, project: &'static str| {
        [
            code,
            "项目",
            "新经济",
            "张店区",
            "2023-06-02",
            "2023-06-20",
            "对接成功",
            project,
        ]
    };
    let matched = sheet(
        "储备项目",
        &headers,
        &[&row("CB-1", "P-1"), &row("CB-2", "P-2"), &row("CB-3", "")],
    );
    create(&app, "/projects", project_in("P-2")).await;
    import(&app, &[projects(&["P-1"]), matched]).await;
    let found = app.as_bureau().get("/opportunities").await.ok(200);
    let mut named = Vec::new();
    for item in found["items"].as_array().unwrap() {
        let path = format!("/opportunities/{}", item["id"].as_str().unwrap());
        let page = app.as_bureau().get(&path).await.ok(200);
        named.push(page["project"]["code"].clone());
    }
    assert_eq!(named, [json!("P-1"), json!("P-2"), json!(null)]);
    assert_eq!(round_trip(&app, "opportunities").await, [0, 0, 3, 0]);
    let other = sheet("储备项目", &headers, &[&row("CB-1", "P-2")]);
    let batch = stage(&app, &[other]).await;
    let problem = &refusals(&app, &batch).await[0];
    assert_eq!(
        (&problem[0], &problem[1]),
        (&json!("H2"), &json!("projects.recognised_row_differs"))
    );
}

#[tokio::test]
async fn texts_and_the_closing_change_and_what_is_recognised_does_not() {
    let app = TestApp::new().await;
    import(&app, &[opportunities(&[FIRST, GONE])]).await;
    let change = [
        "CB-1",
        "新名",
        "四强产业",
        "张店区",
        "",
        "2023-06-02",
        "年产20万吨",
        "2023-06-25",
        "撤销",
    ];
    let staged = stage(&app, &[opportunities(&[change])]).await;
    assert_eq!(counts(&staged), [0, 1, 0, 0]);
    let batch = commit(&app, &staged).await;
    assert_eq!(figure(&app, "reserve_projects").await, 0);
    let wrong = stage(
        &app,
        &[opportunities(&[
            [
                "CB-1",
                "新名",
                "新经济",
                "高新区",
                "30000",
                "2023-06-03",
                "",
                "",
                "",
            ],
            [
                "CB-2",
                "民宿项目",
                "现代服务业",
                "高新区",
                "",
                "2023-06-03",
                "",
                "2023-06-21",
                "对接成功",
            ],
        ])],
    )
    .await;
    let differs = |cell: &str, field: &str, recognised: &str| {
        let params = json!({ "field": field, "recognised": recognised });
        json!([cell, "projects.recognised_row_differs", params])
    };
    assert_eq!(
        refusals(&app, &wrong).await,
        json!([
            differs("D2", "unit", "张店区"),
            differs("C2", "category", "four_strong"),
            differs("E2", "investment", "200000000.00"),
            differs("F2", "reserved_on", "2023-06-02"),
            differs("H3", "closed_on", "2023-06-20"),
            differs("I3", "outcome", "withdrawn"),
        ])
    );
    assert_eq!(undo(&app, &batch).await, json!([]));
    let found = app.as_bureau().get("/opportunities?q=CB-1").await.ok(200);
    let item = &found["items"][0];
    assert_eq!(
        (&item["name"], &item["content"], &item["closed_on"]),
        (&json!("弹性体项目"), &json!("年产10万吨"), &json!(null))
    );
    assert_eq!(figure(&app, "reserve_projects").await, 1);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    let row = |code, unit, investment, planned, closed, outcome| {
        [
            code,
            "项目",
            "新经济",
            unit,
            investment,
            planned,
            "",
            closed,
            outcome,
        ]
    };
    let batch = stage(
        &app,
        &[opportunities(&[
            row("CB-1", "火星区", "0", "2023-06-02", "", ""),
            row("CB-2", "张店区", "", "2023-07-04", "", ""),
            row("CB-3", "张店区", "", "2023-06-10", "2023-06-09", "撤销"),
            row("CB-4", "张店区", "", "2023-06-10", "2023-06-20", ""),
            row("CB-5", "张店区", "", "2023-06-10", "", "撤销"),
            row("CB-6", "张店区", "", "2023-06-10", "", ""),
            row("CB-6", "张店区", "", "2023-06-11", "", ""),
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 6]);
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["D2", "orgs.unit_unknown", { "code": "火星区" }],
            ["E2", "field.not_positive", {}],
            ["F3", "ledger.date_in_future", { "latest": "2023-06-30" }],
            ["H4", "opportunities.before_reserved", { "reserved_on": "2023-06-10" }],
            ["I5", "opportunities.closing_incomplete", {}],
            ["H6", "opportunities.closing_incomplete", {}],
            ["A8", "intake.twice_in_batch", { "sheet": "储备项目", "row": 7 }],
        ])
    );
}

#[tokio::test]
async fn an_undone_batch_leaves_nothing_standing_and_can_come_again() {
    let app = TestApp::new().await;
    let whole = [
        opportunities(&[FIRST, GONE]),
        publications(&[["CB-1", "选择淄博", "2023-06-05"]]),
    ];
    let batch = import(&app, &whole).await;
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(figure(&app, "reserve_projects").await, 0);
    assert_eq!(
        app.as_bureau().get("/opportunities").await.ok(200)["total"],
        0
    );
    let again = import(&app, &whole).await;
    assert_eq!(counts(&again), [3, 0, 0, 0]);
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
}

#[tokio::test]
async fn what_was_changed_or_published_since_stays_and_is_listed() {
    let app = TestApp::new().await;
    let batch = import(&app, &[opportunities(&[FIRST, GONE])]).await;
    let found = app.as_bureau().get("/opportunities").await.ok(200);
    let id = |n: usize| found["items"][n]["id"].as_str().unwrap().to_owned();
    publish(&app, &id(0), "选择淄博", "2023-06-06").await;
    let path = format!("/opportunities/{}", id(1));
    app.as_bureau()
        .patch(&path, json!({ "name": "新名" }))
        .await
        .ok(200);
    let kept = undo(&app, &batch).await;
    assert_eq!(
        [&kept[0]["code"], &kept[1]["code"]],
        [
            &json!("opportunities.changed_since"),
            &json!("opportunities.referred_to")
        ]
    );
    assert_eq!(kept[1]["params"], json!({ "publications": 1 }));
    assert_eq!(figure(&app, "reserve_projects").await, 1);
}
