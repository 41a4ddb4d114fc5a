//! A batch and its report.

use crate::importer::Kept;
use kernel::{Entity, FieldRefusal, Id, Instant, Month, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The key of a [`Batch`].
pub type BatchId = Id<Batch>;

impl Entity for Batch {
    const PREFIX: &'static str = "imp";
}

/// What has become of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportState)]
pub enum State {
    /// The workbook is being read and its rows judged.
    Reading,
    /// Its report stands; nothing has been written.
    Preview,
    /// It is being written.
    Committing,
    /// It is written.
    Committed,
    /// It was written and taken back.
    Undone,
    /// Its workbook could not be read.
    Failed,
}

impl State {
    const ALL: [Self; 6] = [
        Self::Reading,
        Self::Preview,
        Self::Committing,
        Self::Committed,
        Self::Undone,
        Self::Failed,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Preview => "preview",
            Self::Committing => "committing",
            Self::Committed => "committed",
            Self::Undone => "undone",
            Self::Failed => "failed",
        }
    }

    /// The state that a word names.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What a row was judged.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportStatus)]
pub enum Status {
    /// It will be written.
    New,
    /// It changes a record.
    Changed,
    /// It is there already.
    Same,
    /// It is left out.
    Refused,
}

impl Status {
    /// All, in the order of the report.
    pub const ALL: [Self; 4] = [Self::New, Self::Changed, Self::Same, Self::Refused];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Refused => "refused",
        }
    }

    /// The status that a word names.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// Whether such rows are written by a commit.
    pub(crate) const fn is_written(self) -> bool {
        matches!(self, Self::New | Self::Changed)
    }
}

/// How many rows were judged what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportCounts)]
pub struct Counts {
    /// Will be written.
    pub new: i64,
    /// Change a record.
    pub changed: i64,
    /// Are there already.
    pub same: i64,
    /// Are left out.
    pub refused: i64,
}

impl Counts {
    /// Counts one row.
    pub(crate) fn add(&mut self, status: Status) {
        *self.place(status) += 1;
    }

    /// Adds other counts.
    pub(crate) fn add_all(&mut self, other: Self) {
        for status in Status::ALL {
            *self.place(status) += other.of(status);
        }
    }

    /// How many were judged `status`.
    pub const fn of(&self, status: Status) -> i64 {
        match status {
            Status::New => self.new,
            Status::Changed => self.changed,
            Status::Same => self.same,
            Status::Refused => self.refused,
        }
    }

    /// How many there are.
    pub const fn all(&self) -> i64 {
        self.new + self.changed + self.same + self.refused
    }

    fn place(&mut self, status: Status) -> &mut i64 {
        match status {
            Status::New => &mut self.new,
            Status::Changed => &mut self.changed,
            Status::Same => &mut self.same,
            Status::Refused => &mut self.refused,
        }
    }
}

/// Why a batch could not be read or was not written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportFailure)]
pub struct Failure {
    /// The HTTP status that the refusal had or would have had.
    pub status: u16,
    /// The stable code.
    pub code: String,
    /// The code's parameters.
    #[schema(value_type = Object)]
    pub params: Map<String, Value>,
    /// The fields at fault, where it is about fields.
    pub fields: Vec<FieldRefusal>,
}

impl Failure {
    /// The failure that a refusal leaves behind.
    pub(crate) fn of(refusal: &Refusal) -> Self {
        Self {
            status: http_base::Problem::from(refusal.clone()).status,
            code: refusal.code.to_owned(),
            params: refusal.params.clone(),
            fields: refusal.fields.clone(),
        }
    }
}

