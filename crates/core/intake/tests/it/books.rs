//! Workbooks as offices hand them in.

use sheets::{CellOut, ColumnKind, ColumnOut, MoneyUnit, SheetOut, TotalRow, write};

/// A row of items: code, name, unit, amount as written in the cell.
pub(crate) type ItemRow<'a> = (&'a str, &'a str, &'a str, &'a str);

pub(crate) fn text(text: &str) -> CellOut {
    if text.is_empty() {
        CellOut::Empty
    } else {
        CellOut::Text(text.to_owned())
    }
}

/// A sheet of items with title, 单位 line, running numbers, a sum and notes.
pub(crate) fn item_sheet(name: &str, rows: &[ItemRow<'_>]) -> SheetOut {
    SheetOut {
        name: name.to_owned(),
        title: Some("张店区物项台账".to_owned()),
        preface: vec!["填报单位：张店区".to_owned()],
        unit_line: Some("单位：万元".to_owned()),
        sequence: true,
        columns: vec![
            ColumnOut::new("物项 编号", ColumnKind::Code).required(),
            ColumnOut::new("名称", ColumnKind::Text),
            ColumnOut::new("责任单位", ColumnKind::Text),
            ColumnOut::new("计划金额", ColumnKind::Text),
            ColumnOut::new("备注", ColumnKind::Text),
        ],
        rows: rows
            .iter()
            .map(|(code, name, unit, amount)| {
                vec![text(code), text(name), text(unit), text(amount)]
            })
            .collect(),
        total: Some(TotalRow {
            label: "合计".to_owned(),
            cells: vec![
                CellOut::Empty,
                CellOut::Empty,
                CellOut::Empty,
                CellOut::Money {
                    fen: 100,
                    unit: MoneyUnit::TenThousandYuan,
                },
            ],
        }),
        notes: vec!["注：本表由张店区填报。".to_owned()],
        ..SheetOut::default()
    }
}

pub(crate) fn items(rows: &[ItemRow<'_>]) -> Vec<u8> {
    book(&[item_sheet("台账", rows)])
}

pub(crate) fn book(sheets: &[SheetOut]) -> Vec<u8> {
    write(sheets).expect("a workbook")
}

/// A plain sheet: headers and rows of text.
pub(crate) fn plain(name: &str, headers: &[&str], rows: &[&[&str]]) -> SheetOut {
    SheetOut {
        name: name.to_owned(),
        columns: headers
            .iter()
            .map(|header| ColumnOut::new(*header, ColumnKind::Text))
            .collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(|cell| text(cell)).collect())
            .collect(),
        ..SheetOut::default()
    }
}

pub(crate) const THREE: &[ItemRow<'static>] = &[
    ("W1", "甲", "张店区", "1,200"),
    ("W2", "乙", "高新区", "1.5亿元"),
    ("W3", "丙", "", "30"),
];
