//! A district's workbook as another office would have made it: other headers, a title, a
//! unit line, amounts in another unit, subtotals, a total, a footnote. The figures are the same.

use crate::city::Zibo;
use crate::imports::{commit, counts, upload};
use axum::Router;
use chrono::Datelike;
use db::Migration;
use demo::{DemoFile, Stage};
use http_base::App;
use kernel::{Month, Outcome};
use serde_json::Value;
use sheets::{Cell, CellOut, ColumnKind, ColumnOut, MoneyUnit, SheetOut, Table, TotalRow, Unit};
use std::collections::BTreeSet;
use testkit::{City, TestApp, Who};

/// The district: its office writes amounts in 元.
const DISTRICT: &str = "临淄区";

/// The month whose workbook is re-dressed.
const MONTH: &str = "2022-02";

/// The city up to the month before, as far as the district's workbook speaks of it: the
/// city's own lists and the district's workbooks.
struct TheMonthBefore;

type Before = TestApp<TheMonthBefore>;

impl City for TheMonthBefore {
    fn migrations() -> Vec<Migration> {
        Zibo::migrations()
    }

    async fn furnish(app: &App) -> Outcome<()> {
        let month: Month = MONTH.parse().unwrap();
        let mut files = demo::newspaper().files()?;
        files.retain(|file| match file.stage {
            Stage::Base => true,
            Stage::Opening => ["市直", DISTRICT].iter().any(|unit| is_of(file, unit)),
            Stage::Month(of) => of < month && is_of(file, DISTRICT),
        });
        crate::newspaper::load(app, &files).await
    }

    async fn open(app: App) -> Outcome<(App, Router)> {
        Zibo::open(app).await
    }

    async fn sign_in(app: &App, who: Who) -> Outcome<String> {
        Zibo::sign_in(app, who).await
    }
}

fn is_of(file: &DemoFile, unit: &str) -> bool {
    file.path.ends_with(&format!("/{unit}.xlsx"))
}

/// The district's workbook, as its office handed it in.
fn handed_in() -> Vec<u8> {
    let files = demo::newspaper().files().unwrap();
    let path = format!("{MONTH}/{DISTRICT}.xlsx");
    let file = files.into_iter().find(|file| file.path == path);
    file.unwrap().bytes
}

/// For each sheet, its headers in the words of another office.
const RENAMED: [(&str, &[(&str, &str)]); 9] = [
    (
        "企业",
        &[
            ("企业名称", "公司名称"),
            ("统一社会信用代码", "社会信用代码"),
            ("注册地区划代码", "注册地"),
            ("所属集团", "集团名称"),
        ],
    ),
    (
        "项目",
        &[
            ("项目编号", "项目代码"),
            ("项目名称", "名称"),
            ("责任单位", "牵头单位"),
            ("联合单位", "协作单位"),
            ("所在地区划代码", "落地区划"),
            ("投资方", "投资企业"),
            ("投资方注册地", "投资方所在地"),
            ("投资占比", "出资比例"),
            ("合同编号", "合同号"),
            ("合同日期", "签约时间"),
            ("计划总投资", "投资总额"),
            ("立项备案代码", "备案代码"),
        ],
    ),
    (
        "节点",
        &[
            ("项目编号", "项目代码"),
            ("节点", "阶段"),
            ("日期", "发生日期"),
            ("佐证材料", "证明材料"),
        ],
    ),
    (
        "平台引进项目",
        &[
            ("平台编号", "平台代码"),
            ("项目编号", "项目代码"),
            ("引进日期", "引进时间"),
        ],
    ),
    (
        "到位资金",
        &[
            ("凭证号", "回单号"),
            ("项目编号", "项目代码"),
            ("到账日期", "到位时间"),
            ("到账金额", "到位金额"),
            ("资金类别", "资金性质"),
            ("付款方", "汇款方"),
            ("凭证类型", "佐证类型"),
        ],
    ),
    (
        "招商活动",
        &[
            ("活动类型", "活动类别"),
            ("活动名称", "活动主题"),
            ("开始日期", "起始日期"),
            ("地点", "目的地"),
            ("主办单位", "组织单位"),
            ("带队领导层级", "带队领导"),
            ("专项行动", "所属专项行动"),
        ],
    ),
    (
        "活动对接",
        &[
            ("企业名称", "对接企业"),
            ("统一社会信用代码", "信用代码"),
            ("注册地区划代码", "注册地区划"),
            ("项目编号", "项目代码"),
            ("结果", "对接成果"),
        ],
    ),
    (
        "护商活动",
        &[
            ("活动编号", "护商活动编号"),
            ("方式", "活动方式"),
            ("类型", "护商类型"),
            ("日期", "时间"),
            ("责任单位", "区县"),
            ("企业名称", "公司名称"),
            ("需求", "企业需求"),
        ],
    ),
    (
        "企业问题",
        &[
            ("类别", "问题类别"),
            ("责任单位", "单位"),
            ("提出日期", "反映日期"),
            ("问题内容", "问题描述"),
            ("来源活动编号", "来源活动"),
            ("解决日期", "办结日期"),
            ("解决办法", "办理结果"),
        ],
    ),
];

