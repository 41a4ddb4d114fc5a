//! Reads Markdown with marked figures into the document tree.

mod inline;
mod place;

use comrak::nodes::{ListType, Node, NodeValue, TableAlignment};
use comrak::{Arena, Options, parse_document};

use crate::meta::Language;
use crate::numerals::Counter;
use crate::template::Printed;
use crate::tree::{Align, Block, Cell, Document, Inline, Table};
use inline::Inlines;

/// The document that this Markdown is. `printed` are the figures that its marks number.
pub(crate) fn document(markdown: &str, printed: Vec<Printed>, language: Language) -> Document {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options());
    let mut reader = Reader {
        inlines: Inlines::new(printed),
        depth: 0,
        counter: Counter::new(language),
        title: None,
    };
    let blocks = reader.blocks(root);
    let mut document = Document {
        title: reader.title.unwrap_or_default(),
        blocks: join_captions(blocks),
        figures: Vec::new(),
    };
    place::figures(&mut document, reader.inlines.printed());
    document
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    // Without it `**“双过半”**，` is not strong: the rule for emphasis was made for spaced scripts.
    options.extension.cjk_friendly_emphasis = true;
    options
}

/// Lists and quotations may be nested so deep; what is deeper becomes one paragraph.
const DEEPEST: usize = 16;

struct Reader {
    inlines: Inlines,
    depth: usize,
    counter: Counter,
    title: Option<Vec<Inline>>,
}

impl Reader {
    fn blocks(&mut self, parent: Node<'_>) -> Vec<Block> {
        if self.depth == DEEPEST {
            return vec![Block::Paragraph(self.inlines.of(parent))];
        }
        self.depth += 1;
        let mut blocks = Vec::new();
        for node in parent.children() {
            self.block(node, &mut blocks);
        }
        self.depth -= 1;
        blocks
    }

    fn block(&mut self, node: Node<'_>, blocks: &mut Vec<Block>) {
        let value = node.data().value.clone();
        match value {
            NodeValue::Heading(heading) => {
                let text = self.inlines.of(node);
                // The first heading of level 1 before any text is the title.
                if heading.level == 1 && self.title.is_none() && blocks.is_empty() {
                    self.title = Some(text);
                } else {
                    blocks.push(self.heading(heading.level, text));
                }
            }
            NodeValue::Paragraph => {
                let text = self.inlines.of(node);
                if !text.is_empty() {
                    blocks.push(Block::Paragraph(text));
                }
            }
            NodeValue::List(list) => {
                let items = node.children().map(|item| self.blocks(item)).collect();
                let start = (list.list_type == ListType::Ordered).then_some(list.start);
                blocks.push(Block::List { start, items });
            }
            NodeValue::Table(table) => blocks.push(self.table(node, &table.alignments)),
            NodeValue::ThematicBreak => blocks.push(Block::PageBreak),
            NodeValue::CodeBlock(code) => {
                blocks.push(Block::Paragraph(self.inlines.text(code.literal.trim_end())));
            }
            NodeValue::HtmlBlock(html) => {
                blocks.push(Block::Paragraph(self.inlines.text(html.literal.trim_end())));
            }
            _ => blocks.extend(self.blocks(node)),
        }
    }

    /// `##` is the first level below the title; a second `#` counts as one.
    fn heading(&mut self, written: u8, mut text: Vec<Inline>) -> Block {
        let level = written.clamp(2, 5) - 1;
        let plain = match text.first() {
            Some(Inline::Text(text)) => text.as_str(),
            _ => "",
        };
        let numeral = self.counter.next(level, plain);
        if !numeral.is_empty() {
            inline::push_text(&mut text, 0, &numeral);
        }
        Block::Heading { level, text }
    }

    fn table(&mut self, node: Node<'_>, written: &[TableAlignment]) -> Block {
        let mut rows: Vec<Vec<Cell>> = node
            .children()
            .map(|row| row.children().map(|cell| self.inlines.of(cell)).collect())
            .collect();
        let head = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0)
        };
        let align = written
            .iter()
            .enumerate()
            .map(|(column, align)| match align {
                TableAlignment::Center => Align::Center,
                TableAlignment::Right => Align::Right,
                TableAlignment::None if self.is_numeric(&rows, column) => Align::Right,
                TableAlignment::Left | TableAlignment::None => Align::Left,
            })
            .collect();
        Block::Table(Table {
            caption: Vec::new(),
            align,
            head,
            rows,
        })
    }

    /// Whether every cell of the column is a number or says that there is none.
    fn is_numeric(&self, rows: &[Vec<Cell>], column: usize) -> bool {
        let mut cells = rows
            .iter()
            .filter_map(|row| row.get(column))
            .filter(|cell| !cell.is_empty())
            .peekable();
        cells.peek().is_some()
            && cells.all(|cell| match cell.as_slice() {
                [Inline::Figure(index)] => is_number(self.inlines.display(*index)),
                [Inline::Text(text)] => is_number(text),
                [Inline::Strong(inner)] => match inner.as_slice() {
                    [Inline::Figure(index)] => is_number(self.inlines.display(*index)),
                    [Inline::Text(text)] => is_number(text),
                    _ => false,
                },
                _ => false,
            })
    }
}

/// Digits with signs, separators and a unit of percent; or a dash for no value.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "—" | "-")
        || (text.contains(|c: char| c.is_ascii_digit())
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || "+-−.,%‰ ".contains(c)))
}

/// A paragraph `: caption` right before a table becomes its caption.
fn join_captions(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        if let Block::Table(table) = &mut block
            && let Some(Block::Paragraph(text)) = joined.last_mut()
            && let Some(Inline::Text(first)) = text.first_mut()
            && let Some(caption) = first.strip_prefix([':', '：'])
        {
            *first = caption.trim_start().to_owned();
            table.caption = std::mem::take(text);
            joined.pop();
        }
        joined.push(block);
    }
    joined
}

#[cfg(test)]
mod tests;
