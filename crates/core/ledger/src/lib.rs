//! Facts, postings, balances, months, definitions and figures: the bookkeeping of
//! investment promotion.
//!
//! A **fact** is a journal entry, an **indicator** an account, a **posting** what a fact
//! does to an indicator for a unit, a **balance** the account's total.
//!
//! **Invariants:** [`record`] is the only way into the journal. Facts and postings are
//! never changed or removed. There is one open month for the whole city, and the month
//! booked never decreases with seq. No float exists here, and nothing of any slice.
//!
//! - [`fact`](NewFact), the hash chain: `fact.rs`; which days may be recorded: `days.rs`
//! - kinds and definitions, checked and compiled: `definitions/`
//! - what facts post, pure: `posting/`
//! - use cases, each in the caller's transaction: `ops/`
//! - reading: `figures/`, `lineage.rs`, `months.rs`
//! - proving: `verify.rs`, `replay.rs`

mod books;
mod days;
mod definitions;
mod fact;
mod figures;
mod lineage;
mod months;
mod ops;
mod plans;
#[cfg(test)]
mod planted;
mod posting;
mod replay;
mod schema;
mod sealed;
mod stamp;
mod store;
mod tallies;
#[cfg(test)]
mod tests;
mod units;
mod verify;
mod walk;

pub use books::Books;
pub use days::{DayRefusal, Days};
pub use definitions::{
    Basis, DefinitionRefusal, Definitions, ExpressionRefusal, FieldType, Indicator, Kind, Kinds,
    KindsRefusal, Late, Measure, RankBy, Sort, Text, UnitOfValue,
};
pub use fact::{
    Correction, Credit, CreditMode, Fact, FieldValue, GENESIS, NewFact, Payload, Reference, Source,
    Subject,
};
pub use figures::{
    Figure, FigureQuery, Light, OpeningTotal, Point, Score, Value, Weights, Window, figures,
    figures_as_known, opening_parts, opening_totals, score, series,
};
pub use lineage::{Cursor, Line, LineagePage, LineageSum, lineage, lineage_sum, lists_of};
pub use months::{MonthEntry, MonthState, Months};
pub use ops::lock_journal;
pub use ops::{
    CloseMonthRefusal, InstallError, OPENING_TOTAL, OpenMonthRefusal, PLAN_SET, RecordRefusal,
    Recorded, ReopenMonthRefusal, close_month, correct, install, open_month, record, reopen_month,
    reverse, seal_month,
};
pub use plans::{Plan, plans};
pub use replay::{ReplayRefusal, Replayed, replay};
pub use schema::{APPEND_ONLY, MIGRATIONS};
pub use sealed::{SealedFact, find_fact, last_recorded_at};
pub use stamp::{Stamp, stamp};
pub use store::{Head, UnreadableFact, head};
pub use units::knows_unit;
pub use verify::{Finding, Verified, verify};

/// Every code that the ledger can refuse with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    [
        RecordRefusal::CODES,
        OpenMonthRefusal::CODES,
        CloseMonthRefusal::CODES,
        ReopenMonthRefusal::CODES,
        ReplayRefusal::CODES,
        DayRefusal::CODES,
    ]
    .concat()
}
