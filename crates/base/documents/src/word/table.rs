//! Tables: as wide as the text, the head row repeated on every page, numbers at the right.

use super::body::inlines;
use super::grid::{Need, share};
use super::page::TEXT_WIDTH;
use super::xml::{Look, paragraph};
use crate::breadth;
use crate::tree::{Align, Cell, Document, Table};

/// Room left and right of a cell's text.
const PADDING: u32 = 85;

/// Half characters that every column keeps on one line; words and numbers are never broken.
const LEAST_TEXT: u32 = 12;

/// Writes a table with its caption and the gap below it.
pub(super) fn write(document: &Document, table: &Table, out: &mut String) {
    if !table.caption.is_empty() {
        let mut content = String::new();
        inlines(document, &table.caption, Look::default(), &mut content);
        paragraph("TableCaption", "", &content, out);
    }
    let size = size(table.align.len());
    let widths = widths(document, table, size);
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
        half_points: size,
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

/// Half points of a table's characters where they are smaller than the style's: the more
/// columns, the smaller.
fn size(columns: usize) -> Option<u32> {
    match columns {
        0..=7 => None,
        8..=9 => Some(21),
        _ => Some(18),
    }
}

/// The widths of the columns in twips.
fn widths(document: &Document, table: &Table, size: Option<u32>) -> Vec<u32> {
    // A character is as wide as it is high: n half points are n × 10 twips, half of it n × 5.
    let half = size.unwrap_or(24) * 5;
    let room = |characters: u32| characters * half + 2 * PADDING + 20;
    let needs: Vec<Need> = (0..table.align.len())
        .map(|column| {
            let cells = || {
                std::iter::once(&table.head)
                    .chain(&table.rows)
                    .filter_map(|row| row.get(column))
            };
            let whole = cells()
                .map(|cell| breadth::of_inlines(document, cell))
                .max()
                .unwrap_or(0);
            let word = cells()
                .map(|cell| breadth::longest_word(document, cell))
                .max()
                .unwrap_or(0);
            let least = whole.min(LEAST_TEXT).max(word);
            Need {
                whole: room(whole),
                least: room(least),
            }
        })
        .collect();
    share(&needs, TEXT_WIDTH)
}
