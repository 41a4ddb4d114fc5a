//! Workbooks as offices hand them in, and what becomes of them.

use crate::TestApp;
use serde_json::{Value, json};
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, write};

/// A sheet of texts under these headers.
pub(crate) fn sheet<const N: usize>(
    name: &str,
    headers: [&str; N],
    rows: &[[&str; N]],
) -> SheetOut {
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

/// A sheet of the roster: company, code, division, project, unit, day, officer, release.
pub(crate) fn rosters(rows: &[[&str; 8]]) -> SheetOut {
    let headers = [
        "企业名称",
        "统一社会信用代码",
        "注册地区划代码",
        "项目编号",
        "责任单位",
        "入选日期",
        "入选规则",
        "护商专员",
        "移出日期",
    ];
    let rows: Vec<[&str; 9]> = rows
        .iter()
        .map(
            |&[company, uscc, division, project, unit, day, officer, left]| {
                let rule = "年纳税500万元以上";
                [
                    company, uscc, division, project, unit, day, rule, officer, left,
                ]
            },
        )
        .collect();
    sheet("护商名单", headers, &rows)
}

/// A sheet of visits: code, mode, purpose, day, unit, company, project, needs.
pub(crate) fn visits(rows: &[[&str; 8]]) -> SheetOut {
    let headers = [
        "活动编号",
        "方式",
        "类型",
        "日期",
        "责任单位",
        "护商专员",
        "企业名称",
        "注册地区划代码",
        "项目编号",
        "需求",
    ];
    let rows: Vec<[&str; 10]> = rows
        .iter()
        .map(
            |&[code, mode, purpose, day, unit, company, project, needs]| {
                let division = if company.is_empty() { "" } else { "370303" };
                let officer = "护商专员 012";
                [
                    code, mode, purpose, day, unit, officer, company, division, project, needs,
                ]
            },
        )
        .collect();
    sheet("护商活动", headers, &rows)
}

/// A sheet of problems: code, category, unit, company, raised, description, visit, solved,
/// solution.
pub(crate) fn problems(rows: &[[&str; 9]]) -> SheetOut {
    let headers = [
        "问题编号",
        "类别",
        "责任单位",
        "企业名称",
        "注册地区划代码",
        "提出日期",
        "问题内容",
        "来源活动编号",
        "解决日期",
        "解决办法",
    ];
    let rows: Vec<[&str; 10]> = rows
        .iter()
        .map(
            |&[code, category, unit, company, day, what, visit, solved, how]| {
                let division = if company.is_empty() { "" } else { "370303" };
                [
                    code, category, unit, company, division, day, what, visit, solved, how,
                ]
            },
        )
        .collect();
    sheet("企业问题", headers, &rows)
}

/// A sheet of one project.
pub(crate) fn projects(code: &str) -> SheetOut {
    let headers = [
        "项目编号",
        "项目名称",
        "责任单位",
        "所在地区划代码",
        "投资方",
        "投资方注册地",
        "计划总投资",
    ];
    let row = [
        code,
        "新材料项目",
        "张店区",
        "370303",
        "苏州投资有限公司",
        "320500",
        "20000",
    ];
    sheet("项目", headers, &[row])
}

/// Hands a workbook in and answers the report.
pub(crate) async fn stage(app: &TestApp, sheets: &[SheetOut]) -> Value {
    upload(app, write(sheets).unwrap()).await
}

async fn upload(app: &TestApp, bytes: Vec<u8>) -> Value {
    let path = "/imports?file_name=june.xlsx";
    let staged = app.as_bureau().upload(path, bytes).await;
    assert!((200..300).contains(&staged.status), "{staged}");
    let mut batch = staged.json();
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
    let refused = refusals(app, &batch).await;
    assert_eq!(batch["counts"]["refused"], 0, "{refused}");
    commit(app, &batch).await
}

/// Takes a batch back and answers the codes of what stayed.
pub(crate) async fn undo(app: &TestApp, batch: &Value) -> Vec<String> {
    let path = format!("/imports/{}/undo", batch["id"].as_str().unwrap());
    let undone = app.as_bureau().post(&path, json!({})).await.ok(200);
    let kept = undone["kept"].as_array().unwrap().iter();
    kept.map(|kept| kept["code"].as_str().unwrap().to_owned())
        .collect()
}

/// The counts of a batch that is made of the export of `kind`: new, changed, same, refused.
pub(crate) async fn export_counts(app: &TestApp, kind: &str) -> [i64; 4] {
    let exported = app.as_bureau().get(&format!("/exports/{kind}.xlsx")).await;
    assert_eq!(exported.status, 200, "{exported}");
    counts(&upload(app, exported.body.to_vec()).await)
}

/// The refused rows of a batch: for each problem its cell, code and parameters.
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

/// The cells and codes of the refused rows.
pub(crate) async fn refused_cells(app: &TestApp, batch: &Value) -> Vec<String> {
    let found = refusals(app, batch).await;
    let problems = found.as_array().unwrap().iter();
    problems
        .map(|problem| {
            let text = |at: usize| problem[at].as_str().unwrap_or("-").to_owned();
            format!("{} {}", text(0), text(1))
        })
        .collect()
}

/// The counts of a batch, in the order new, changed, same, refused.
pub(crate) fn counts(batch: &Value) -> [i64; 4] {
    ["new", "changed", "same", "refused"].map(|count| batch["counts"][count].as_i64().unwrap())
}
