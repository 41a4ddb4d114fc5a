//! Whole workbooks: written and read back, offices' own, and hostile ones.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod dress;
mod formats;
mod gov;
mod hostile;
mod offices;
mod round_trip;
#[path = "../support/mod.rs"]
mod support;
mod written;
mod xls;
