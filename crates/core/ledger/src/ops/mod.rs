//! The ledger's use cases, one a file. Each takes the caller's transaction.

mod check;
mod close_month;
mod correct;
mod install;
mod open_month;
mod record;
mod reopen_month;
mod reverse;
mod totals;

pub use check::RecordRefusal;
pub use close_month::{CloseMonthRefusal, close_month};
pub use correct::correct;
pub use install::{InstallError, install};
pub use open_month::{OpenMonthRefusal, open_month};
pub use record::{Recorded, record};
pub use reopen_month::{ReopenMonthRefusal, reopen_month, seal_month};
pub use reverse::reverse;
pub use totals::{OPENING_TOTAL, PLAN_SET};

use db::{ConnectionTrait, DbErr, Engine, execute};

/// The writer's lock: seq is taken under it, so that there is one order (rule 4).
const WRITER: i64 = 0x6c65_6467;

/// Waits until this transaction is the only one that writes to the journal.
pub(crate) async fn lock(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    if let Some(statement) = Engine::of(tx.get_database_backend()).lock_in_transaction(WRITER) {
        execute(tx, &statement, []).await?;
    }
    Ok(())
}

/// Waits, in the transaction of a larger op, until nobody else can record: what is judged
/// after this against the journal, and against records that stand on it, is still so when
/// it is recorded.
pub async fn lock_journal(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    lock(tx).await
}