/// An import: a workbook, what was found in it, and what became of it.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Its key.
    pub id: BatchId,
    /// As uploaded.
    pub file_name: String,
    /// SHA-256 of the file, in hex.
    pub file_hash: String,
    /// The one kind that was asked for, if one was.
    pub kind: Option<String>,
    /// What has become of it.
    pub state: State,
    /// How far the reading or writing under way has come, in rows.
    pub progress: Progress,
    /// When it was uploaded.
    pub created_at: Instant,
    /// By whom.
    pub created_by: String,
    /// The unit it belongs to; none for the city's own.
    pub unit: Option<i64>,
    /// When it was written.
    pub committed_at: Option<Instant>,
    /// The month that was open then.
    pub month: Option<Month>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Its rows in all.
    pub counts: Counts,
    /// Why it failed, or was not written.
    pub failure: Option<Failure>,
    /// What an undo left standing.
    pub kept: Vec<Kept>,
}

/// Rows done and to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, utoipa::ToSchema)]
#[schema(as = ImportProgress)]
pub struct Progress {
    /// Rows that are done.
    pub done: i64,
    /// Rows in all.
    pub total: i64,
}

/// One table of a batch, as reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportSheet)]
pub struct SheetReport {
    /// The sheet's name, with `#2` behind for its second table.
    pub sheet: String,
    /// Whether Excel hides it: then it is not imported unless a kind is set.
    pub hidden: bool,
    /// What it was taken for; null: it is not imported.
    #[schema(required)]
    pub kind: Option<String>,
    /// The line over the table.
    #[schema(required)]
    pub title: Option<String>,
    /// The unit of money of columns that name none: 万元.
    #[schema(required)]
    pub money_unit: Option<String>,
    /// Its rows, without those that were dropped.
    pub rows: i64,
    /// What they were judged.
    pub counts: Counts,
    /// Rows that are no data, and why.
    pub dropped: Vec<DroppedReport>,
    /// How many rows were dropped; `dropped` holds the first 100.
    pub dropped_rows: i64,
    /// Its columns.
    pub columns: Vec<ColumnReport>,
    /// Required fields that have no column.
    pub missing: Vec<String>,
    /// What a reader should be told about the sheet: `empty`, `no_table`, …
    pub notes: Vec<String>,
}

/// A row that is no data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportDroppedRow)]
pub struct DroppedReport {
    /// As Excel numbers it.
    pub row: u32,
    /// Why: `total`, `group`, `footnote` …
    pub reason: String,
    /// What it holds, shortened.
    pub text: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportColumn)]
pub struct ColumnReport {
    /// Counted from 0 at A: names the column in a mapping.
    pub index: u32,
    /// As Excel shows it.
    pub letter: String,
    /// Its bare name.
    pub header: String,
    /// The unit that its header names.
    #[schema(required)]
    pub unit: Option<String>,
    /// The field it was taken for.
    #[schema(required)]
    pub field: Option<String>,
    /// Its first values.
    pub samples: Vec<String>,
}

/// A staged row, as the preview shows it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = ImportRow)]
pub struct StagedRow {
    /// The sheet's name.
    pub sheet: String,
    /// As Excel numbers it.
    pub row: i32,
    /// What it was judged.
    pub status: Status,
    /// Its key.
    #[schema(required)]
    pub key: Option<String>,
    /// Its cells that hold something.
    pub cells: Vec<StagedCell>,
    /// Why it is refused.
    pub problems: Vec<StagedProblem>,
    /// What it changes.
    pub changes: Vec<StagedChange>,
}

/// A cell of a staged row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = ImportCell)]
pub struct StagedCell {
    /// The column's letter.
    pub column: String,
    /// What it shows.
    pub text: String,
}

/// A problem of a staged row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportProblem)]
pub struct StagedProblem {
    /// The column's letter, where it is about a cell.
    #[schema(required)]
    pub column: Option<String>,
    /// The cell, such as `C7`.
    #[schema(required)]
    pub cell: Option<String>,
    /// The field.
    #[schema(required)]
    pub field: Option<String>,
    /// The stable code.
    pub code: String,
    /// The code's parameters.
    #[schema(value_type = Object)]
    pub params: Map<String, Value>,
}

/// A field that a staged row changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportChange)]
pub struct StagedChange {
    /// The field.
    pub field: String,
    /// What stands there.
    #[schema(required)]
    pub from: Option<String>,
    /// What will stand there.
    #[schema(required)]
    pub to: Option<String>,
}
