//! The page of GB/T 9704-2012: size, margins, grid, page numbers, and the mark of demo data.
//!
//! Lengths are twentieths of a point (twips); 1 mm is 1440 / 25.4 of them.

use crate::letter;
use crate::meta::Language;

use super::xml::{DECLARATION, NAMESPACES, line};

/// Width of A4, 210 mm.
const WIDTH: u32 = 11_906;
/// Height of A4, 297 mm.
const HEIGHT: u32 = 16_838;
/// Margin at the head (天头), 37 mm.
const TOP: u32 = 2_098;
/// Margin at the foot, 35 mm.
const BOTTOM: u32 = 1_984;
/// Margin at the spine (订口), 28 mm.
const LEFT: u32 = 1_587;
/// Outer margin, 26 mm.
const RIGHT: u32 = 1_474;
/// From the paper's edge to the demo mark.
const HEADER: u32 = 1_134;
/// From the paper's edge to the page number's line: it stands 7 mm below the text area.
const FOOTER: u32 = 1_247;

/// Lines on a page and characters in a line.
const LINES: u32 = 22;
const CHARACTERS: u32 = 28;

/// Width of the text area, 156 mm.
pub(super) const TEXT_WIDTH: u32 = WIDTH - LEFT - RIGHT;

/// Height of one line of the grid.
pub(super) const LINE_PITCH: u32 = (HEIGHT - TOP - BOTTOM) / LINES;

/// Width of one character of the grid.
pub(super) const CHARACTER_PITCH: u32 = TEXT_WIDTH / CHARACTERS;

/// Size of the body's characters: 三号, 16 points.
const BODY_POINTS: u32 = 16;

/// What the grid adds to a character's width, in 4096ths of a point, rounded down so that the
/// 28th character still fits.
const CHARACTER_SPACE: i64 =
    (TEXT_WIDTH as i64 * 4096).div_euclid(20 * CHARACTERS as i64) - BODY_POINTS as i64 * 4096;

/// How much closer than they are broad the body's characters stand to keep to the grid, in twips.
/// One more than the grid needs: programs that round a line's width up broke it before the 28th.
pub(super) const TIGHTER: u32 = 20 * BODY_POINTS - CHARACTER_PITCH + 1;

/// The section's properties. Even and odd pages have page numbers of their own.
pub(super) fn section(demo: bool) -> String {
    let header = if demo {
        "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>\
         <w:headerReference w:type=\"even\" r:id=\"rIdHeader\"/>"
    } else {
        ""
    };
    format!(
        "<w:sectPr>{header}\
         <w:footerReference w:type=\"default\" r:id=\"rIdFooterOdd\"/>\
         <w:footerReference w:type=\"even\" r:id=\"rIdFooterEven\"/>\
         <w:pgSz w:w=\"{WIDTH}\" w:h=\"{HEIGHT}\"/>\
         <w:pgMar w:top=\"{TOP}\" w:right=\"{RIGHT}\" w:bottom=\"{BOTTOM}\" w:left=\"{LEFT}\" \
         w:header=\"{HEADER}\" w:footer=\"{FOOTER}\" w:gutter=\"0\"/>\
         <w:cols w:space=\"425\"/>\
         <w:docGrid w:type=\"linesAndChars\" w:linePitch=\"{LINE_PITCH}\" \
         w:charSpace=\"{CHARACTER_SPACE}\"/>\
         </w:sectPr>"
    )
}

/// Which pages a footer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Right-hand pages: the number stands at the right.
    Odd,
    /// Left-hand pages: at the left.
    Even,
}

/// A footer with the page number between dashes, `— 1 —`, one character from the outer edge.
pub(super) fn footer(side: Side) -> String {
    let style = match side {
        Side::Odd => "PageNumberOdd",
        Side::Even => "PageNumberEven",
    };
    format!(
        "{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">— </w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
         <w:r><w:t>1</w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
         <w:r><w:t xml:space=\"preserve\"> —</w:t></w:r>\
         </w:p></w:ftr>"
    )
}

/// The header with the mark of demo data.
pub(super) fn header(language: Language) -> String {
    let mut content = String::new();
    line("DemoMark", "", letter::demo_mark(language), &mut content);
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>")
}
