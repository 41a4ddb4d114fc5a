//! Closing the open month.

use super::books;
use crate::permits::WriteMonths;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::Head;

/// Closes the open month; the next one opens. Returns the head that was stored.
///
/// # Errors
/// [`ledger::CloseMonthRefusal`].
pub async fn close_month(app: &App, actor: &Allowed<WriteMonths>, month: Month) -> Outcome<Head> {
    let books = books(app)?;
    let tx = app.database.begin_write().await?;
    let head = ledger::close_month(&tx, &books, actor, app.now(), month).await?;
    tx.commit().await?;
    Ok(head)
}
