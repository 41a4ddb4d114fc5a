//! Target companies in workbooks.

use crate::TestApp;
use crate::city::{CODE, chain, counted, names, node, register, target, target_in};
use crate::workbooks::{
    assert_export_is_the_same, chains, counts, import, nodes, refusals, sheet, stage, undo,
};
use serde_json::{Value, json};
use sheets::SheetOut;

const HEADERS: [&str; 10] = [
    "企业名称",
    "统一社会信用代码",
    "注册地区划代码",
    "批次",
    "产业链",
    "环节",
    "责任单位",
    "推荐来源",
    "确定日期",
    "移出日期",
];

/// A row of 甲 in the first batch, of which some cells are others.
fn row<'a>(name: &'a str, others: &[(usize, &'a str)]) -> [&'a str; 10] {
    let mut row = [
        name,
        "",
        "320505",
        "第一批",
        "A",
        "",
        "张店区",
        "专业机构",
        "2023-06-02",
        "",
    ];
    for &(column, text) in others {
        row[column] = text;
    }
    row
}

fn targets(rows: &[[&str; 10]]) -> SheetOut {
    let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
    sheet("目标企业", &HEADERS, &rows)
}

async fn list(app: &TestApp) -> Value {
    app.as_reader().get("/targets").await.ok(200)["items"].clone()
}

#[tokio::test]
async fn chains_nodes_units_and_targets_come_in_one_workbook() {
    let app = TestApp::new().await;
    let units = sheet(
        "单位",
        &["单位代码", "单位名称", "单位类型", "上级单位"],
        &[&["xinqu", "新区", "功能区", "370300"]],
    );
    let workbook = [
        targets(&[
            row("甲有限公司", &[(4, "石油化工"), (5, "炼化"), (6, "新区")]),
            row("乙有限公司", &[(9, "2023-06-20")]),
        ]),
        chains(&[["A", "石油化工", ""]]),
        nodes(&[["A", "炼化", "", "", "弱"]]),
        units,
    ];
    let batch = import(&app, &workbook).await;
    assert_eq!(counts(&batch), [5, 0, 0, 0]);
    let found = list(&app).await;
    assert_eq!(found[1]["unit"]["code"], "xinqu");
    assert_eq!(found[1]["node"]["name"], "炼化");
    assert_eq!(found[0]["untargeted_on"], "2023-06-20");
    assert_eq!(counted(&app, "370300").await, 1);
    assert_eq!(counted(&app, "xinqu").await, 1);
    assert_export_is_the_same(&app, "targets", 2).await;
    let kept = undo(&app, &batch).await;
    assert_eq!(
        kept[0]["kind"], "units",
        "facts have named the unit: {kept}"
    );
    assert_eq!(list(&app).await, json!([]));
    assert_eq!(counted(&app, "370300").await, 0);
    let left = app.as_reader().get("/companies").await.ok(200);
    assert_eq!(names(&left), [""; 0]);
    let left = app.as_reader().get("/chains").await.ok(200);
    assert_eq!(left["items"], json!([]));
}

#[tokio::test]
async fn a_row_may_give_a_company_up_and_choose_it_again_later() {
    let app = TestApp::new().await;
    chain(&app, "A", "石油化工").await;
    import(&app, &[targets(&[row("甲有限公司", &[])])]).await;
    let batch = import(
        &app,
        &[targets(&[
            row("甲有限公司", &[(9, "2023-06-10")]),
            row("甲有限公司", &[(3, "第二批"), (8, "2023-06-12")]),
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 1, 0, 0]);
    assert_eq!(counted(&app, "370303").await, 1);
    let found = list(&app).await;
    assert_eq!(found[0]["batch"], "第二批");
    assert_eq!(found[1]["untargeted_on"], "2023-06-10");
    assert_export_is_the_same(&app, "targets", 2).await;
    assert_eq!(undo(&app, &batch).await, json!([]));
    let found = list(&app).await;
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["untargeted_on"], json!(null));
    assert_eq!(counted(&app, "370303").await, 1);
}

#[tokio::test]
async fn what_facts_carry_is_corrected_and_the_place_on_the_chains_changes() {
    let app = TestApp::new().await;
    let first = chain(&app, "A", "石油化工").await;
    node(&app, &first, json!({ "name": "炼化" })).await;
    chain(&app, "B", "医药").await;
    import(&app, &[targets(&[row("甲有限公司", &[(5, "炼化")])])]).await;
    for (column, text, recognised) in [
        (3, "第二批", "第一批"),
        (6, "淄川区", "370303"),
        (7, "产业主管部门", "agency"),
        (8, "2023-06-03", "2023-06-02"),
    ] {
        let batch = stage(&app, &[targets(&[row("甲有限公司", &[(column, text)])])]).await;
        let found = refusals(&app, &batch).await;
        assert_eq!(found[0][1], "targets.recognised_row_differs", "{found}");
        assert_eq!(found[0][2]["recognised"], recognised);
    }
    assert_eq!(
        counts(&stage(&app, &[targets(&[row("甲有限公司", &[])])]).await),
        [0, 0, 1, 0]
    );
    let moved = import(&app, &[targets(&[row("甲有限公司", &[(4, "医药")])])]).await;
    assert_eq!(counts(&moved), [0, 1, 0, 0]);
    let found = list(&app).await;
    assert_eq!(
        (&found[0]["chain"]["code"], &found[0]["node"]),
        (&json!("B"), &json!(null))
    );
    assert_eq!(undo(&app, &moved).await, json!([]));
    let found = list(&app).await;
    assert_eq!(
        (&found[0]["chain"]["code"], &found[0]["node"]["name"]),
        (&json!("A"), &json!("炼化"))
    );
}

#[tokio::test]
async fn wrong_rows_name_cell_and_reason() {
    let app = TestApp::new().await;
    chain(&app, "A", "石油化工").await;
    let batch = stage(
        &app,
        &[targets(&[
            row("甲有限公司", &[(4, "Z"), (6, "火星区")]),
            row("甲有限公司", &[(5, "没有")]),
            row("甲有限公司", &[(7, "邻居")]),
            row("甲有限公司", &[(8, "2023-07-03")]),
            row("甲有限公司", &[(9, "2023-06-01")]),
            row("甲有限公司", &[(2, "")]),
            row("甲有限公司", &[]),
            row("甲有限公司", &[(3, "第二批")]),
            row("甲有限公司", &[]),
        ])],
    )
    .await;
    let found = refusals(&app, &batch).await;
    let found: Vec<Value> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|p| json!([p[0], p[1]]))
        .collect();
    let expected = [
        ("E2", "intake.unknown_reference"),
        ("G2", "intake.unknown_reference"),
        ("F3", "intake.unknown_reference"),
        ("H4", "intake.not_a_choice"),
        ("I5", "ledger.date_in_future"),
        ("J6", "targets.untargeted_before"),
        ("C7", "companies.division_required"),
        ("A9", "intake.twice_in_batch"),
    ];
    assert_eq!(found, expected.map(|(cell, code)| json!([cell, code])));
    assert_eq!(counts(&batch), [1, 0, 1, 7]);
}

#[tokio::test]
async fn what_was_given_up_since_stays_and_so_does_its_company() {
    let app = TestApp::new().await;
    let chain_id = chain(&app, "A", "石油化工").await;
    let known = register(&app, "丙有限公司", Some(CODE)).await;
    target(&app, target_in(&known, &chain_id)).await;
    let rows = [row("甲有限公司", &[]), row("乙有限公司", &[])];
    let batch = import(&app, &[targets(&rows)]).await;
    let found = list(&app).await;
    let path = format!("/targets/{}/untargeting", found[0]["id"].as_str().unwrap());
    let end = json!({ "untargeted_on": "2023-06-20" });
    app.as_bureau().post(&path, end).await.ok(200);
    let kept = undo(&app, &batch).await;
    let codes: Vec<&Value> = kept
        .as_array()
        .unwrap()
        .iter()
        .map(|k| &k["code"])
        .collect();
    assert_eq!(codes, ["targets.changed_since", "companies.referred_to"]);
    let left = app.as_reader().get("/companies").await.ok(200);
    assert_eq!(names(&left), ["乙有限公司", "丙有限公司"]);
    assert_eq!(counted(&app, "370300").await, 1);
}

#[tokio::test]
async fn before_the_first_month_a_choice_is_opening_and_counts_in_the_stock() {
    let app = TestApp::new().await;
    chain(&app, "A", "石油化工").await;
    import(&app, &[targets(&[row("甲有限公司", &[(8, "2023-05-02")])])]).await;
    assert_eq!(list(&app).await[0]["origin_month"], json!(null));
}
