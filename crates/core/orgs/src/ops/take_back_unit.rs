//! Taking back what an import did to a unit.

use super::create_unit::UNITS_LOCK;
use crate::model::Unit;
use crate::permits::WriteUnits;
use crate::store::{audit, units};
use db::{DatabaseTransaction, execute, violates_foreign_key};
use http_base::{Allowed, App};
use kernel::Outcome;
use sea_orm::TransactionTrait;
use serde_json::json;

/// Puts a unit back as it was, inside the write transaction of a larger op. The caller has
/// made sure that nobody has changed it since.
pub async fn restore_unit_in(
    tx: &DatabaseTransaction,
    app: &App,
    actor: &Allowed<WriteUnits>,
    before: &Unit,
) -> Outcome<()> {
    lock(tx, app).await?;
    units::update(tx, before).await?;
    let detail = json!({ "name": before.name });
    audit::note(tx, app, actor, "unit.restored", &before.code, detail).await?;
    Ok(())
}

/// Takes a unit away, inside the write transaction of a larger op; false, and it stays,
/// where another unit, an account or a record refers to it.
pub async fn delete_unit_in(
    tx: &DatabaseTransaction,
    app: &App,
    actor: &Allowed<WriteUnits>,
    unit: &Unit,
) -> Outcome<bool> {
    lock(tx, app).await?;
    // A savepoint: on PostgreSQL a statement that fails would spoil the larger transaction.
    let attempt = tx.begin().await?;
    let deleted = execute(
        &attempt,
        "DELETE FROM units WHERE id = $1",
        [unit.key.into()],
    )
    .await;
    match deleted {
        Ok(_) => attempt.commit().await?,
        Err(error) if violates_foreign_key(&error) => {
            attempt.rollback().await?;
            return Ok(false);
        }
        Err(error) => return Err(error.into()),
    }
    let detail = json!({ "name": unit.name });
    audit::note(tx, app, actor, "unit.deleted", &unit.code, detail).await?;
    Ok(true)
}

async fn lock(tx: &DatabaseTransaction, app: &App) -> Outcome<()> {
    if let Some(lock) = app.database.engine().lock_in_transaction(UNITS_LOCK) {
        execute(tx, &lock, []).await?;
    }
    Ok(())
}
