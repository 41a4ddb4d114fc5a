//! The workbooks, read back as an importer would.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use demo::{City, DemoFile, Stage, UNITS};
use sheets::{MoneyUnit, Table, Unit, parse};

use crate::figures::newspaper;

/// The bare name of a column: the last part of a joined header.
fn column(table: &Table, name: &str) -> usize {
    table
        .columns
        .iter()
        .position(|column| column.header.rsplit('/').next() == Some(name))
        .unwrap_or_else(|| panic!("no column {name} in {:?}", table.title))
}

fn money_unit(table: &Table, at: usize) -> MoneyUnit {
    match table.columns[at].unit.as_ref().or(table.unit.as_ref()) {
        Some(Unit::Money(unit)) => *unit,
        other => panic!("no unit of money: {other:?}"),
    }
}

/// Fund rows as (voucher, day, fen).
type Rows = Vec<(String, NaiveDate, i64)>;

fn fund_rows(table: &Table) -> Rows {
    let (voucher, day, amount) = (
        column(table, "凭证号"),
        column(table, "到账日期"),
        column(table, "到账金额"),
    );
    let unit = money_unit(table, amount);
    let rows = table.rows.iter().map(|row| {
        let fen = parse::money(&row.cells[amount], unit).unwrap();
        let day = parse::date(&row.cells[day]).unwrap();
        (row.cells[voucher].to_string(), day, fen)
    });
    rows.collect()
}

fn tables(file: &DemoFile) -> BTreeMap<String, Table> {
    let book = sheets::read(&file.path, &file.bytes).unwrap();
    book.sheets
        .into_iter()
        .map(|mut sheet| {
            assert_eq!(sheet.tables.len(), 1, "{} {}", file.path, sheet.name);
            assert!(sheet.notes.is_empty(), "{} {:?}", file.path, sheet.notes);
            (sheet.name, sheet.tables.remove(0))
        })
        .collect()
}

fn assert_read_back(city: &City) {
    let mut funds: Rows = Vec::new();
    let (mut projects, mut plans, mut steps) = (0, 0, 0);
    let mut stages = Vec::new();
    for file in city.files().unwrap() {
        stages.push(file.stage);
        for (name, table) in tables(&file) {
            let title = table.title.clone().unwrap_or_default();
            assert!(title.contains("演示数据"), "{} {name}: {title}", file.path);
            match name.as_str() {
                "到位资金" => {
                    let rows = fund_rows(&table);
                    if let Stage::Month(month) = file.stage {
                        assert!(rows.iter().all(|row| kernel::Month::of(row.1) == month));
                    }
                    funds.extend(rows);
                }
                "项目" => {
                    projects += table.rows.len();
                    let at = column(&table, "计划总投资");
                    let unit = money_unit(&table, at);
                    let fen = |row: &sheets::Row| parse::money(&row.cells[at], unit).unwrap();
                    plans += table.rows.iter().map(fen).sum::<i64>();
                }
                "节点" => steps += table.rows.len(),
                _ => {}
            }
        }
    }
    assert!(stages.is_sorted(), "files come in the order of loading");
    let mut model: Rows = city
        .funds
        .iter()
        .map(|fund| (fund.voucher.clone(), fund.arrived_on, fund.amount_fen))
        .collect();
    model.sort();
    funds.sort();
    assert!(funds == model, "the fund rows differ from the model's");
    assert_eq!(projects, city.projects.len());
    let planned = city
        .projects
        .iter()
        .map(|project| project.planned_investment_fen);
    assert_eq!(plans, planned.sum::<i64>());
    let milestones = city.projects.iter().map(|project| project.milestones.len());
    assert_eq!(steps, milestones.sum::<usize>());
}

#[test]
fn the_newspapers_workbooks_hold_the_model_to_the_fen() {
    assert_read_back(newspaper());
}

#[test]
fn a_drawn_citys_workbooks_hold_the_model_to_the_fen() {
    assert_read_back(&demo::seeded(7));
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let files = |seed| demo::seeded(seed).files().unwrap();
    assert!(files(3) == files(3));
    assert!(demo::seeded(3).funds != demo::seeded(4).funds);
}

#[test]
fn a_row_taken_out_of_the_model_is_missing_in_one_workbook_only() {
    let whole = demo::seeded(5);
    let mut city = whole.clone();
    let removed = city.funds.remove(10);
    let unit = UNITS[whole.projects[removed.project].unit].name;
    let (whole, city) = (whole.files().unwrap(), city.files().unwrap());
    assert_eq!(whole.len(), city.len());
    let pairs = whole.iter().zip(&city);
    let differing: Vec<&str> = pairs
        .filter(|(one, other)| one != other)
        .map(|(one, _)| one.path.as_str())
        .collect();
    assert_eq!(differing, [format!("2022-01/{unit}.xlsx")]);
}
