//! The border to the slices: what a slice hands in so that its records can be imported.
//!
//! `intake` owns files, mapping, staged rows, the commit's transaction, undo and history;
//! a slice owns what a row means. For every batch the slice's [`Importer`] makes one
//! [`Checker`], which has loaded what it needs in bulk, and which then sees the rows one
//! by one, in the order of the kinds. The same is done again inside the commit's write
//! transaction; the checker that saw the rows there then writes them.
//!
//! ```text
//! dry run   begin_read  → checker(rows) → check(row)… ──────────────► report
//! commit    begin_write → checker(rows) → check(row)… → commit(≤1,000 rows)… → one COMMIT
//! undo      begin_write → undo(≤1,000 rows, latest first)… → one COMMIT
//! ```

use crate::kind::KindSpec;
use crate::row::{RowIn, TypedValue};
use db::DatabaseTransaction;
use http_base::App;
use kernel::{Actor, Instant, Month, Outcome};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// A future of an object-safe trait's method.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Rows that [`Checker::commit`] and [`Importer::undo`] are given at once, at most: as many
/// as one call of `ledger::record` should take.
pub const ROWS_AT_ONCE: usize = 1_000;

/// Who imports, when, and into what.
#[derive(Debug, Clone)]
pub struct Context {
    /// The application: `app.ids.key()` makes keys, `app.part::<Books>()` finds the books.
    pub app: App,
    /// Who asked; rows outside `actor.scope` are refused by the slice with
    /// [`RowProblem::foreign_unit`].
    pub actor: Arc<Actor>,
    /// The instant of everything that is written.
    pub at: Instant,
    /// The batch's key; `0` for an export.
    pub batch: i64,
    /// The month that takes facts, if the books are open.
    pub open_month: Option<Month>,
    /// The first month of the books: before it a date is 期初.
    pub first_month: Option<Month>,
}

/// What a slice hands in. Held by the application for its life (`Importers`).
pub trait Importer: Send + Sync + 'static {
    /// The kinds it imports.
    fn kinds(&self) -> &'static [KindSpec];

    /// Every code that its checkers, commits and undos put into problems and kept lists.
    fn codes(&self) -> &'static [&'static str];

    /// Loads what checking needs, in a few queries whose number does not depend on the
    /// number of rows. `rows` are those of its own kinds, in the order in which they will
    /// be checked, so that keys can be gathered for IN-queries. In a dry run `tx` only reads.
    fn checker<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>>;

    /// Takes back what a commit wrote, while the month it was booked in is open. `written`
    /// is of one kind, latest first, at most [`ROWS_AT_ONCE`]; kinds come in reverse order.
    /// Facts are reversed; master data goes back to `before` (or away, where it was
    /// `created`) unless it was changed or is referred to since: then it stays and is
    /// returned as [`Kept`].
    fn undo<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        written: &'a [WrittenRow],
    ) -> Boxed<'a, Outcome<Vec<Kept>>>;

    /// The records that `cx.actor.scope` covers and `filters` (the screen's query) leave,
    /// each with a value for every field of `kind`, in its order. Imported again, every
    /// row is `Same`. Refuses filters that it does not know.
    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        filters: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>>;
}

/// Checks the rows of one batch, then writes them. It remembers the rows it accepted: a
/// voucher used twice within the batch is refused naming the first place
/// ([`RowIn::place`]), funds add up, a milestone finds a project that is new in the batch.
pub trait Checker: Send {
    /// Judges one row. Its cells have been parsed: required values are there (except where
    /// a [`FieldSpec`](crate::FieldSpec) says otherwise), types fit. Says every problem at once.
    fn check(&mut self, row: &RowIn) -> Verdict;

    /// A row of *another* importer, of an earlier kind, was not refused: how a project may
    /// name a unit that is new in the same batch.
    fn heard(&mut self, row: &RowIn) {
        let _ = row;
    }

    /// Writes rows of one kind that were just judged `New` or `Changed` by this checker,
    /// in order, at most [`ROWS_AT_ONCE`]. Facts go through `ledger::record`, with source
    /// `("import", cx.batch)` or the record's own. A refusal refuses the whole batch.
    fn commit<'a>(
        &'a mut self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Vec<Written>>>;
}

