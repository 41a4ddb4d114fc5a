//! Files that want to do harm, and files that came to harm.

use sheets::{CellOut, ColumnKind, ColumnOut, Excess, SheetOut, Unreadable, read, write};
use zip::CompressionMethod;

use crate::support::{archive, parts};

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
    let mut parts = parts(&small());
    match parts.iter_mut().find(|(own, _)| own == name) {
        Some((_, bytes)) => *bytes = change(&String::from_utf8_lossy(bytes)).into_bytes(),
        None => parts.push((name.to_owned(), change("").into_bytes())),
    }
    archive(&parts, CompressionMethod::Deflated)
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
fn a_drawing_that_is_damaged_stops_nothing() {
    let whole = read("a.xlsx", &small()).expect("readable");
    let mut parts = parts(&small());
    parts.push((
        "xl/drawings/drawing1.xml".to_owned(),
        b"<xdr:wsDr><xdr:oneCellAnchor".to_vec(),
    ));
    parts.push(("xl/media/image1.png".to_owned(), vec![0; 100]));
    let bytes = archive(&parts, CompressionMethod::Deflated);
    assert_eq!(
        read("a.xlsx", &bytes).expect("readable").sheets,
        whole.sheets
    );
}

fn excess(answer: Result<sheets::Workbook, Unreadable>) -> Excess {
    match answer {
        Err(Unreadable::TooMuchInside { what, .. }) => what,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_of_one_cell_under_a_wide_header_takes_the_memory_of_a_wide_row() {
    let header: Vec<String> = (0..512).map(|n| format!("列{n}")).collect();
    let text = format!("{}\n{}", header.join(","), "甲\n".repeat(20_000));
    assert_eq!(excess(read("a.csv", text.as_bytes())), Excess::Cells);
}

#[test]
fn one_string_that_every_cell_names_is_refused() {
    let long = "长".repeat(30_000);
    let cells: Vec<String> = (22..10_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let cells = cells.concat();
    let mut parts = parts(&with_part(SHEET, |text| {
        text.replace("</sheetData>", &format!("{cells}</sheetData>"))
    }));
    for (name, bytes) in &mut parts {
        if name == "xl/sharedStrings.xml" {
            let text = String::from_utf8_lossy(bytes);
            *bytes = text
                .replacen("<t>名称", &format!("<t>{long}"), 1)
                .into_bytes();
        }
    }
    let bytes = archive(&parts, CompressionMethod::Deflated);
    assert_eq!(excess(read("a.xlsx", &bytes)), Excess::Memory);
}

#[test]
fn styles_and_names_that_would_fill_memory_are_refused() {
    for (name, before, piece) in [
        ("xl/styles.xml", "<cellXfs", "<xf/>".repeat(2_000_000)),
        (
            "xl/workbook.xml",
            "</workbook>",
            "<definedName name=\"a\">b</definedName>".repeat(1_200_000),
        ),
    ] {
        let bytes = with_part(name, |text| {
            text.replace(before, &format!("{piece}{before}"))
        });
        assert_eq!(excess(read("a.xlsx", &bytes)), Excess::Memory, "{name}");
    }
}

#[test]
fn sheets_that_share_a_part_are_refused() {
    let bytes = with_part("xl/workbook.xml", |text| {
        let sheet = text.find("<sheet ").expect("a sheet");
        let end = sheet + text[sheet..].find("/>").expect("its end") + 2;
        let again = text[sheet..end].replace("项目", "又一");
        text.replace("</sheets>", &format!("{again}</sheets>"))
    });
    assert_eq!(
        read("a.xlsx", &bytes).expect_err("refused").code(),
        "sheets.damaged"
    );
}

#[test]
fn a_text_file_of_one_endless_line_is_refused() {
    for text in [
        "x".repeat(3_000_000),
        format!("a,\"{}", "b\n".repeat(1_000_000)),
    ] {
        assert_eq!(excess(read("a.csv", text.as_bytes())), Excess::CellText);
    }
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
