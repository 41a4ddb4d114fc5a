//! What a person finds in a written workbook: lists, formats, marks.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use sheets::{
    Cell, CellOut, ColumnKind, ColumnOut, DropReason, MoneyUnit, REASON_HEADER, SheetOut, TotalRow,
    WriteError, notes_sheet, read, with_reasons, write,
};

/// The XML of a part.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn template() -> SheetOut {
    SheetOut {
        name: "到位资金".to_owned(),
        columns: vec![
            ColumnOut::new("项目代码", ColumnKind::Code)
                .required()
                .note("立项备案的代码"),
            ColumnOut::new(
                "到位金额（万元）",
                ColumnKind::Money(MoneyUnit::TenThousandYuan),
            )
            .required(),
            ColumnOut::new("资金类别", ColumnKind::Text).choices([
                "实缴注册资本",
                "土地款",
                "建安",
            ]),
            ColumnOut::new("填报单位", ColumnKind::Text)
                .choices((0..300).map(|n| format!("单位{n}"))),
            ColumnOut::new("到位日期", ColumnKind::Date),
        ],
        sample: Some(vec![CellOut::Text("示例：0001".to_owned())]),
        ..SheetOut::default()
    }
}

#[test]
fn a_template_offers_lists_marks_and_formats() {
    let sheet = template();
    let notes = notes_sheet("填写说明", &sheet, &["每行一笔资金".to_owned()]);
    let bytes = write(&[sheet, notes]).unwrap();
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        xml.contains(r#"<formula1>"实缴注册资本,土地款,建安"</formula1>"#),
        "{xml}"
    );
    // 300 names do not fit into the rule and stand on a hidden sheet.
    assert!(
        xml.contains("<formula1>'_选项'!$A$1:$A$300</formula1>"),
        "{xml}"
    );
    assert!(xml.contains(r#"ySplit="1""#) && xml.contains(r#"state="frozen""#));
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains(r#"name="_选项" sheetId="3" state="hidden""#),
        "{book}"
    );
    let styles = part(&bytes, "xl/styles.xml");
    // 49 is the text format of the codes' column.
    assert!(styles.contains(r#"numFmtId="49""#));
    assert!(xml.contains("<cols><col min=\"1\" max=\"1\" width=\"") && xml.contains("style="));
}

#[test]
fn a_template_is_read_as_an_empty_table_with_bare_headers() {
    let sheet = template();
    let notes = notes_sheet("填写说明", &sheet, &[]);
    let book = read("t.xlsx", &write(&[sheet, notes]).unwrap()).unwrap();
    let table = &book.sheets[0].tables[0];
    let headers: Vec<&str> = table.columns.iter().map(|c| c.header.as_str()).collect();
    assert_eq!(
        headers,
        ["项目代码", "到位金额", "资金类别", "填报单位", "到位日期"]
    );
    assert_eq!(table.columns[0].raw, "*项目代码");
    assert_eq!(table.rows, []);
    assert_eq!(table.dropped[0].reason, DropReason::Sample);
    let explained = &book.sheets[1].tables[0];
    assert_eq!(
        explained.rows[0].cells[4],
        Cell::Text("立项备案的代码".to_owned())
    );
    assert!(book.sheets[2].hidden);
    assert_eq!(book.visible_tables().count(), 2);
}

#[test]
fn text_is_never_a_formula() {
    let sheet = SheetOut {
        name: "a".to_owned(),
        columns: vec![
            ColumnOut::new("名称", ColumnKind::Text),
            ColumnOut::new("备注", ColumnKind::Text),
        ],
        rows: vec![vec![
            CellOut::Text("=HYPERLINK(\"http://x\")".to_owned()),
            CellOut::Text("甲\u{1}乙".to_owned()),
        ]],
        ..SheetOut::default()
    };
    let bytes = write(&[sheet]).unwrap();
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
    let book = read("a.xlsx", &bytes).unwrap();
    let row = &book.sheets[0].tables[0].rows[0];
    assert_eq!(
        row.cells[0],
        Cell::Text("=HYPERLINK(\"http://x\")".to_owned())
    );
    assert_eq!(row.cells[1], Cell::Text("甲乙".to_owned()));
}

#[test]
fn what_cannot_be_written_is_refused() {
    let sheet = |name: &str| SheetOut {
        name: name.to_owned(),
        columns: vec![ColumnOut::new("名称", ColumnKind::Text)],
        ..SheetOut::default()
    };
    assert_eq!(write(&[]), Err(WriteError::NoSheet));
    assert_eq!(
        write(&[SheetOut {
            hidden: true,
            ..sheet("a")
        }]),
        Err(WriteError::NoSheet)
    );
    assert_eq!(
        write(&[SheetOut::default()]).unwrap_err().code(),
        "sheets.no_columns"
    );
    for name in [
        "",
        "a/b",
        "名称长度超过三十一个字符的工作表名称是不可能写入工作簿的所以应当拒绝",
    ] {
        assert_eq!(
            write(&[sheet(name)]).unwrap_err().code(),
            "sheets.sheet_name",
            "{name}"
        );
    }
    assert_eq!(
        write(&[sheet("a"), sheet("A")]).unwrap_err().code(),
        "sheets.sheet_name"
    );
    let long = SheetOut {
        rows: vec![vec![CellOut::Int(1), CellOut::Int(2)]],
        ..sheet("a")
    };
    assert_eq!(
        write(&[long]),
        Err(WriteError::RowTooLong {
            sheet: "a".to_owned(),
            row: 0
        })
    );
    let text = SheetOut {
        rows: vec![vec![CellOut::Text("长".repeat(40_000))]],
        ..sheet("a")
    };
    assert_eq!(write(&[text]).unwrap_err().code(), "sheets.text_too_long");
}

#[test]
fn refused_rows_go_back_with_their_reasons_and_can_return() {
    let sheet = SheetOut {
        name: "资金".to_owned(),
        title: Some("到位资金情况表".to_owned()),
        unit_line: Some("单位：万元".to_owned()),
        sequence: true,
        columns: vec![
            ColumnOut::new("项目名称", ColumnKind::Text).required(),
            ColumnOut::new("金额", ColumnKind::Money(MoneyUnit::TenThousandYuan)),
        ],
        rows: ["甲项目", "乙项目", "丙项目"]
            .iter()
            .map(|n| {
                vec![
                    CellOut::Text((*n).to_owned()),
                    CellOut::Money {
                        fen: 123_456_700,
                        unit: MoneyUnit::TenThousandYuan,
                    },
                ]
            })
            .collect(),
        total: Some(TotalRow {
            label: "合计".to_owned(),
            cells: vec![CellOut::Empty, CellOut::Int(370)],
        }),
        ..SheetOut::default()
    };
    let book = read("a.xlsx", &write(&[sheet]).unwrap()).unwrap();
    let table = &book.sheets[0].tables[0];
    let reasons = BTreeMap::from([(table.rows[1].number, "项目不存在".to_owned())]);
    let back = write(&[with_reasons("退回", table, &reasons)]).unwrap();
    let again = read("b.xlsx", &back).unwrap();
    let returned = &again.sheets[0].tables[0];
    assert_eq!(
        (&returned.title, &returned.unit),
        (&table.title, &table.unit)
    );
    assert_eq!(returned.rows.len(), 1);
    assert_eq!(returned.rows[0].cells[..3], table.rows[1].cells[..]);
    assert_eq!(returned.columns[3].header, REASON_HEADER);
    assert_eq!(
        returned.rows[0].cells[3],
        Cell::Text("项目不存在".to_owned())
    );
    // A second refusal replaces the reasons of the first.
    let reasons = BTreeMap::from([(returned.rows[0].number, "金额有误".to_owned())]);
    let twice = with_reasons("退回", returned, &reasons);
    assert_eq!(
        twice
            .columns
            .iter()
            .filter(|c| c.header == REASON_HEADER)
            .count(),
        1
    );
}