/// The workbook with its amounts in `unit` and everything around the rows made anew.
fn redress(workbook: &[u8], unit: MoneyUnit) -> Vec<u8> {
    let read = sheets::read("原表.xlsx", workbook).unwrap();
    let names: Vec<&str> = read
        .sheets
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(names, RENAMED.map(|(name, _)| name));
    let sheets: Vec<SheetOut> = read
        .sheets
        .iter()
        .zip(RENAMED)
        .map(|(sheet, (_, headers))| redress_table(&sheet.tables[0], &sheet.name, headers, unit))
        .collect();
    sheets::write(&sheets).unwrap()
}

fn redress_table(table: &Table, name: &str, headers: &[(&str, &str)], unit: MoneyUnit) -> SheetOut {
    let columns: Vec<usize> = (0..table.columns.len())
        .filter(|at| Some(*at) != table.sequence)
        .collect();
    let mut unused: BTreeSet<&str> = headers.iter().map(|(old, _)| *old).collect();
    let mut renamed = |at: &usize| {
        let whole = table.columns[*at].header.as_str();
        let own = whole.rsplit('/').next().unwrap();
        let new = headers.iter().find(|(old, _)| *old == own);
        unused.remove(own);
        ColumnOut::new(new.map_or(own, |(_, new)| *new), ColumnKind::Text)
    };
    let mut out: Vec<ColumnOut> = vec![ColumnOut::new("序号", ColumnKind::Text)];
    out.extend(columns.iter().map(&mut renamed));
    assert!(unused.is_empty(), "{name} has no {unused:?}");

    let is_money = |at: usize| table.columns[at].unit == Some(Unit::Money(MoneyUnit::Yuan));
    let amount = |cell: &Cell| sheets::parse::money(cell, MoneyUnit::Yuan).unwrap_or_default();
    // What offices sum up: money, and of other tables the number of rows.
    let sums = |label: &str, rows: &[sheets::Row]| {
        let sum = |at: &usize| {
            if !is_money(*at) {
                return CellOut::Empty;
            }
            CellOut::Money {
                fen: rows.iter().map(|row| amount(&row.cells[*at])).sum(),
                unit,
            }
        };
        let mut cells = vec![CellOut::Text(label.to_owned())];
        cells.extend(columns.iter().map(sum));
        if !columns.iter().any(|at| is_money(*at)) {
            cells[1] = CellOut::Text(format!("{}条", rows.len()));
        }
        cells
    };
    let mut rows = Vec::new();
    let half = table.rows.len().div_ceil(2);
    for (part, first) in [(&table.rows[..half], 1), (&table.rows[half..], half + 1)] {
        for (row, number) in part.iter().zip(first..) {
            let cells = columns.iter().map(|at| match &row.cells[*at] {
                cell if is_money(*at) && !cell.is_empty() => CellOut::Money {
                    fen: amount(cell),
                    unit,
                },
                cell => written(cell),
            });
            let number = CellOut::Text(number.to_string());
            rows.push(std::iter::once(number).chain(cells).collect());
        }
        rows.push(sums("小计", part));
    }
    SheetOut {
        name: format!("{name}（汇总）"),
        title: Some(format!("{DISTRICT}2月份情况汇总表")),
        preface: vec!["填表人：联系人 012".to_owned()],
        unit_line: Some(format!("单位：{}", unit.name())),
        columns: out,
        rows,
        total: Some(TotalRow {
            label: "合计".to_owned(),
            cells: sums("合计", &table.rows),
        }),
        notes: vec!["注：本表数据截至本月底，由各镇办汇总。".to_owned()],
        ..SheetOut::default()
    }
}

