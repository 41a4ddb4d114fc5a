//! Files that want to do harm, and files that came to harm.

use std::io::{Cursor, Read, Write};

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, Unreadable, read, write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn small() -> Vec<u8> {
    write(&[SheetOut {
        name: "项目".to_owned(),
        columns: vec![
            ColumnOut::new("名称", ColumnKind::Text),
            ColumnOut::new("数量", ColumnKind::Int),
        ],
        rows: (0..20)
            .map(|n| vec![CellOut::Text(format!("项目{n}")), CellOut::Int(n)])
            .collect(),
        ..SheetOut::default()
    }])
    .expect("a workbook")
}

/// The workbook with a part replaced or added.
fn with_part(name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(small())).expect("an archive");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = false;
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let own = part.name().expect("a name").to_string();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        if own == name {
            text = change(&text);
            found = true;
        }
        to.start_file(own, SimpleFileOptions::default())
            .expect("a part");
        to.write_all(text.as_bytes()).expect("written");
    }
    if !found {
        to.start_file(name, SimpleFileOptions::default())
            .expect("a part");
        to.write_all(change("").as_bytes()).expect("written");
    }
    to.finish().expect("an archive").into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn a_drawing_that_is_missing_stops_nothing() {
    let whole = read("a.xlsx", &small()).expect("readable");
    let relationship = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>"#;
    let bytes = with_part("xl/worksheets/_rels/sheet1.xml.rels", |_| {
        relationship.to_owned()
    });
    assert_eq!(
        read("a.xlsx", &bytes).expect("readable").sheets,
        whole.sheets
    );
}

#[test]
fn entities_do_not_expand() {
    let laughs: String = (1..12).fold(
        "<!ENTITY a0 \"哈哈哈哈哈哈哈哈哈哈\">".to_owned(),
        |all, n| {
            format!(
                "{all}<!ENTITY a{n} \"{}\">",
                format!("&a{};", n - 1).repeat(10)
            )
        },
    );
    let bytes = with_part("xl/sharedStrings.xml", |text| {
        text.replace("<sst", &format!("<!DOCTYPE sst [{laughs}]><sst"))
            .replacen("项目0", "&a11;", 1)
    });
    match read("a.xlsx", &bytes) {
        Err(error) => assert_eq!(error.code(), "sheets.damaged"),
        Ok(book) => assert!(!format!("{book:?}").contains("哈哈")),
    }
}

#[test]
fn an_external_entity_is_not_fetched() {
    let bytes = with_part("xl/sharedStrings.xml", |text| {
        text.replace(
            "<sst",
            "<!DOCTYPE sst [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><sst",
        )
        .replacen("项目0", "&f;", 1)
    });
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    match read("a.xlsx", &bytes) {
        Err(error) => assert_eq!(error.code(), "sheets.damaged"),
        Ok(book) => assert!(host.trim().is_empty() || !format!("{book:?}").contains(host.trim())),
    }
}

#[test]
fn a_cut_or_scratched_workbook_gives_an_answer() {
    let bytes = small();
    for end in (0..bytes.len()).step_by(37) {
        let _ = read("a.xlsx", &bytes[..end]);
    }
    for at in (0..bytes.len()).step_by(11) {
        let mut scratched = bytes.clone();
        scratched[at] ^= 0x55;
        let _ = read("a.xlsx", &scratched);
    }
    assert!(matches!(
        read("a.xlsx", &bytes[..bytes.len() / 2]),
        Err(Unreadable::Damaged { .. })
    ));
}

#[test]
fn a_sheet_that_breaks_off_is_refused_with_its_name() {
    let bytes = with_part(SHEET, |text| text[..text.len() / 2].to_owned());
    match read("a.xlsx", &bytes) {
        Err(Unreadable::Damaged { sheet, .. }) => assert_eq!(sheet.as_deref(), Some("项目")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_far_down_and_columns_far_right_cost_nothing() {
    let bytes = with_part(SHEET, |text| {
        text.replace(
            "</sheetData>",
            r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#,
        )
        .replace(
            "<dimension ref=\"A1:B21\"/>",
            "<dimension ref=\"A1:XFD1048576\"/>",
        )
    });
    let book = read("a.xlsx", &bytes).expect("readable");
    assert_eq!(book.sheets[0].tables[0].rows.len(), 20);
    assert_eq!(book.sheets[0].notes, [sheets::SheetNote::TooWide]);
}

#[test]
fn merged_ranges_over_everything_do_not_hang() {
    let merges: Vec<String> = (0..20_000)
        .map(|n| format!("<mergeCell ref=\"A{}:B1048576\"/>", n % 20 + 1))
        .collect();
    let merges = merges.concat();
    let bytes = with_part(SHEET, |text| {
        text.replace(
            "</sheetData>",
            &format!("</sheetData><mergeCells>{merges}</mergeCells>"),
        )
    });
    let started = std::time::Instant::now();
    let _ = read("a.xlsx", &bytes);
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn wrong_numbers_in_cells_are_errors_of_the_cell() {
    let bytes = with_part(SHEET, |text| {
        text.replace("<v>19</v>", "<v>nan</v>")
            .replace("<v>18</v>", "<v>1e400</v>")
    });
    if let Ok(book) = read("a.xlsx", &bytes) {
        let rows = &book.sheets[0].tables[0].rows;
        let shown: Vec<String> = rows.iter().map(|r| r.cells[1].to_string()).collect();
        assert!(
            !shown.iter().any(|s| s.contains("inf") || s == "NaN"),
            "{shown:?}"
        );
    }
}