/// What a checker says of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Its key is not known: it will be written.
    New,
    /// Its key is known and these fields differ: the record will be changed.
    Changed(Vec<Change>),
    /// Its key is known and nothing differs. Empty optional cells and columns that the
    /// workbook does not have are not differences.
    Same,
    /// It is left out. Also a changed row that is recognised already (funds, milestones):
    /// with a code that points to correction.
    Refused(Vec<RowProblem>),
}

/// One field that a row changes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Change {
    /// The field.
    pub field: String,
    /// What stands there, as a person would write it in a cell; none where nothing does.
    pub from: Option<String>,
    /// What will stand there.
    pub to: Option<String>,
}

/// Why a row is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The field at fault: its cell is named. None where it is the row as a whole.
    pub field: Option<&'static str>,
    /// The stable code, such as `funds.voucher_used`.
    pub code: &'static str,
    /// The code's parameters.
    pub params: Map<String, Value>,
}

impl RowProblem {
    /// A problem of one field; `params` is a JSON object.
    ///
    /// # Panics
    /// If `params` is no object.
    pub fn new(field: &'static str, code: &'static str, params: Value) -> Self {
        Self {
            field: Some(field),
            code,
            params: kernel::params_of(params),
        }
    }

    /// A problem of the row as a whole; `params` is a JSON object.
    ///
    /// # Panics
    /// If `params` is no object.
    pub fn of_row(code: &'static str, params: Value) -> Self {
        Self {
            field: None,
            code,
            params: kernel::params_of(params),
        }
    }

    /// The field names a unit that the actor's scope does not cover (`intake.foreign_unit`).
    pub fn foreign_unit(field: &'static str, unit: &str) -> Self {
        Self::new(
            field,
            crate::codes::FOREIGN_UNIT,
            serde_json::json!({ "unit": unit }),
        )
    }

    /// The field names something that does not exist (`intake.unknown_reference`), such as
    /// a unit, a division, an indicator.
    pub fn unknown(field: &'static str, found: &str) -> Self {
        Self::new(
            field,
            crate::codes::UNKNOWN_REFERENCE,
            serde_json::json!({ "found": found }),
        )
    }

    /// The key stands in an earlier row of the same batch (`intake.twice_in_batch`).
    /// A row that says the very same may be judged [`Verdict::Same`] instead.
    pub fn twice(field: &'static str, first: &RowIn) -> Self {
        Self::new(
            field,
            crate::codes::TWICE_IN_BATCH,
            serde_json::json!({ "sheet": first.sheet(), "row": first.row_number }),
        )
    }
}

/// What writing one row did, kept for undo. A row that made several records gives several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The row's position in the slice that was handed in.
    pub row: usize,
    /// What sort of record it is, in the slice's own word.
    pub record_kind: &'static str,
    /// The record's key.
    pub record_id: i64,
    /// The facts that were recorded.
    pub fact_seqs: Vec<i64>,
    /// Whether the record was made by this row.
    pub created: bool,
    /// What is needed to put it back: the state before, and what tells whether it was
    /// changed since. The slice's own.
    pub before: Option<Value>,
}

/// A [`Written`] as undo gets it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenRow {
    /// The row's key as the report shows it, for [`Kept`].
    pub key: String,
    /// See [`Written::record_kind`].
    pub record_kind: String,
    /// See [`Written::record_id`].
    pub record_id: i64,
    /// See [`Written::fact_seqs`].
    pub fact_seqs: Vec<i64>,
    /// See [`Written::created`].
    pub created: bool,
    /// See [`Written::before`].
    pub before: Option<Value>,
}

/// A record that an undo left standing, and why.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct Kept {
    /// The kind, such as `projects`.
    pub kind: String,
    /// The row's key.
    pub key: String,
    /// The stable code.
    pub code: String,
    /// The code's parameters.
    #[schema(value_type = Object)]
    pub params: Map<String, Value>,
}
