//! Filling a city up to 50,000 projects through the same import as anyone's, and the time
//! that each workbook takes.

use crate::client::Client;
use serde_json::{Value, json};
use sheets::{CellOut, ColumnKind, ColumnOut, MoneyUnit, SheetOut, write};
use std::time::{Duration, Instant};

/// Units that lead the projects.
pub(crate) const UNITS: [&str; 8] = [
    "370302", "370303", "370304", "370305", "370306", "370321", "370322", "370323",
];

/// How many projects one workbook holds.
const ROWS: usize = 5_000;

/// How many workbooks there are.
const WORKBOOKS: usize = 10;

fn text(text: impl Into<String>) -> CellOut {
    CellOut::Text(text.into())
}

fn sheet(name: &str, headers: &[&str], rows: Vec<Vec<CellOut>>) -> SheetOut {
    SheetOut {
        name: name.to_owned(),
        columns: headers
            .iter()
            .map(|header| ColumnOut::new(*header, ColumnKind::Text))
            .collect(),
        rows,
        ..SheetOut::default()
    }
}

/// Projects `first..first + ROWS`, all with a formal contract.
fn projects(first: usize) -> SheetOut {
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
        "计划总投资",
    ];
    let rows = (first..first + ROWS).map(|n| {
        let unit = UNITS[n % UNITS.len()];
        vec![
            text(format!("B-{n:05}")),
            text(format!("测量项目{n:05}")),
            text(unit),
            text(unit),
            text(format!("测量公司{:04}", n % 4_000)),
            text("320505"),
            text(format!("CL-{n:05}")),
            text("正式合同"),
            text(format!("2023-06-{:02}", n % 28 + 1)),
            CellOut::Money {
                fen: i64::try_from(n * 7_919 % 90_000 + 1_000).unwrap() * 1_000_000,
                unit: MoneyUnit::TenThousandYuan,
            },
        ]
    });
    sheet("项目", &headers, rows.collect())
}

/// Two of three of them are signed: a fact each.
fn milestones(first: usize) -> SheetOut {
    let rows = (first..first + ROWS).filter(|n| n % 3 > 0).map(|n| {
        vec![
            text(format!("B-{n:05}")),
            text("签约"),
            text(format!("2023-06-{:02}", n % 28 + 1)),
        ]
    });
    let headers = ["项目编号", "节点", "日期"];
    sheet("项目节点", &headers, rows.collect())
}

/// Hands a workbook in and commits it; how long the check and the commit took.
fn import(client: &mut Client, name: &str, book: &[u8]) -> (Duration, Duration) {
    let begun = Instant::now();
    let path = format!("/api/v1/imports?file_name={name}.xlsx");
    let answer = client.send("POST", &path, "application/octet-stream", book);
    let said = String::from_utf8_lossy(&answer.body).into_owned();
    assert!(answer.status < 300, "{said}");
    let batch = answer.json();
    assert_eq!(batch["counts"]["refused"], 0, "{said}");
    let checked = begun.elapsed();
    let begun = Instant::now();
    let path = format!("/api/v1/imports/{}/commit", batch["id"].as_str().unwrap());
    let done = client.post(&path, &json!({})).json();
    assert_eq!(done["state"], "committed");
    (checked, begun.elapsed())
}

/// Ten workbooks of 5,000 projects each, then the milestones of all.
pub(crate) fn fill(client: &mut Client) {
    let mut took = Vec::new();
    for n in 0..WORKBOOKS {
        let book = write(&[projects(n * ROWS)]).unwrap();
        took.push(import(client, &format!("projects-{n}"), &book));
    }
    report("a workbook of 5,000 projects", took);
    let mut took = Vec::new();
    for n in 0..WORKBOOKS {
        let book = write(&[milestones(n * ROWS)]).unwrap();
        took.push(import(client, &format!("milestones-{n}"), &book));
    }
    report("a workbook of 3,333 signings, a fact each", took);
}

fn report(name: &str, mut took: Vec<(Duration, Duration)>) {
    took.sort_unstable_by_key(|(checked, written)| *checked + *written);
    let (checked, written) = took[took.len() / 2];
    println!(
        "{name}: median {:.0?} (checked {checked:.0?}, committed {written:.0?})",
        checked + written
    );
}

/// Whether a run before this one has filled the city.
pub(crate) fn is_full(client: &mut Client) -> bool {
    let last = format!("/api/v1/projects?q=B-{}", WORKBOOKS * ROWS - 1);
    client.get(&last).json()["total"] == 1
}

/// Registers a project with a formal contract; what the server answers.
pub(crate) fn create(client: &mut Client, code: &str) -> Value {
    let project = json!({
        "code": code,
        "name": format!("测量项目 {code}"),
        "unit": "370303",
        "place": "370303",
        "investors": [{ "name": "测量公司0001", "division": "320505" }],
        "contract_number": code,
        "contract_kind": "formal",
        "signed_on": "2023-07-10",
        "planned_investment": "120000000.00",
    });
    client.post("/api/v1/projects", &project).json()
}

/// Registers a project, and has its signing recognised.
pub(crate) fn create_signed(client: &mut Client, code: &str) {
    let made = create(client, code);
    let path = format!(
        "/api/v1/projects/{}/milestones",
        made["id"].as_str().unwrap()
    );
    let signing = json!({ "kind": "signed", "occurred_on": "2023-07-10" });
    client.post(&path, &signing);
}
