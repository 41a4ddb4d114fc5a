//! Platforms in workbooks.

use crate::TestApp;
use crate::city::{bring, create, figure, project_in};
use crate::workbooks::{commit, counts, import, platforms, refusals, round_trip, stage, undo};
use serde_json::json;

const FIRST: [&str; 7] = [
    "PT-1",
    "新材料平台",
    "张店区",
    "2023-06-01",
    "聚烯烃",
    "",
    "",
];
const CLOSED: [&str; 7] = [
    "PT-2",
    "医药平台",
    "高新区",
    "2023-06-02",
    "",
    "基金",
    "2023-06-20",
];

#[tokio::test]
async fn platforms_come_in_count_and_go_out_as_the_same_rows() {
    let app = TestApp::new().await;
    let batch = import(&app, &[platforms(&[FIRST, CLOSED])]).await;
    assert_eq!(counts(&batch), [2, 0, 0, 0]);
    assert_eq!(figure(&app, "platforms").await, 1);
    let found = app.as_bureau().get("/platforms").await.ok(200);
    assert_eq!(found["items"][0]["components"]["direction"], "聚烯烃");
    assert_eq!(found["items"][1]["closed_on"], "2023-06-20");
    assert_eq!(round_trip(&app, "platforms").await, [0, 0, 2, 0]);
    let strange = app
        .as_bureau()
        .get("/exports/platforms.xlsx?colour=red")
        .await;
    strange.refused_fields(&[("colour", "intake.unknown_filter")]);
}

#[tokio::test]
async fn an_export_holds_what_the_screen_left() {
    let app = TestApp::new().await;
    import(&app, &[platforms(&[FIRST, CLOSED])]).await;
    let bureau = app.as_bureau();
    let file = bureau
        .get("/exports/platforms.xlsx?closed=true&unit=gaoxin")
        .await;
    let staged = bureau
        .upload("/imports?file_name=x.xlsx", file.body.to_vec())
        .await;
    assert_eq!(counts(&staged.json()), [0, 0, 1, 0]);
    let district = app
        .as_district("370302")
        .get("/exports/platforms.xlsx")
        .await;
    let staged = bureau
        .upload("/imports?file_name=y.xlsx", district.body.to_vec())
        .await;
    assert_eq!(counts(&staged.json()), [0, 0, 0, 0]);
}

#[tokio::test]
async fn texts_and_the_closing_change_and_what_is_recognised_does_not() {
    let app = TestApp::new().await;
    import(&app, &[platforms(&[FIRST, CLOSED])]).await;
    let change = [
        "PT-1",
        "新名平台",
        "张店区",
        "2023-06-01",
        "",
        "新基金",
        "2023-06-25",
    ];
    let staged = stage(&app, &[platforms(&[change])]).await;
    assert_eq!(counts(&staged), [0, 1, 0, 0]);
    commit(&app, &staged).await;
    assert_eq!(figure(&app, "platforms").await, 0);
    let found = app.as_bureau().get("/platforms?q=新名平台").await.ok(200);
    let components = &found["items"][0]["components"];
    assert_eq!(
        (&components["direction"], &components["fund"]),
        (&json!("聚烯烃"), &json!("新基金"))
    );
    let batch = stage(
        &app,
        &[platforms(&[
            ["PT-1", "新名平台", "高新区", "2023-06-03", "", "", ""],
            [
                "PT-2",
                "医药平台",
                "高新区",
                "2023-06-02",
                "",
                "",
                "2023-06-21",
            ],
        ])],
    )
    .await;
    let differs = |cell: &str, field: &str, recognised: &str| {
        let params = json!({ "field": field, "recognised": recognised });
        json!([cell, "projects.recognised_row_differs", params])
    };
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            differs("C2", "unit", "张店区"),
            differs("D2", "founded_on", "2023-06-01"),
            differs("G3", "closed_on", "2023-06-20"),
        ])
    );
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    let batch = stage(
        &app,
        &[platforms(&[
            ["PT-1", "平台", "火星区", "2023-06-01", "", "", ""],
            ["PT-2", "平台", "张店区", "2023-07-04", "", "", ""],
            ["PT-3", "平台", "张店区", "2023-06-10", "", "", "2023-06-09"],
            FIRST,
            FIRST,
            ["PT-1", "别名", "张店区", "2023-06-01", "", "", ""],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 1, 4]);
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["C2", "orgs.unit_unknown", { "code": "火星区" }],
            ["D3", "ledger.date_in_future", { "latest": "2023-06-30" }],
            ["G4", "platforms.before_founding", { "founded_on": "2023-06-10" }],
            ["A7", "intake.twice_in_batch", { "sheet": "招引平台", "row": 5 }],
        ])
    );
}

#[tokio::test]
async fn an_undone_batch_leaves_nothing_standing_and_can_come_again() {
    let app = TestApp::new().await;
    let batch = import(&app, &[platforms(&[FIRST, CLOSED])]).await;
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(figure(&app, "platforms").await, 0);
    assert_eq!(app.as_bureau().get("/platforms").await.ok(200)["total"], 0);
    import(&app, &[platforms(&[FIRST, CLOSED])]).await;
    assert_eq!(figure(&app, "platforms").await, 1);
}

#[tokio::test]
async fn a_changed_platform_goes_back_and_its_closing_is_reversed() {
    let app = TestApp::new().await;
    import(&app, &[platforms(&[FIRST])]).await;
    let change = [
        "PT-1",
        "新名平台",
        "张店区",
        "2023-06-01",
        "",
        "新基金",
        "2023-06-25",
    ];
    let batch = import(&app, &[platforms(&[change])]).await;
    assert_eq!(figure(&app, "platforms").await, 0);
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(figure(&app, "platforms").await, 1);
    let found = app.as_bureau().get("/platforms").await.ok(200);
    let platform = &found["items"][0];
    assert_eq!(
        (
            &platform["name"],
            &platform["closed_on"],
            &platform["components"]["fund"]
        ),
        (&json!("新材料平台"), &json!(null), &json!(null))
    );
}

#[tokio::test]
async fn what_was_changed_or_came_to_be_referred_to_stays_and_is_listed() {
    let app = TestApp::new().await;
    let batch = import(&app, &[platforms(&[FIRST, CLOSED])]).await;
    let found = app.as_bureau().get("/platforms").await.ok(200);
    let id = |n: usize| found["items"][n]["id"].as_str().unwrap().to_owned();
    let project = create(&app, "/projects", project_in("P-1")).await;
    bring(&app, &id(0), &project, "2023-06-06").await;
    let path = format!("/platforms/{}", id(1));
    app.as_bureau()
        .patch(&path, json!({ "name": "新名" }))
        .await
        .ok(200);
    let kept = undo(&app, &batch).await;
    assert_eq!(
        [&kept[0]["code"], &kept[1]["code"]],
        [
            &json!("platforms.changed_since"),
            &json!("platforms.referred_to")
        ]
    );
    assert_eq!(kept[1]["params"], json!({ "projects": 1 }));
    assert_eq!(figure(&app, "platforms").await, 1);
}
