//! Opening the books.

use super::lock;
use crate::months::Months;
use crate::store;
use db::{DatabaseTransaction, execute};
use kernel::{Actor, Instant, Month, Outcome};

kernel::refusals! {
    /// Why the books were not opened.
    pub enum OpenMonthRefusal {
        /// They are open already: later months open when the one before closes.
        BooksAreOpen { first_month: Month } = (Conflict, "ledger.books_are_open"),
    }
}

/// Opens the first month, once (rule 12).
///
/// # Errors
/// [`OpenMonthRefusal`].
pub async fn open_month(
    tx: &DatabaseTransaction,
    actor: &Actor,
    at: Instant,
    month: Month,
) -> Outcome<()> {
    lock(tx).await?;
    if let Some(first_month) = Months::load(tx).await?.first() {
        return Err(OpenMonthRefusal::BooksAreOpen { first_month }.into());
    }
    append_event(tx, actor, at, month, "opened", "").await
}

/// Adds an event to the list of months.
pub(super) async fn append_event(
    tx: &DatabaseTransaction,
    actor: &Actor,
    at: Instant,
    month: Month,
    event: &str,
    reason: &str,
) -> Outcome<()> {
    let head = store::head(tx).await?;
    execute(
        tx,
        "INSERT INTO ledger_month_events (number, month, event, happened_at, actor, reason, head_seq, head) \
         SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3, $4, $5, $6, $7 FROM ledger_month_events",
        [
            month.number().into(),
            event.into(),
            at.to_string().into(),
            actor.name.clone().into(),
            reason.into(),
            head.seq.into(),
            head.hash.to_vec().into(),
        ],
    )
    .await?;
    Ok(())
}
