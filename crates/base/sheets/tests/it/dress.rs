//! The dress that offices' workbooks come in, each habit by itself.

use rust_xlsxwriter::{Format, Formula, Workbook};
use sheets::parse::{date, integer, money, month};
use sheets::{Cell, DropReason, MoneyUnit, NOT_CALCULATED, SheetNote, Table, read};
use zip::CompressionMethod;

use crate::support::{archive, parts};

const WAN: MoneyUnit = MoneyUnit::TenThousandYuan;

/// The first table of lines of comma-separated cells.
fn table(lines: &[&str]) -> Table {
    let book = read("a.csv", lines.join("\n").as_bytes()).unwrap();
    book.sheets[0].tables[0].clone()
}

fn headers(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|c| c.header.as_str()).collect()
}

fn numbers(table: &Table) -> Vec<u32> {
    table.rows.iter().map(|r| r.number).collect()
}

#[test]
fn days_and_months_in_any_dress_are_read_from_their_cells() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["项目", "日期", "月份"]).unwrap();
    let days = ["2023.3.5", "2023年3月5日", "２０２３/３/５", "2023-03-05"];
    let months = ["2023年3月", "2023/3", "2023.03", "２０２３年３月"];
    for (at, (day, month)) in (1..).zip(days.into_iter().zip(months)) {
        sheet.write_row(at, 0, ["甲", day, month]).unwrap();
    }
    // A serial without a date format, and one with.
    sheet.write(5, 0, "乙").unwrap();
    sheet.write(5, 1, 44_990).unwrap();
    let format = Format::new().set_num_format("yyyy\"年\"m\"月\"");
    sheet.write_with_format(5, 2, 44_990, &format).unwrap();
    let book = read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let table = &book.sheets[0].tables[0];
    assert_eq!(table.rows.len(), 5);
    for row in &table.rows {
        assert_eq!(date(&row.cells[1]).unwrap().to_string(), "2023-03-05");
        assert_eq!(month(&row.cells[2]).unwrap().to_string(), "2023-03");
    }
    // A month is no day: nothing is guessed.
    assert!(date(&table.rows[0].cells[2]).is_err());
}

#[test]
fn full_width_digits_are_digits() {
    let table = table(&[
        "项目,金额（万元）,数量",
        "甲,１２．５,１２家",
        "合计,１２．５,１２",
    ]);
    assert_eq!(money(&table.rows[0].cells[1], WAN), Ok(12_500_000));
    assert_eq!(integer(&table.rows[0].cells[2]), Ok(12));
    assert_eq!(table.dropped[0].reason, DropReason::Total);
}

#[test]
fn a_unit_is_found_in_the_line_above_in_the_title_and_in_the_header() {
    for (lines, unit) in [
        (["单位：亿元,,", "项目,金额,备注", "甲,1,x"], "亿元"),
        (["情况表（万元）,,", "项目,金额,备注", "甲,1,x"], "万元"),
        (["情况表,,", "项目,金额（亿元）,备注", "甲,1,x"], "亿元"),
        (["情况表,,", "项目,金额/万元,备注", "甲,1,x"], "万元"),
    ] {
        let table = table(&lines);
        let own = table.columns[1].unit.as_ref().or(table.unit.as_ref());
        let found = own.and_then(sheets::Unit::money).map(MoneyUnit::name);
        assert_eq!(found, Some(unit), "{lines:?}");
        assert_eq!(table.columns[1].header, "金额");
    }
}

#[test]
fn a_row_of_the_whole_among_its_parts_is_a_total() {
    let table = table(&[
        "区县,Region,到位资金,备注",
        "全 市,Total,352.3,-",
        "张店区,Zhangdian,52.3,",
        "全市,项目谋划,1,",
        "全省,,1000,",
    ]);
    assert_eq!(numbers(&table), [3, 4]);
    let dropped: Vec<(u32, DropReason)> =
        table.dropped.iter().map(|d| (d.number, d.reason)).collect();
    assert_eq!(dropped, [(2, DropReason::Total), (5, DropReason::Total)]);
}

#[test]
fn a_carriage_return_written_out_is_none() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["项目\r\n名称", "金额"]).unwrap();
    sheet.write_row(1, 0, ["甲\r\n项目", "1"]).unwrap();
    let mut all = parts(&book.save_to_buffer().unwrap());
    let mut written_out = false;
    for (name, bytes) in &mut all {
        if name == "xl/sharedStrings.xml" {
            let text = String::from_utf8_lossy(bytes).replace("\r\n", "_x000D_\n");
            written_out = text.contains("_x000D_");
            *bytes = text.into_bytes();
        }
    }
    assert!(written_out);
    let bytes = archive(&all, CompressionMethod::Deflated);
    let book = read("a.xlsx", &bytes).unwrap();
    let table = &book.sheets[0].tables[0];
    assert_eq!(headers(table), ["项目名称", "金额"]);
    assert_eq!(table.rows[0].cells[0], Cell::Text("甲\n项目".to_owned()));
}

