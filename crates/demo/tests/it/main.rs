//! The demo's cities: the newspaper's totals, the rules of every row, and the
//! workbooks read back.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod figures;
mod handed_in;
mod newspaper;
mod record_rules;
mod records;
mod rules;
mod workbooks;
