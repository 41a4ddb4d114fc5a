//! The text part: head, title, blocks, signature, note and closing lines in their order.

use super::page::{CHARACTER_PITCH, LINE_PITCH, TEXT_WIDTH, section};
use super::table;
use super::xml::{DECLARATION, Look, NAMESPACES, line, line_break, paragraph, run};
use crate::breadth::{balance, half_characters};
use crate::letter;
use crate::meta::Meta;
use crate::tree::{Block, Document, Inline};

/// The red rule below the head, 4 mm under its text and as wide as the text area.
const RED_RULE: &str =
    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"11\" w:color=\"FF0000\"/></w:pBdr>";

/// Half characters in a line of the title: 二号 is 22 points.
const TITLE_LINE: u32 = TEXT_WIDTH / (22 * 20) * 2;

/// The part.
pub(super) fn document(document: &Document, meta: &Meta) -> String {
    let mut out = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>");
    head(meta, &mut out);
    let mut title = String::new();
    let text = document.text(&letter::title(document, meta));
    for (index, piece) in text
        .lines()
        .flat_map(|text| balance(text, TITLE_LINE))
        .enumerate()
    {
        if index > 0 {
            line_break(&mut title);
        }
        run(&piece, Look::default(), &mut title);
    }
    let space = if meta.red_head.is_some() {
        // Two empty lines below the red rule.
        format!(
            "<w:spacing w:before=\"{}\" w:after=\"{LINE_PITCH}\"/>",
            2 * LINE_PITCH
        )
    } else {
        String::new()
    };
    paragraph("Title", &space, &title, &mut out);
    if let Some(recipient) = letter::recipient(meta) {
        line("Recipient", "", &recipient, &mut out);
    }
    let mut writer = Writer {
        document,
        page_break: false,
        out: &mut out,
    };
    writer.blocks(&document.blocks, 0);
    signature(meta, &mut out);
    if let Some(note) = letter::note(meta) {
        line("Note", "", &note, &mut out);
    }
    closing(meta, &mut out);
    out.push_str(&section(meta.demo));
    out.push_str("</w:body></w:document>");
    out
}

/// The red head and the document number above the red rule.
fn head(meta: &Meta, out: &mut String) {
    let number = meta.document_number.as_deref();
    if let Some(issuer) = &meta.red_head {
        let mut content = String::new();
        let look = Look {
            half_points: Some(red_head_size(issuer)),
            ..Look::default()
        };
        run(issuer, look, &mut content);
        let rule = if number.is_none() { RED_RULE } else { "" };
        paragraph("RedHead", rule, &content, out);
    }
    if let Some(number) = number {
        let properties = if meta.red_head.is_some() {
            // Two empty lines below the head.
            format!("{RED_RULE}<w:spacing w:before=\"{}\"/>", 2 * LINE_PITCH)
        } else {
            format!("<w:spacing w:after=\"{LINE_PITCH}\"/>")
        };
        line("DocumentNumber", &properties, number, out);
    }
}

/// Half points of the red head: as large as one line allows, between 26 and 52 points.
fn red_head_size(text: &str) -> u32 {
    let characters = half_characters(text).div_ceil(2).max(1);
    let points = TEXT_WIDTH / 20 / characters;
    points.clamp(26, 52) * 2
}

/// Issuer and date. The date ends four characters from the right, the issuer stands centred
/// above it (GB/T 9704-2012, 7.3.5.1).
fn signature(meta: &Meta, out: &mut String) {
    let date = meta.date.map(|day| letter::date(day, meta.language));
    let halves = |text: &str| i64::from(half_characters(text));
    let date_width = date.as_deref().map_or(0, halves);
    let issuer_width = halves(&meta.issuer);
    // Distances from the right edge in quarters of a character.
    let date_right = 16 + (issuer_width - date_width - 16).max(0);
    let issuer_right = (date_right + date_width - issuer_width).max(0);
    let indent = |quarters: i64| quarters * i64::from(CHARACTER_PITCH) / 4;
    if !meta.issuer.is_empty() {
        let properties = format!(
            "<w:spacing w:before=\"{LINE_PITCH}\"/><w:ind w:right=\"{}\"/>",
            indent(issuer_right)
        );
        line("Signature", &properties, &meta.issuer, out);
    }
    if let Some(date) = date {
        let properties = format!("<w:ind w:right=\"{}\"/>", indent(date_right));
        line("Signature", &properties, &date, out);
    }
}

