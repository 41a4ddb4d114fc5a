//! Workbooks out: exports, templates to fill in, and workbooks that look like
//! those that offices hand in.

mod book;
mod choices;
mod formats;
mod notes;
mod page;
mod reasons;
mod stream;

pub use book::write;
pub use notes::notes_sheet;
pub use reasons::{REASON_HEADER, with_reasons};
pub use stream::Stream;

use chrono::NaiveDate;

use crate::decimal::Decimal;
use crate::unit::MoneyUnit;

/// A sheet to write. From top to bottom: title, preface, unit line, header,
/// sample, rows, total, notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetOut {
    /// At most 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// Merged over all columns.
    pub title: Option<String>,
    /// Lines under the title, such as 填报单位：张店区.
    pub preface: Vec<String>,
    /// `单位：万元`, set to the right.
    pub unit_line: Option<String>,
    /// Puts a 序号 column with running numbers before the others.
    pub sequence: bool,
    /// From left to right.
    pub columns: Vec<ColumnOut>,
    /// A row in grey that shows how to fill in. Readers drop it if its first
    /// text begins with 示例.
    pub sample: Option<Vec<CellOut>>,
    /// Each as long as `columns` or shorter.
    pub rows: Vec<Vec<CellOut>>,
    /// A 合计 row.
    pub total: Option<TotalRow>,
    /// Lines under the table.
    pub notes: Vec<String>,
    /// Not shown in Excel.
    pub hidden: bool,
}

/// A sum under the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalRow {
    /// 合计; stands in the 序号 column, without one in the first.
    pub label: String,
    /// As long as the sheet's columns or shorter; the first is covered by the
    /// label where there is no 序号 column.
    pub cells: Vec<CellOut>,
}

/// A column to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnOut {
    /// As it shall read; the star of a required column is added.
    pub header: String,
    /// A text over this and neighbouring columns with the same one: the header
    /// then has two rows.
    pub group: Option<String>,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// In characters of a Latin letter's width; None measures the header.
    pub width: Option<u16>,
    /// Marked with a star and in red.
    pub required: bool,
    /// Offered as a drop-down list; other values are refused by Excel.
    pub choices: Vec<String>,
    /// For the notes sheet.
    pub note: Option<String>,
}

/// What a column's cells hold, which sets their format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// Codes: formatted as text, so that Excel keeps leading zeros and all
    /// digits of what is typed.
    Code,
    /// Amounts.
    Money(MoneyUnit),
    /// Whole numbers.
    Int,
    /// Days, as 2023-06-05.
    Date,
    /// Percentages.
    Percent,
}

/// A cell to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CellOut {
    /// Nothing.
    #[default]
    Empty,
    /// Text; never read as a formula.
    Text(String),
    /// An amount in fen, shown in `unit` with thousands separators and as many
    /// decimals as it has. More than 15 digits are written as text, since
    /// Excel would change them.
    Money {
        /// In fen.
        fen: i64,
        /// What it is shown in.
        unit: MoneyUnit,
    },
    /// A whole number; beyond 15 digits as text.
    Int(i64),
    /// A number as read.
    Number(Decimal),
    /// A percentage in basis points.
    Percent(i64),
    /// A day.
    Date(NaiveDate),
}

impl ColumnOut {
    /// A column of a kind, not required, without choices.
    pub fn new(header: impl Into<String>, kind: ColumnKind) -> Self {
        Self {
            header: header.into(),
            group: None,
            kind,
            width: None,
            required: false,
            choices: Vec::new(),
            note: None,
        }
    }

    /// Marks it as required.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sets the width in characters.
    #[must_use]
    pub fn width(mut self, characters: u16) -> Self {
        self.width = Some(characters);
        self
    }

    /// Puts it under a common text.
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Offers a drop-down list.
    #[must_use]
    pub fn choices<T: Into<String>>(mut self, choices: impl IntoIterator<Item = T>) -> Self {
        self.choices = choices.into_iter().map(Into::into).collect();
        self
    }

    /// Explains it on the notes sheet.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// What cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// A workbook needs a sheet that is shown.
    #[error("no visible sheet")]
    NoSheet,
    /// A sheet without columns.
    #[error("sheet {sheet:?} has no columns")]
    NoColumns {
        /// Its name.
        sheet: String,
    },
    /// A name that Excel does not take, or that another sheet has.
    #[error("sheet name {sheet:?} is not possible: {detail}")]
    SheetName {
        /// The name.
        sheet: String,
        /// Why.
        detail: String,
    },
    /// More rows or columns than a sheet has.
    #[error("sheet {sheet:?} has too many rows or columns")]
    TooLarge {
        /// Its name.
        sheet: String,
    },
    /// A row with more cells than there are columns.
    #[error("sheet {sheet:?}, row {row}: more cells than columns")]
    RowTooLong {
        /// The sheet's name.
        sheet: String,
        /// Counted from 0 in `rows`.
        row: usize,
    },
    /// A text of more than 32,767 characters.
    #[error("sheet {sheet:?}: a text is longer than a cell holds")]
    TextTooLong {
        /// The sheet's name.
        sheet: String,
    },
    /// The file could not be put together.
    #[error("writing failed: {0}")]
    Failed(String),
}

impl WriteError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSheet => "sheets.no_sheet",
            Self::NoColumns { .. } => "sheets.no_columns",
            Self::SheetName { .. } => "sheets.sheet_name",
            Self::TooLarge { .. } => "sheets.sheet_too_large",
            Self::RowTooLong { .. } => "sheets.row_too_long",
            Self::TextTooLong { .. } => "sheets.text_too_long",
            Self::Failed(_) => "sheets.write_failed",
        }
    }
}
