//! How replies show a month of the books.

use kernel::Month;
use ledger::{MonthEntry, MonthState, Months};
use serde::Serialize;

/// The months, newest first.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct MonthsOut {
    /// The months.
    items: Vec<MonthOut>,
}

/// A month.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct MonthOut {
    /// The month.
    #[schema(value_type = String)]
    month: Month,
    /// Open or closed.
    state: MonthState,
    /// When it was first opened.
    opened_at: String,
    /// When it was last closed.
    closed_at: Option<String>,
    /// The first 12 digits of the journal's head at the close.
    head: Option<String>,
    /// The place of that head in the journal.
    head_seq: Option<i64>,
    /// How often it was reopened.
    reopened: u32,
}

impl From<&MonthEntry> for MonthOut {
    fn from(entry: &MonthEntry) -> Self {
        Self {
            month: entry.month,
            state: entry.state,
            opened_at: entry.opened_at.to_string(),
            closed_at: entry.closed_at.map(|at| at.to_string()),
            head: entry.head.map(|head| head.short()),
            head_seq: entry.head.map(|head| head.seq),
            reopened: entry.reopened,
        }
    }
}

impl From<&Months> for MonthsOut {
    fn from(months: &Months) -> Self {
        Self {
            items: months.entries().iter().rev().map(MonthOut::from).collect(),
        }
    }
}