/// The closing lines between rules as wide as the text area, thick at the edges and thin between;
/// their text stands one character in.
fn closing(meta: &Meta, out: &mut String) {
    let lines = letter::closing(meta);
    if lines.is_empty() {
        return;
    }
    paragraph("Prose", "", "", out);
    let left = TEXT_WIDTH / 8 * 5;
    let right = TEXT_WIDTH - left;
    put!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
         <w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/>\
         <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/>\
         <w:insideH w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>\
         </w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:left w:w=\"280\" w:type=\"dxa\"/><w:right w:w=\"280\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr><w:tblGrid><w:gridCol w:w=\"{left}\"/><w:gridCol w:w=\"{right}\"/></w:tblGrid>"
    );
    for (first, second) in &lines {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        if second.is_empty() {
            cell(TEXT_WIDTH, "<w:gridSpan w:val=\"2\"/>", "", first, out);
        } else {
            cell(left, "", "", first, out);
            cell(right, "", "<w:jc w:val=\"right\"/>", second, out);
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    // A table may not be the last block of a text.
    paragraph("TableGap", "", "", out);
}

fn cell(width: u32, span: &str, align: &str, text: &str, out: &mut String) {
    put!(
        out,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}</w:tcPr>"
    );
    line("Closing", align, text, out);
    out.push_str("</w:tc>");
}

struct Writer<'a> {
    document: &'a Document,
    /// Whether the next paragraph begins a page.
    page_break: bool,
    out: &'a mut String,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], depth: u32) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => {
                    self.paragraph(&format!("Heading{level}"), "", "", text);
                }
                Block::Paragraph(text) => self.paragraph("Prose", "", &indent(depth), text),
                Block::List { start, items } => self.list(*start, items, depth),
                Block::Table(table) => {
                    if self.page_break {
                        self.paragraph("TableGap", "", "", &[]);
                    }
                    table::write(self.document, table, self.out);
                }
                Block::PageBreak => self.page_break = true,
            }
        }
    }

    /// A list: each item is a paragraph with its numeral, as official documents have it.
    fn list(&mut self, start: Option<usize>, items: &[Vec<Block>], depth: u32) {
        for (index, item) in items.iter().enumerate() {
            let mark = start.map_or("• ".to_owned(), |start| format!("{}. ", start + index));
            let rest = if let Some(Block::Paragraph(text)) = item.first() {
                self.paragraph("Prose", &mark, &indent(depth), text);
                &item[1..]
            } else {
                &item[..]
            };
            self.blocks(rest, depth + 1);
        }
    }

    fn paragraph(&mut self, style: &str, mark: &str, properties: &str, text: &[Inline]) {
        let mut content = String::new();
        run(mark, Look::default(), &mut content);
        inlines(self.document, text, Look::default(), &mut content);
        let page_break = if std::mem::take(&mut self.page_break) {
            "<w:pageBreakBefore/>"
        } else {
            ""
        };
        paragraph(
            style,
            &format!("{page_break}{properties}"),
            &content,
            self.out,
        );
    }
}

/// The indent of what stands inside a list: two characters per level, and two more at the
/// beginning of each paragraph.
fn indent(depth: u32) -> String {
    if depth == 0 {
        return String::new();
    }
    format!(
        "<w:ind w:leftChars=\"{}\" w:left=\"{}\" w:firstLineChars=\"200\" w:firstLine=\"{}\"/>",
        depth * 200,
        depth * 2 * CHARACTER_PITCH,
        2 * CHARACTER_PITCH
    )
}

/// The runs of these inlines; figures are plain text here.
pub(super) fn inlines(document: &Document, content: &[Inline], look: Look, out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => run(text, look, out),
            Inline::Strong(inner) => inlines(document, inner, Look { bold: true, ..look }, out),
            Inline::Figure(index) => run(&document.figures[*index].display, look, out),
            Inline::Break => line_break(out),
        }
    }
}
