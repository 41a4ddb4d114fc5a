//! Honours in workbooks.

use crate::TestApp;
use crate::city::{CODE, names, register};
use crate::workbooks::{
    assert_export_is_the_same, commit, counts, import, refusals, sheet, stage, undo,
};
use serde_json::json;
use sheets::SheetOut;

const HEADERS: [&str; 6] = [
    "企业名称",
    "统一社会信用代码",
    "注册地区划代码",
    "称号",
    "年度",
    "来源",
];

fn honours(rows: &[[&str; 6]]) -> SheetOut {
    let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
    sheet("企业荣誉", &HEADERS, &rows)
}

const THREE: [[&str; 6]; 3] = [
    [
        "甲有限公司",
        "",
        "320505",
        "专精特新“小巨人”",
        "2021",
        "工信部",
    ],
    ["甲有限公司", "", "", "上市公司", "2022", "上交所"],
    ["乙有限公司", CODE, "", "央企", "2020", "国资委"],
];

#[tokio::test]
async fn a_row_registers_its_company_where_it_is_new_and_finds_it_where_it_is_not() {
    let app = TestApp::new().await;
    register(&app, "乙有限公司", Some(CODE)).await;
    let batch = stage(&app, &[honours(&THREE)]).await;
    assert_eq!(
        counts(&batch),
        [3, 0, 0, 0],
        "{}",
        refusals(&app, &batch).await
    );
    commit(&app, &batch).await;
    let found = app
        .as_reader()
        .get("/companies?honour=specialised")
        .await
        .ok(200);
    assert_eq!(names(&found), ["甲有限公司"]);
    assert_eq!(found["items"][0]["division"]["code"], "320505");
    assert_eq!(found["items"][0]["honours"][0]["honour"], "listed");
    assert_eq!(counts(&stage(&app, &[honours(&THREE)]).await), [0, 0, 3, 0]);
    assert_export_is_the_same(&app, "honours", 3).await;
    assert_eq!(undo(&app, &batch).await, json!([]));
    let left = app.as_reader().get("/companies").await.ok(200);
    assert_eq!(names(&left), ["乙有限公司"]);
    assert_eq!(left["items"][0]["honours"], json!([]));
    assert_eq!(counts(&stage(&app, &[honours(&THREE)]).await), [3, 0, 0, 0]);
}

#[tokio::test]
async fn a_company_of_the_same_workbook_may_be_honoured() {
    let app = TestApp::new().await;
    let companies = sheet(
        "企业",
        &["企业名称", "注册地区划代码"],
        &[&["甲有限公司", "320505"]],
    );
    let rows = [["甲有限公司", "", "", "链主", "2022", "市工信局"]];
    let batch = import(&app, &[honours(&rows), companies]).await;
    assert_eq!(counts(&batch), [2, 0, 0, 0]);
    assert_eq!(undo(&app, &batch).await, json!([]));
    let left = app.as_reader().get("/companies").await.ok(200);
    assert_eq!(left["total"], 0);
}

#[tokio::test]
async fn another_source_is_a_change_that_goes_back() {
    let app = TestApp::new().await;
    import(&app, &[honours(&THREE[..1])]).await;
    let mut row = THREE[0];
    row[5] = "工信部第三批";
    let changed = import(&app, &[honours(&[row])]).await;
    assert_eq!(counts(&changed), [0, 1, 0, 0]);
    let source = async || {
        let found = app.as_reader().get("/companies").await.ok(200);
        found["items"][0]["honours"][0]["source"].clone()
    };
    assert_eq!(source().await, "工信部第三批");
    assert_eq!(undo(&app, &changed).await, json!([]));
    assert_eq!(source().await, "工信部");
}

#[tokio::test]
async fn wrong_rows_name_cell_and_reason() {
    let app = TestApp::new().await;
    let rows = [
        ["甲有限公司", "", "", "独角兽", "2022", "长城战略咨询"],
        ["乙有限公司", "", "320505", "独角兽", "2024", "长城战略咨询"],
        ["乙有限公司", "", "无此地", "最好", "2022", "甲"],
        ["丙有限公司", "123", "", "名企", "2022", "甲"],
        ["丁有限公司", "", "320505", "名企", "2022", "甲"],
        ["丁有限公司", "", "320505", "名企", "2022", "乙"],
    ];
    let batch = stage(&app, &[honours(&rows)]).await;
    let found = refusals(&app, &batch).await;
    let found: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (&p[0], &p[1]))
        .collect();
    let expected = [
        ("C2", "companies.division_required"),
        ("E3", "honours.year_impossible"),
        ("D4", "intake.not_a_choice"),
        ("B5", "companies.uscc_length"),
        ("D7", "intake.twice_in_batch"),
    ];
    let expected: Vec<_> = expected
        .map(|(cell, code)| (json!(cell), json!(code)))
        .to_vec();
    let expected: Vec<_> = expected.iter().map(|(cell, code)| (cell, code)).collect();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn what_was_changed_or_is_honoured_since_stays() {
    let app = TestApp::new().await;
    let first = import(&app, &[honours(&THREE[..1])]).await;
    let mut row = THREE[0];
    row[5] = "工信部第三批";
    import(&app, &[honours(&[row, THREE[1]])]).await;
    let kept = undo(&app, &first).await;
    let codes: Vec<&str> = kept
        .as_array()
        .unwrap()
        .iter()
        .map(|kept| kept["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["honours.changed_since", "companies.referred_to"]);
    let stands = app.as_reader().get("/companies").await.ok(200);
    assert_eq!(stands["items"][0]["honours"].as_array().unwrap().len(), 2);
}
