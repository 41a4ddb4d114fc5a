//! From columns to values.

use crate::model::Reversal;
use chrono::NaiveDate;
use kernel::{Fault, Instant, Month, Outcome};
use ledger::Recorded;

/// The row that is being read, named where a column does not read as what it must be:
/// somebody wrote to the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub table: &'static str,
    pub key: i64,
}

impl Reading {
    pub(super) fn bad(&self, column: &str) -> Fault {
        Fault::broken(format!(
            "{} {} has an unreadable {column}",
            self.table, self.key
        ))
    }

    pub(super) fn day(&self, column: &str, text: &str) -> Outcome<NaiveDate> {
        text.parse().map_err(|_| self.bad(column))
    }

    pub(super) fn instant(&self, column: &str, text: &str) -> Outcome<Instant> {
        Instant::parse(text).ok_or_else(|| self.bad(column))
    }

    /// Where a fact stands; origin month 0 is 期初.
    pub(super) fn booked(&self, seq: i64, month: i32, origin: i32) -> Outcome<Recorded> {
        let read = |number| Month::from_number(number).map_err(|_| self.bad("month"));
        Ok(Recorded {
            seq,
            month: read(month)?,
            origin_month: match origin {
                0 => None,
                number => Some(read(number)?),
            },
        })
    }
}

/// How a row was taken back.
pub(super) fn reversal_of(by: Option<i64>, reason: Option<String>) -> Option<Reversal> {
    by.map(|by| Reversal {
        by,
        reason: reason.unwrap_or_default(),
    })
}

/// An origin month as its column holds it.
pub(super) fn origin_number(booked: &Recorded) -> i32 {
    booked.origin_month.map_or(0, Month::number)
}
