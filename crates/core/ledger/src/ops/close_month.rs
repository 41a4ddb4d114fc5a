//! Closing a month: verified, its head stored, the next one open.

use super::lock;
use super::open_month::append_event;
use crate::books::Books;
use crate::months::Months;
use crate::store::{self, Head};
use crate::verify::verify_since;
use db::DatabaseTransaction;
use kernel::{Actor, Instant, Month, Outcome};

kernel::refusals! {
    /// Why the month stays open.
    pub enum CloseMonthRefusal {
        /// It is not the open month.
        NotOpen { month: Month } = (Conflict, "ledger.month_not_open"),
        /// The books do not add up; nothing is closed over an error.
        DoesNotVerify { finding: String } = (Conflict, "ledger.does_not_verify"),
    }
}

/// Closes `month`, stores the journal's head with it, and opens the next.
///
/// # Errors
/// [`CloseMonthRefusal`].
pub async fn close_month(
    tx: &DatabaseTransaction,
    books: &Books,
    actor: &Actor,
    at: Instant,
    month: Month,
) -> Outcome<Head> {
    lock(tx).await?;
    let months = Months::load(tx).await?;
    if months.open() != Some(month) {
        return Err(CloseMonthRefusal::NotOpen { month }.into());
    }
    let since = months.last_closed().and_then(|entry| entry.head);
    if let Some(finding) = verify_since(tx, books, since).await?.first() {
        return Err(CloseMonthRefusal::DoesNotVerify {
            finding: finding.to_string(),
        }
        .into());
    }
    append_event(tx, actor, at, month, "closed", "").await?;
    append_event(tx, actor, at, month.next(), "opened", "").await?;
    Ok(store::head(tx).await?)
}
