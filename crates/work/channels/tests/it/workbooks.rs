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

/// Takes a batch back and answers what it left standing.
pub(crate) async fn undo(app: &TestApp, batch: &Value) -> Value {
    let path = format!("/imports/{}/undo", batch["id"].as_str().unwrap());
    app.as_bureau().post(&path, json!({})).await.ok(200)["kept"].clone()
}

/// Exports a kind, hands it in again and answers the counts.
pub(crate) async fn round_trip(app: &TestApp, kind: &str) -> [i64; 4] {
    let file = app.as_bureau().get(&format!("/exports/{kind}.xlsx")).await;
    assert_eq!(file.status, 200, "{file}");
    let upload = format!("/imports?file_name={kind}.xlsx");
    let staged = app.as_bureau().upload(&upload, file.body.to_vec()).await;
    let batch = staged.json();
    assert_eq!(batch["state"], "preview", "{batch}");
    counts(&batch)
}

const PLATFORM_HEADERS: &[&str] = &[
    "平台编号",
    "平台名称",
    "责任单位",
    "成立日期",
    "一个产业方向",
    "一支产业基金",
    "撤销日期",
];

/// A sheet of platforms: code, name, unit, founded, direction, fund, closed.
pub(crate) fn platforms(rows: &[[&str; 7]]) -> SheetOut {
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 7]>::as_slice).collect();
    sheet("招引平台", PLATFORM_HEADERS, &rows)
}

/// A sheet of projects of platforms: platform, project, day.
pub(crate) fn platform_projects(rows: &[[&str; 3]]) -> SheetOut {
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
    let headers = ["平台编号", "项目编号", "引进日期"];
    sheet("平台引进项目", &headers, &rows)
}

const OPPORTUNITY_HEADERS: &[&str] = &[
    "储备编号",
    "项目名称",
    "类别",
    "责任单位",
    "拟投资额",
    "策划日期",
    "项目内容",
    "出库日期",
    "出库原因",
];

/// A sheet of opportunities: code, name, category, unit, investment in 万元, planned,
/// content, closed, outcome.
pub(crate) fn opportunities(rows: &[[&str; 9]]) -> SheetOut {
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 9]>::as_slice).collect();
    sheet("储备项目", OPPORTUNITY_HEADERS, &rows)
}

/// A sheet of publications: opportunity, channel, day.
pub(crate) fn publications(rows: &[[&str; 3]]) -> SheetOut {
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
    let headers = ["储备编号", "发布渠道", "发布日期"];
    sheet("发布记录", &headers, &rows)
}

/// A sheet of projects of 张店区 over 2 亿元 from Suzhou, by code.
pub(crate) fn projects(codes: &[&str]) -> SheetOut {
    let rows: Vec<[String; 8]> = codes
        .iter()
        .map(|code| {
            [
                (*code).to_owned(),
                format!("{code}新材料项目"),
                "张店区".to_owned(),
                "370303".to_owned(),
                "苏州甲有限公司".to_owned(),
                "320500".to_owned(),
                "20000".to_owned(),
                format!("HT-{code}"),
            ]
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| {
            let mut row: Vec<&str> = row.iter().map(String::as_str).collect();
            row.extend(["正式合同", "2023-06-02"]);
            row
        })
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let headers = [
        "项目编号",
        "项目名称",
        "责任单位",
        "所在地区划代码",
        "投资方",
        "投资方注册地",
        "计划总投资",
        "合同编号",
        "合同类型",
        "合同日期",
    ];
    sheet("项目", &headers, &rows)
}

/// A sheet with funds of 1,000 万元 of a project.
pub(crate) fn funds(voucher: &str, project: &str) -> SheetOut {
    let headers = [
        "凭证号",
        "项目编号",
        "到账日期",
        "到账金额",
        "资金类别",
        "付款方",
    ];
    let row = [
        voucher,
        project,
        "2023-06-10",
        "1000",
        "设备",
        "苏州甲有限公司",
    ];
    sheet("到位资金", &headers, &[&row])
}