/// A cell as this office writes it: its days as text.
fn written(cell: &Cell) -> CellOut {
    match cell {
        Cell::Empty => CellOut::Empty,
        Cell::Date(day) => {
            CellOut::Text(format!("{}年{}月{}日", day.year(), day.month(), day.day()))
        }
        Cell::Number(number) => CellOut::Number(*number),
        other => CellOut::Text(other.to_string()),
    }
}

/// Every figure of every indicator and unit, of the month and of the year to date.
async fn figures(app: &Before) -> Vec<Value> {
    let mut found = Vec::new();
    for from in [MONTH, "2022-01"] {
        let path = format!("/figures?month={MONTH}&from={from}&unit=all");
        let answer = app.as_bureau().get(&path).await.ok(200);
        found.extend(answer["figures"].as_array().unwrap().iter().cloned());
    }
    found
}

async fn stage(app: &Before, workbook: &[u8]) -> Value {
    upload(app, "file_name=february.xlsx", workbook.to_vec()).await
}

/// The rows of each kind of a preview.
fn rows(batch: &Value) -> Vec<(&str, [i64; 4])> {
    let sheets = batch["sheets"].as_array().unwrap().iter();
    sheets
        .map(|sheet| (sheet["kind"].as_str().unwrap_or("nothing"), counts(sheet)))
        .collect()
}

#[tokio::test]
async fn a_redressed_workbook_gives_the_same_figures() {
    let (app, other) = (Before::new().await, Before::new().await);
    let original = handed_in();
    let redressed = redress(&original, MoneyUnit::TenThousandYuan);
    assert_eq!(figures(&app).await, figures(&other).await);
    let before = figures(&app).await;

    let (plain, dressed) = (
        stage(&app, &original).await,
        stage(&other, &redressed).await,
    );
    assert_eq!(rows(&dressed), rows(&plain));
    let [new, changed, same, refused] = counts(&plain);
    assert_eq!((same, refused), (0, 0), "{plain}");
    let all = new + changed;
    commit(&app, &plain).await;
    commit(&other, &dressed).await;

    let (after, wanted) = (figures(&other).await, figures(&app).await);
    assert_eq!(after.len(), wanted.len());
    for (figure, wanted) in after.iter().zip(&wanted) {
        assert_eq!(figure, wanted);
    }
    let moved: BTreeSet<&str> = before
        .iter()
        .zip(&after)
        .filter(|(before, after)| before != after)
        .map(|(_, after)| after["indicator"].as_str().unwrap())
        .collect();
    for kind in [
        "funds_arrived",
        "new_projects_over_100m_planned_investment",
        "newly_started_projects",
        "platform_funds_arrived",
        "outbound_activities",
        "matched_parties",
        "care_events",
        "care_problems_solved",
    ] {
        assert!(moved.contains(kind), "nothing moved {kind}: {moved:?}");
    }
    println!("{all} rows, {} figures, moved: {moved:?}", after.len());

    // Whichever came first, the other says the same; so does the same in 亿元.
    let in_yi = redress(&original, MoneyUnit::HundredMillionYuan);
    for app in [&app, &other] {
        for workbook in [&original, &redressed, &in_yi] {
            let again = stage(app, workbook).await;
            assert_eq!(counts(&again), [0, 0, all, 0], "{:?}", rows(&again));
        }
    }
}
