//! Reopening the last closed month, while nothing stands on it; and the seals that stop it.

use super::lock;
use super::open_month::append_event;
use crate::months::Months;
use db::{DatabaseTransaction, FromQueryResult, execute, fetch_one};
use kernel::{Actor, Instant, Month, Outcome};

kernel::refusals! {
    /// Why a month stays closed. A correction goes into the open month instead.
    pub enum ReopenMonthRefusal {
        /// Only the last closed month can be reopened.
        NotLastClosed { month: Month } = (Conflict, "ledger.not_last_closed"),
        /// The month after it holds facts already.
        NextHoldsFacts { month: Month, next: Month } = (Conflict, "ledger.next_month_holds_facts"),
        /// A bulletin of it is issued.
        Sealed { month: Month } = (Conflict, "ledger.month_sealed"),
        /// A reopening names its reason.
        NoReason = (Invalid, "ledger.no_reason"),
    }
}

#[derive(FromQueryResult)]
struct Found {
    #[expect(dead_code, reason = "only whether there is one matters")]
    month: i32,
}

/// Reopens `month`: the last closed one, while the next holds no fact and no bulletin of
/// it is issued (rule 3).
///
/// # Errors
/// [`ReopenMonthRefusal`].
pub async fn reopen_month(
    tx: &DatabaseTransaction,
    actor: &Actor,
    at: Instant,
    month: Month,
    reason: &str,
) -> Outcome<()> {
    lock(tx).await?;
    if reason.trim().is_empty() {
        return Err(ReopenMonthRefusal::NoReason.into());
    }
    let months = Months::load(tx).await?;
    if months.last_closed().map(|entry| entry.month) != Some(month) {
        return Err(ReopenMonthRefusal::NotLastClosed { month }.into());
    }
    let next = month.next();
    let held: Option<Found> = fetch_one(
        tx,
        "SELECT month FROM ledger_facts WHERE month = $1 LIMIT 1",
        [next.number().into()],
    )
    .await?;
    if held.is_some() {
        return Err(ReopenMonthRefusal::NextHoldsFacts { month, next }.into());
    }
    let sealed: Option<Found> = fetch_one(
        tx,
        "SELECT month FROM ledger_seals WHERE month = $1 LIMIT 1",
        [month.number().into()],
    )
    .await?;
    if sealed.is_some() {
        return Err(ReopenMonthRefusal::Sealed { month }.into());
    }
    append_event(tx, actor, at, month, "reopened", reason).await
}

/// Marks `month` as standing in something that was published, so that it cannot be
/// reopened any more.
pub async fn seal_month(
    tx: &DatabaseTransaction,
    month: Month,
    source_kind: &str,
    source_id: i64,
) -> Outcome<()> {
    lock(tx).await?;
    execute(
        tx,
        "INSERT INTO ledger_seals (month, source_kind, source_id) VALUES ($1, $2, $3)",
        [month.number().into(), source_kind.into(), source_id.into()],
    )
    .await?;
    Ok(())
}
