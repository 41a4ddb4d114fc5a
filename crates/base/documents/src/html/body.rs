//! The blocks and inlines of a document as HTML.

use super::{escape, fragment_of};
use crate::breadth;
use crate::columns::widths;
use crate::tree::{Align, Block, Cell, Document, Inline, PlacedFigure, Table};

/// Width of the printed text area, 156 mm, in twips.
const TEXT_WIDTH: u32 = 8_845;

/// Half characters up to which a column's lines are not broken.
const SHORT: u32 = 12;

/// Writes HTML of one document.
pub(crate) struct Body<'a> {
    document: &'a Document,
    links: bool,
    out: &'a mut String,
}

impl<'a> Body<'a> {
    pub(crate) fn new(document: &'a Document, links: bool, out: &'a mut String) -> Self {
        Self {
            document,
            links,
            out,
        }
    }

    /// Markup as it is.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Text, escaped.
    pub(crate) fn text(&mut self, text: &str) {
        escape(text, self.out);
    }

    /// One element of a class with text.
    pub(crate) fn line(&mut self, element: &str, class: &str, text: &str) {
        put!(self.out, "<{element} class=\"{class}\">");
        self.text(text);
        put!(self.out, "</{element}>\n");
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => {
                    let rank = level + 1;
                    put!(self.out, "<h{rank}>");
                    self.inlines(text);
                    put!(self.out, "</h{rank}>\n");
                }
                Block::Paragraph(text) => {
                    self.raw("<p>");
                    self.inlines(text);
                    self.raw("</p>\n");
                }
                Block::List { start, items } => self.list(*start, items),
                Block::Table(table) => self.table(table),
                Block::PageBreak => self.raw("<div class=\"page-break\"></div>\n"),
            }
        }
    }

    fn list(&mut self, start: Option<usize>, items: &[Vec<Block>]) {
        match start {
            Some(1) => self.raw("<ol>\n"),
            Some(start) => put!(self.out, "<ol start=\"{start}\">\n"),
            None => self.raw("<ul>\n"),
        }
        for item in items {
            self.raw("<li>");
            // An item of one paragraph needs no element around it.
            if let [Block::Paragraph(text)] = item.as_slice() {
                self.inlines(text);
            } else {
                self.blocks(item);
            }
            self.raw("</li>\n");
        }
        self.raw(if start.is_some() {
            "</ol>\n"
        } else {
            "</ul>\n"
        });
    }

    fn table(&mut self, table: &Table) {
        self.raw(match table.align.len() {
            0..=7 => "<table>\n",
            8..=9 => "<table class=\"many\">\n",
            _ => "<table class=\"crowded\">\n",
        });
        if !table.caption.is_empty() {
            self.raw("<caption>");
            self.inlines(&table.caption);
            self.raw("</caption>\n");
        }
        if !self.links {
            self.columns(table);
        }
        let classes = self.classes(table);
        self.raw("<thead>\n");
        self.row(&table.head, &classes, "th scope=\"col\"", "th");
        self.raw("</thead>\n<tbody>\n");
        for row in &table.rows {
            self.row(row, &classes, "td", "td");
        }
        self.raw("</tbody>\n</table>\n");
    }

    /// The widths of the columns in thousandths, for print; the screen has room of its own.
    fn columns(&mut self, table: &Table) {
        self.raw("<colgroup>");
        for width in widths(self.document, table, TEXT_WIDTH) {
            let thousandths = width * 1000 / TEXT_WIDTH;
            put!(
                self.out,
                "<col style=\"width: {}.{}%\">",
                thousandths / 10,
                thousandths % 10
            );
        }
        self.raw("</colgroup>\n");
    }

    /// The class attribute of each column's cells. A column of single short words is `short`:
    /// Chinese words would otherwise be broken anywhere.
    fn classes(&self, table: &Table) -> Vec<String> {
        (0..table.align.len())
            .map(|column| {
                let short = std::iter::once(&table.head)
                    .chain(&table.rows)
                    .filter_map(|row| row.get(column))
                    .all(|cell| {
                        breadth::of_inlines(self.document, cell) <= SHORT
                            && !self.document.text(cell).contains(char::is_whitespace)
                    });
                let classes: Vec<&str> = [
                    (table.align[column] == Align::Right, "right"),
                    (table.align[column] == Align::Center, "center"),
                    (short, "short"),
                ]
                .into_iter()
                .filter_map(|(holds, class)| holds.then_some(class))
                .collect();
                if classes.is_empty() {
                    String::new()
                } else {
                    format!(" class=\"{}\"", classes.join(" "))
                }
            })
            .collect()
    }

    fn row(&mut self, cells: &[Cell], classes: &[String], open: &str, close: &str) {
        self.raw("<tr>");
        for (column, cell) in cells.iter().enumerate() {
            let class = classes.get(column).map_or("", String::as_str);
            put!(self.out, "<{open}{class}>");
            self.inlines(cell);
            put!(self.out, "</{close}>");
        }
        self.raw("</tr>\n");
    }

    pub(crate) fn inlines(&mut self, inlines: &[Inline]) {
        let document = self.document;
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Strong(inner) => {
                    self.raw("<strong>");
                    self.inlines(inner);
                    self.raw("</strong>");
                }
                Inline::Figure(index) => self.figure(&document.figures[*index]),
                Inline::Break => self.raw("<br>\n"),
            }
        }
    }

    fn figure(&mut self, figure: &PlacedFigure) {
        if !self.links {
            self.text(&figure.display);
            return;
        }
        put!(
            self.out,
            "<a class=\"figure\" id=\"figure-{}\" data-figure=\"",
            figure.number
        );
        self.text(&figure.address);
        self.raw("\" data-code=\"");
        self.text(&figure.call.code);
        self.raw("\" data-measure=\"");
        self.text(&figure.call.measure);
        put!(self.out, "\" href=\"#{}\">", fragment_of(&figure.address));
        self.text(&figure.display);
        self.raw("</a>");
    }
}
