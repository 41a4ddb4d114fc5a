//! Workbooks of Excel 97 to 2003, made by hand.

use sheets::{Cell, DropReason, SheetNote, Unreadable, read};

use crate::support::{Value, XlsSheet, compound, record, xls, xls_stream};

const SHARED: [&str; 4] = ["序号", "学校名称", "占比", "山东大学"];

fn list() -> XlsSheet {
    let mut cells = vec![
        (0, 0, Value::Text("全国学校名单")),
        (1, 0, Value::Shared(0)),
        (1, 1, Value::Shared(1)),
        (1, 2, Value::Shared(2)),
        (1, 3, Value::Text("日期")),
        (1, 4, Value::Text("说明")),
        (2, 0, Value::Text("北京市（92所）")),
    ];
    for row in 3..6 {
        cells.push((row, 0, Value::Formula(f64::from(row) - 2.0)));
        cells.push((row, 1, Value::Shared(3)));
        cells.push((row, 2, Value::Number(0.542, 1)));
        cells.push((row, 3, Value::Number(44_990.0, 2)));
        cells.push((row, 4, Value::TextFormula("算出的文字")));
    }
    XlsSheet {
        name: "名单",
        cells,
        merges: vec![[0, 0, 0, 4], [2, 2, 0, 4]],
        hidden: (vec![4], vec![3]),
        ..XlsSheet::default()
    }
}

#[test]
fn values_of_formulas_percentages_dates_and_what_is_hidden_are_read() {
    let old = XlsSheet {
        name: "旧",
        state: 1,
        cells: vec![(0, 0, Value::Text("甲"))],
        ..XlsSheet::default()
    };
    let book = read("a.xls", &xls(&SHARED, &[list(), old])).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(
        sheet.notes,
        [SheetNote::HiddenRows, SheetNote::HiddenColumns]
    );
    let table = &sheet.tables[0];
    assert_eq!(table.title.as_deref(), Some("全国学校名单"));
    assert_eq!(table.dropped[0].reason, DropReason::Group);
    let rows: Vec<(u32, bool)> = table.rows.iter().map(|r| (r.number, r.hidden)).collect();
    assert_eq!(rows, [(4, false), (5, true), (6, false)]);
    assert!(table.columns[3].hidden && !table.columns[2].hidden);
    assert_eq!(
        table.rows[0].cells,
        [
            Cell::Number("1".parse().unwrap()),
            Cell::Text("山东大学".to_owned()),
            Cell::Percent("54.2".parse().unwrap()),
            Cell::Date("2023-03-05".parse().unwrap()),
            Cell::Text("算出的文字".to_owned()),
        ]
    );
    assert!(book.sheets[1].hidden);
}

#[test]
fn an_encrypted_workbook_is_told() {
    let stream = xls_stream(&SHARED, &[list()]);
    // The record stands behind the first.
    let (begin, rest) = stream.split_at(20);
    let locked = [begin, &record(0x002f, &[1, 0, 1, 0, 1, 0]), rest].concat();
    assert_eq!(
        read("a.xls", &compound(&locked)),
        Err(Unreadable::Encrypted)
    );
}

#[test]
fn a_string_that_every_cell_names_is_refused() {
    let long: &'static str = Box::leak("长".repeat(8_000).into_boxed_str());
    let cells = (0..20_000).map(|row| (row, 0, Value::Shared(0))).collect();
    let sheet = XlsSheet {
        name: "a",
        cells,
        ..XlsSheet::default()
    };
    let error = read("a.xls", &xls(&[long], &[sheet])).unwrap_err();
    assert_eq!(error.code(), "sheets.too_much_inside");
}

#[test]
fn a_formula_that_would_take_for_ever_is_not_looked_at() {
    // Blanks before the expression, put in one by one by whoever prints it.
    let spaces = [0x19, 0x40, 0, 255].repeat(2_000);
    let length = u16::try_from(spaces.len() + 5).unwrap().to_le_bytes();
    let head = [&[9, 0, 1, 0, 0, 0][..], &1.5_f64.to_le_bytes(), &[0; 6]].concat();
    let formula = [&head[..], &length, &[0x44, 0, 0, 0, 0], &spaces].concat();
    let mut stream = xls_stream(&SHARED, &[list()]);
    let end = stream.len() - 4;
    stream.splice(end..end, record(0x0006, &formula).repeat(20));
    let started = std::time::Instant::now();
    let book = read("a.xls", &compound(&stream)).unwrap();
    assert_eq!(book.sheets[0].tables[0].rows.len(), 4);
    assert!(started.elapsed().as_secs() < 10);
}
