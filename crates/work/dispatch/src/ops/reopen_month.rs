//! Reopening the last closed month.

use crate::permits::WriteMonths;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};

/// Reopens the last closed month, while nothing stands on it.
///
/// # Errors
/// [`ledger::ReopenMonthRefusal`].
pub async fn reopen_month(
    app: &App,
    actor: &Allowed<WriteMonths>,
    month: Month,
    reason: &str,
) -> Outcome<()> {
    let tx = app.database.begin_write().await?;
    ledger::reopen_month(&tx, actor, app.now(), month, reason).await?;
    tx.commit().await?;
    Ok(())
}
