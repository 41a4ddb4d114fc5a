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

/// A sheet of campaigns: code, name, first and last month.
pub(crate) fn campaigns(rows: &[&[&str]]) -> SheetOut {
    let headers = ["行动编号", "行动名称", "开始月份", "结束月份", "依据文件"];
    sheet("专项行动", &headers, rows)
}

/// A sheet of goals: campaign, indicator, measure, value, until.
pub(crate) fn goals(rows: &[&[&str]]) -> SheetOut {
    let headers = ["行动编号", "指标", "口径", "目标值", "截至月份"];
    sheet("专项行动目标", &headers, rows)
}

/// A sheet of activities.
pub(crate) fn activities(rows: &[&[&str]]) -> SheetOut {
    let headers = [
        "活动编号",
        "活动类型",
        "活动名称",
        "开始日期",
        "结束日期",
        "地点",
        "主办单位",
        "带队领导层级",
        "召集人",
        "专项行动",
        "产业链",
    ];
    sheet("招商活动", &headers, rows)
}

/// A row of an outbound activity of 张店区 on 5 June, led by its first leader.
pub(crate) fn trip(code: &str) -> [&str; 11] {
    [
        code,
        "外出招商",
        "赴苏州招商",
        "2023-06-05",
        "",
        "江苏省苏州市；310000",
        "张店区",
        "区县党政主要负责人",
        "",
        "",
        "",
    ]
}

/// A sheet of meetings: activity, company, its code and division, project, our level,
/// their level, outcome.
pub(crate) fn meetings(rows: &[&[&str]]) -> SheetOut {
    let headers = [
        "活动编号",
        "企业名称",
        "统一社会信用代码",
        "注册地区划代码",
        "项目编号",
        "我方层级",
        "对方层级",
        "结果",
    ];
    sheet("活动对接", &headers, rows)
}

/// A sheet of policy documents: number, name, nature, theme, issuer, day, campaign.
pub(crate) fn documents(rows: &[&[&str]]) -> SheetOut {
    let headers = [
        "文号",
        "文件名称",
        "性质",
        "领域",
        "印发单位",
        "印发日期",
        "专项行动",
    ];
    sheet("政策文件", &headers, rows)
}

/// A sheet of projects of 张店区 with a formal contract over 15,000 万元.
pub(crate) fn projects(codes: &[&str]) -> SheetOut {
    let headers = [
        "项目编号",
        "项目名称",
        "责任单位",
        "所在地区划代码",
        "投资方",
        "投资方注册地",
        "合同编号",
        "合同类型",
        "合同日期",
        "合同金额",
        "计划总投资",
        "立项备案代码",
    ];
    let rows: Vec<Vec<String>> = codes
        .iter()
        .map(|code| {
            let contract = format!("HT-{code}");
            let name = format!("{code}新材料项目");
            [
                *code,
                &name,
                "张店区",
                "370303",
                "苏州甲有限公司",
                "320500",
                &contract,
                "正式合同",
                "2023-06-02",
                "15000",
                "20000",
                "2306-370303-04-01-000001",
            ]
            .map(str::to_owned)
            .to_vec()
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    sheet("项目", &headers, &rows)
}

/// A sheet of milestones: project, milestone, day.
pub(crate) fn milestones(rows: &[&[&str]]) -> SheetOut {
    sheet("节点", &["项目编号", "节点", "日期"], rows)
}

/// Hands a workbook in and answers the report.
pub(crate) async fn stage(app: &TestApp, sheets: &[SheetOut]) -> Value {
    stage_file(app, write(sheets).unwrap()).await
}

/// Hands a file in and answers the report.
pub(crate) async fn stage_file(app: &TestApp, bytes: Vec<u8>) -> Value {
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
    let refused = refusals(app, &batch).await;
    assert_eq!(batch["counts"]["refused"], 0, "{refused}");
    commit(app, &batch).await
}

/// Takes a batch back and answers what stays: kind, key and code of each.
pub(crate) async fn undo(app: &TestApp, batch: &Value) -> Value {
    let path = format!("/imports/{}/undo", batch["id"].as_str().unwrap());
    let undone = app.as_bureau().post(&path, json!({})).await.ok(200);
    let kept = undone["kept"].as_array().unwrap().iter();
    kept.map(|kept| json!([kept["kind"], kept["key"], kept["code"]]))
        .collect()
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

/// The counts of a batch, in the order new, changed, same, refused.
pub(crate) fn counts(batch: &Value) -> [i64; 4] {
    ["new", "changed", "same", "refused"].map(|count| batch["counts"][count].as_i64().unwrap())
}

/// Exports a kind, hands the file in again and answers the counts.
pub(crate) async fn handed_in_again(app: &TestApp, kind: &str) -> [i64; 4] {
    let file = app.as_bureau().get(&format!("/exports/{kind}.xlsx")).await;
    assert_eq!(file.status, 200, "{file}");
    counts(&stage_file(app, file.body.to_vec()).await)
}
