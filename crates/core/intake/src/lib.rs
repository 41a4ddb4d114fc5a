//! Import batches: mapping, dry run, commit and undo.
//!
//! A slice declares its kinds of rows ([`KindSpec`]) and hands in an [`Importer`]; intake
//! knows no slice.

pub mod codes;
mod importer;
mod kind;
mod row;

pub use importer::{
    Boxed, Change, Checker, Context, Importer, Kept, ROWS_AT_ONCE, RowProblem, Verdict, Written,
    WrittenRow,
};
pub use kind::{Choice, FieldSpec, FieldType, KindSpec, Offers, Text};
pub use row::{RowIn, SheetIn, TypedValue};
