//! Workbooks as offices hand them in, and what becomes of them.

use crate::TestApp;
use serde_json::{Value, json};
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, write};

/// A sheet of texts under these headers.
pub(crate) fn sheet(name: &str, headers: &[&str], rows: &[&[&str]]) -> SheetOut {
    let cell = |text: &&str| {
        if text.is_empty() {
            CellOut::Empty
        } else {
            CellOut::Text((*text).to_owned())
        }
    };
    SheetOut {
        name: name.to_owned(),
        columns: headers
            .iter()
            .map(|header| ColumnOut::new(*header, ColumnKind::Text))
            .collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect(),
        ..SheetOut::default()
    }
}

const PROJECT_HEADERS: &[&str] = &[
    "项目编号",
    "项目名称",
    "责任单位",
    "所在地区划代码",
    "投资方",
    "投资方注册地",
    "投资占比",
    "合同编号",
    "合同类型",
    "合同日期",
    "计划总投资",
    "立项备案代码",
];

/// A sheet of projects: code, unit, planned investment in 万元; the rest is as usual.
pub(crate) fn projects(rows: &[(&str, &str, &str)]) -> SheetOut {
    let texts: Vec<Vec<String>> = rows
        .iter()
        .map(|(code, unit, planned)| {
            let contract = format!("HT-{code}");
            let name = format!("{code}新材料项目");
            [
                *code,
                &name,
                *unit,
                "370303",
                "苏州甲有限公司；淄博乙有限公司",
                "320500；370303",
                "60；40",
                &contract,
                "正式合同",
                "2023-06-02",
                *planned,
                "2306-370303-04-01-000001",
            ]
            .map(str::to_owned)
            .to_vec()
        })
        .collect();
    let texts: Vec<Vec<&str>> = texts
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
    sheet("项目", PROJECT_HEADERS, &rows)
}

/// A sheet of milestones: project, milestone, day.
pub(crate) fn milestones(rows: &[(&str, &str, &str)]) -> SheetOut {
    let rows: Vec<[&str; 3]> = rows.iter().map(|(a, b, c)| [*a, *b, *c]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
    sheet("节点", &["项目编号", "节点", "日期"], &rows)
}

/// A sheet of funds: voucher, project, day, amount in 万元.
pub(crate) fn funds(rows: &[(&str, &str, &str, &str)]) -> SheetOut {
    let rows: Vec<[&str; 6]> = rows
        .iter()
        .map(|(voucher, project, day, amount)| {
            [*voucher, *project, *day, *amount, "设备", "苏州甲有限公司"]
        })
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
    let headers = [
        "凭证号",
        "项目编号",
        "到账日期",
        "到账金额",
        "资金类别",
        "付款方",
    ];
    sheet("到位资金", &headers, &rows)
}

/// Hands a workbook in and answers the report.
pub(crate) async fn stage(app: &TestApp, sheets: &[SheetOut]) -> Value {
    let bytes = write(sheets).unwrap();
    let path = "/imports?file_name=june.xlsx";
    let staged = app.as_bureau().upload(path, bytes).await;
    assert!((200..300).contains(&staged.status), "{staged}");
    let mut batch = staged.json();
    // A large workbook is read on after the reply.
    while batch["state"] == "reading" {
        let path = format!("/imports/{}", batch["id"].as_str().unwrap());
        batch = app.as_bureau().get(&path).await.ok(200);
    }
    assert_eq!(batch["state"], "preview", "{batch}");
    batch
}

/// Writes a batch that was handed in.
pub(crate) async fn commit(app: &TestApp, batch: &Value) -> Value {
    let path = format!("/imports/{}/commit", batch["id"].as_str().unwrap());
    let mut batch = app.as_bureau().post(&path, json!({})).await.json();
    while batch["state"] == "committing" {
        let path = format!("/imports/{}", batch["id"].as_str().unwrap());
        batch = app.as_bureau().get(&path).await.ok(200);
    }
    assert_eq!(batch["state"], "committed", "{batch}");
    batch
}

/// Hands a workbook in and writes it.
pub(crate) async fn import(app: &TestApp, sheets: &[SheetOut]) -> Value {
    let batch = stage(app, sheets).await;
    assert_eq!(
        batch["counts"]["refused"],
        0,
        "{}",
        refusals(app, &batch).await
    );
    commit(app, &batch).await
}

/// The refused rows of a batch: key, and for each problem its cell, code and parameters.
pub(crate) async fn refusals(app: &TestApp, batch: &Value) -> Value {
    let id = batch["id"].as_str().unwrap();
    let path = format!("/imports/{id}/rows?status=refused");
    let found = app.as_bureau().get(&path).await.ok(200);
    let items = found["items"].as_array().unwrap().iter();
    let problems = items.flat_map(|item| item["problems"].as_array().unwrap());
    problems
        .map(|problem| json!([problem["cell"], problem["code"], problem["params"]]))
        .collect()
}

/// The counts of a batch, in the order new, changed, same, refused.
pub(crate) fn counts(batch: &Value) -> [i64; 4] {
    ["new", "changed", "same", "refused"].map(|count| batch["counts"][count].as_i64().unwrap())
}
