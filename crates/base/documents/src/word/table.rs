//! Tables: as wide as the text, the head row repeated on every page, numbers at the right.

use super::body::inlines;
use super::page::TEXT_WIDTH;
use super::xml::{Look, paragraph};
use crate::columns::{PADDING, half_points, widths};
use crate::tree::{Align, Cell, Document, Table};

/// Half points of the styles of tables; other sizes are set on the runs.
const STYLE_SIZE: u32 = 24;

/// Writes a table with its caption and the gap below it.
pub(super) fn write(document: &Document, table: &Table, out: &mut String) {
    if !table.caption.is_empty() {
        let mut content = String::new();
        inlines(document, &table.caption, Look::default(), &mut content);
        paragraph("TableCaption", "", &content, out);
    }
    let size = half_points(table.align.len());
    let widths = widths(document, table, TEXT_WIDTH);
    put!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
         <w:tblBorders>"
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        put!(
            out,
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        );
    }
    put!(
        out,
        "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:left w:w=\"{PADDING}\" w:type=\"dxa\"/><w:right w:w=\"{PADDING}\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    for width in &widths {
        put!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    let look = Look {
        half_points: (size != STYLE_SIZE).then_some(size),
        ..Look::default()
    };
    let centred = vec![Align::Center; widths.len()];
    out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    row(
        document,
        &table.head,
        &centred,
        &widths,
        "TableHead",
        look,
        out,
    );
    out.push_str("</w:tr>");
    for cells in &table.rows {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        row(
            document,
            cells,
            &table.align,
            &widths,
            "TableText",
            look,
            out,
        );
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    paragraph("TableGap", "", "", out);
}

fn row(
    document: &Document,
    cells: &[Cell],
    align: &[Align],
    widths: &[u32],
    style: &str,
    look: Look,
    out: &mut String,
) {
    for (column, width) in widths.iter().enumerate() {
        put!(
            out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
        );
        let mut content = String::new();
        if let Some(cell) = cells.get(column) {
            inlines(document, cell, look, &mut content);
        }
        let align = match align.get(column) {
            Some(Align::Right) => "<w:jc w:val=\"right\"/>",
            Some(Align::Center) => "<w:jc w:val=\"center\"/>",
            _ => "",
        };
        paragraph(style, align, &content, out);
        out.push_str("</w:tc>");
    }
}
