//! The document tree that every output is made from: few kinds of block, three kinds of inline.

use serde::Serialize;

use crate::call::FigureCall;

/// A rendered document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The template's own title (its leading `# …`); [`Meta::title`](crate::Meta) stands in.
    pub title: Vec<Inline>,
    /// The body, in order.
    pub blocks: Vec<Block>,
    /// Every figure that is printed, in reading order; [`Inline::Figure`] holds its index.
    pub figures: Vec<PlacedFigure>,
}

/// A figure where it is printed. One call may be printed in several places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlacedFigure {
    /// Its number in reading order, from 1.
    pub number: usize,
    /// What was asked.
    pub call: FigureCall,
    /// What is printed. Differs from the figure's own display where a word bears the sign.
    pub display: String,
    /// The handle that opens it.
    pub address: String,
    /// The exact value as text.
    pub value: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A place in the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The text of the heading it stands under.
    pub heading: Option<String>,
    /// The index of its block in [`Document::blocks`]; `None` in the title.
    pub block: Option<usize>,
    /// In a table: the row, 0 for the head row.
    pub row: Option<usize>,
    /// In a table: the column from 0.
    pub column: Option<usize>,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 is the highest below the title, 4 the lowest.
    Heading {
        /// 1 to 4.
        level: u8,
        /// With its numeral.
        text: Vec<Inline>,
    },
    /// A paragraph of prose.
    Paragraph(Vec<Inline>),
    /// A list; each item holds blocks of its own.
    List {
        /// The number of the first item, `None` for a list without numbers.
        start: Option<usize>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table(Table),
    /// The next block begins on a new page.
    PageBreak,
}

/// A table with one head row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The line above it, written as `: caption` right before the table.
    pub caption: Vec<Inline>,
    /// One per column. A column of numbers is right-aligned unless the template says otherwise.
    pub align: Vec<Align>,
    /// The head row, one cell per column.
    pub head: Vec<Cell>,
    /// The body rows, one cell per column each.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a table's cell.
pub type Cell = Vec<Inline>;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Text.
    Left,
    /// Short marks.
    Center,
    /// Numbers.
    Right,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasised; never nested.
    Strong(Vec<Inline>),
    /// A figure: the index into [`Document::figures`].
    Figure(usize),
    /// The line ends here, the paragraph does not.
    Break,
}

impl Document {
    /// The plain text of these inlines.
    pub fn text(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        self.push_text(inlines, &mut out);
        out
    }

    fn push_text(&self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Strong(inner) => self.push_text(inner, out),
                Inline::Figure(index) => out.push_str(&self.figures[*index].display),
                Inline::Break => out.push('\n'),
            }
        }
    }

    /// The body as lines of plain text, a table's row as one line with tabs. Two issues of a
    /// document are compared by these.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.title.is_empty() {
            lines.push(self.text(&self.title));
        }
        self.push_lines(&self.blocks, &mut lines);
        lines
    }

    fn push_lines(&self, blocks: &[Block], lines: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } | Block::Paragraph(text) => lines.push(self.text(text)),
                Block::List { items, .. } => {
                    for item in items {
                        self.push_lines(item, lines);
                    }
                }
                Block::Table(table) => {
                    if !table.caption.is_empty() {
                        lines.push(self.text(&table.caption));
                    }
                    for row in std::iter::once(&table.head).chain(&table.rows) {
                        let cells: Vec<String> = row.iter().map(|cell| self.text(cell)).collect();
                        lines.push(cells.join("\t"));
                    }
                }
                Block::PageBreak => {}
            }
        }
    }
}