#[test]
fn a_formula_gives_its_value_and_one_without_is_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["项目", "甲数", "乙数", "文字"])
        .unwrap();
    sheet.write(1, 0, "某项目").unwrap();
    sheet
        .write_formula(1, 1, Formula::new("=1+1").set_result("2"))
        .unwrap();
    sheet
        .write_formula(1, 2, Formula::new("=1+2").set_result("3"))
        .unwrap();
    sheet
        .write_formula(1, 3, Formula::new("=A1").set_result("项目"))
        .unwrap();
    let whole = book.save_to_buffer().unwrap();
    let row = |bytes: &[u8]| read("a.xlsx", bytes).unwrap().sheets.remove(0);
    let sheet = row(&whole);
    let shown: Vec<String> = sheet.tables[0].rows[0]
        .cells
        .iter()
        .map(Cell::to_string)
        .collect();
    assert_eq!(shown, ["某项目", "2", "3", "项目"]);
    assert_eq!(sheet.notes, []);
    for without in ["", "<v></v>", "<v/>"] {
        let mut all = parts(&whole);
        for (name, bytes) in &mut all {
            if name.ends_with("sheet1.xml") {
                let text = String::from_utf8_lossy(bytes);
                assert!(text.contains("<v>3</v>"));
                *bytes = text.replace("<v>3</v>", without).into_bytes();
            }
        }
        let sheet = row(&archive(&all, CompressionMethod::Deflated));
        let cells = &sheet.tables[0].rows[0].cells;
        assert_eq!(cells[2], Cell::Error(NOT_CALCULATED.into()));
        assert_eq!(cells[1].to_string(), "2");
        assert!(money(&cells[2], WAN).is_err());
        assert_eq!(sheet.notes, [SheetNote::NotCalculated]);
    }
}

#[test]
fn rows_that_hold_only_a_format_or_spaces_are_none() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let border = Format::new().set_border(rust_xlsxwriter::FormatBorder::Thin);
    sheet.write_row(0, 0, ["项目", "金额"]).unwrap();
    sheet.write_row(1, 0, ["甲", "1"]).unwrap();
    for row in 2..2_000 {
        sheet.write_blank(row, 0, &border).unwrap();
        sheet.write(row, 1, " \u{3000}").unwrap();
    }
    let book = read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let table = &book.sheets[0].tables[0];
    assert_eq!(numbers(table), [2]);
    assert_eq!(table.dropped, []);
}

#[test]
fn hidden_rows_columns_and_sheets_are_read_and_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["项目", "密", "金额"]).unwrap();
    for row in 1..6 {
        sheet.write_row(row, 0, ["甲", "x", "1"]).unwrap();
    }
    sheet.write_row(6, 0, ["合计", "", "5"]).unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_row_hidden(3).unwrap();
    sheet.set_row_hidden(6).unwrap();
    sheet.set_column_hidden(1).unwrap();
    let other = book.add_worksheet();
    other.set_hidden(true);
    other.write_row(0, 0, ["企业", "代码"]).unwrap();
    other.write_row(1, 0, ["乙", "1"]).unwrap();
    let book = read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(
        sheet.notes,
        [SheetNote::HiddenRows, SheetNote::HiddenColumns]
    );
    let table = &sheet.tables[0];
    assert_eq!(numbers(table), [2, 3, 4, 5, 6]);
    let hidden: Vec<u32> = table
        .rows
        .iter()
        .filter(|r| r.hidden)
        .map(|r| r.number)
        .collect();
    assert_eq!(hidden, [3, 4]);
    assert!(table.dropped[0].hidden);
    let columns: Vec<bool> = table.columns.iter().map(|c| c.hidden).collect();
    assert_eq!(columns, [false, true, false]);
    assert!(book.sheets[1].hidden && book.sheets[1].tables.len() == 1);
    assert_eq!(book.visible_tables().count(), 1);
}

#[test]
fn a_parent_drawn_as_an_l_names_its_parts() {
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 2, 0, "区县", &plain).unwrap();
    sheet.merge_range(0, 1, 0, 4, "企业（家）", &plain).unwrap();
    sheet.merge_range(1, 1, 2, 1, "工业", &plain).unwrap();
    sheet.merge_range(1, 2, 1, 3, "", &plain).unwrap();
    sheet.write_row(2, 2, ["新建", "续建"]).unwrap();
    sheet.merge_range(1, 4, 2, 4, "服务业", &plain).unwrap();
    for (row, name) in [(3, "张店区"), (4, "周村区")] {
        sheet.write(row, 0, name).unwrap();
        sheet.write_row(row, 1, [5, 3, 2, 1]).unwrap();
    }
    let book = read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(
        headers(&book.sheets[0].tables[0]),
        [
            "区县",
            "企业/工业",
            "企业/工业/新建",
            "企业/工业/续建",
            "企业/服务业"
        ]
    );
}
