//! What only Excel's own format carries: merged cells, number formats, hidden sheets.

use rust_xlsxwriter::{Format, Workbook};
use sheets::{Cell, SheetNote, Table, read};

fn headers(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|c| c.header.as_str()).collect()
}

fn numbers(table: &Table) -> Vec<u32> {
    table.rows.iter().map(|r| r.number).collect()
}

#[test]
fn years_may_head_columns() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["指标"]).unwrap();
    sheet.write_row(0, 1, [2021, 2022, 2023]).unwrap();
    sheet.write(1, 0, "到位资金").unwrap();
    sheet.write_row(1, 1, [1.5, 2.5, 3.5]).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let book = read("a.xlsx", &bytes).unwrap();
    assert_eq!(
        headers(&book.sheets[0].tables[0]),
        ["指标", "2021", "2022", "2023"]
    );
}

#[test]
fn merged_cells_give_their_text_to_every_row_and_their_number_to_one() {
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["区县", "项目", "投资方", "金额"])
        .unwrap();
    sheet
        .write_column(1, 2, ["甲公司", "乙公司", "丙公司"])
        .unwrap();
    sheet.merge_range(1, 0, 3, 0, "张店区", &plain).unwrap();
    sheet.merge_range(1, 1, 2, 1, "某项目", &plain).unwrap();
    sheet.write(3, 1, "另一项目").unwrap();
    sheet.merge_range(1, 3, 2, 3, "", &plain).unwrap();
    sheet.write(1, 3, 500).unwrap();
    sheet.write(3, 3, 70).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let book = read("a.xlsx", &bytes).unwrap();
    let rows: Vec<String> = book.sheets[0].tables[0]
        .rows
        .iter()
        .map(|r| {
            r.cells
                .iter()
                .map(Cell::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(
        rows,
        [
            "张店区 某项目 甲公司 500",
            "张店区 某项目 乙公司 ",
            "张店区 另一项目 丙公司 70"
        ]
    );
}

#[test]
fn merged_headers_of_three_rows_are_joined() {
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 4, "项目进度表", &plain).unwrap();
    sheet.merge_range(1, 0, 3, 0, "序号", &plain).unwrap();
    sheet.merge_range(1, 1, 3, 1, "项目名称", &plain).unwrap();
    sheet
        .merge_range(1, 2, 1, 4, "投资（万元）", &plain)
        .unwrap();
    sheet.merge_range(2, 2, 3, 2, "计划", &plain).unwrap();
    sheet.merge_range(2, 3, 2, 4, "完成", &plain).unwrap();
    sheet.write_row(3, 3, ["本月", "累计"]).unwrap();
    sheet.write(4, 0, 1).unwrap();
    sheet.write(4, 1, "甲项目").unwrap();
    sheet.write_row(4, 2, [10, 20, 30]).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let book = read("a.xlsx", &bytes).unwrap();
    let table = &book.sheets[0].tables[0];
    assert_eq!(
        headers(table),
        [
            "序号",
            "项目名称",
            "投资/计划",
            "投资/完成/本月",
            "投资/完成/累计"
        ]
    );
    assert_eq!(table.header_rows, 2..=4);
    assert_eq!(table.title.as_deref(), Some("项目进度表"));
    assert_eq!(numbers(table), [5]);
}

#[test]
fn percentages_and_dates_are_told_from_numbers_by_their_format() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["占比", "日期", "数", "文字百分号"])
        .unwrap();
    sheet
        .write_with_format(1, 0, 0.542, &Format::new().set_num_format("0.0%"))
        .unwrap();
    sheet
        .write_with_format(
            1,
            1,
            45_082,
            &Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\""),
        )
        .unwrap();
    sheet.write(1, 2, 0.1 + 0.2).unwrap();
    sheet
        .write_with_format(1, 3, 5, &Format::new().set_num_format("0\"%\""))
        .unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let book = read("a.xlsx", &bytes).unwrap();
    let number = |t: &str| Cell::Number(t.parse().unwrap());
    assert_eq!(
        book.sheets[0].tables[0].rows[0].cells,
        [
            Cell::Percent("54.2".parse().unwrap()),
            Cell::Date("2023-06-05".parse().unwrap()),
            number("0.3"),
            number("5"),
        ]
    );
}

#[test]
fn hidden_empty_and_wordy_sheets_are_told() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("数据")
        .unwrap()
        .write_row_matrix(0, 0, [["企业", "代码"], ["甲", "1"]])
        .unwrap();
    book.add_worksheet()
        .set_name("旧数据")
        .unwrap()
        .set_hidden(true)
        .write_row_matrix(0, 0, [["企业", "代码"], ["乙", "2"]])
        .unwrap();
    book.add_worksheet().set_name("Sheet3").unwrap();
    book.add_worksheet()
        .set_name("说明")
        .unwrap()
        .write(0, 0, 5)
        .unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let book = read("a.xlsx", &bytes).unwrap();
    let hidden: Vec<bool> = book.sheets.iter().map(|s| s.hidden).collect();
    assert_eq!(hidden, [false, true, false, false]);
    assert_eq!(book.sheets[2].notes, [SheetNote::Empty]);
    assert_eq!(book.sheets[3].notes, [SheetNote::NoTable]);
    assert_eq!(book.visible_tables().count(), 1);
}
