//! Opening the books.

use crate::permits::WriteMonths;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};

/// Opens the first month of the books.
///
/// # Errors
/// [`ledger::OpenMonthRefusal`].
pub async fn open_month(app: &App, actor: &Allowed<WriteMonths>, month: Month) -> Outcome<()> {
    let tx = app.database.begin_write().await?;
    ledger::open_month(&tx, actor, app.now(), month).await?;
    tx.commit().await?;
    Ok(())
}
