//! Whether the books know a unit: then it can no longer be taken away.

use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_one};

#[derive(FromQueryResult)]
struct Found {
    #[expect(dead_code, reason = "only whether there is one matters")]
    unit: i64,
}

/// Whether a fact is about the unit, or has posted for it, reversed ones included: the
/// books never forget.
pub async fn knows_unit(connection: &impl ConnectionTrait, unit: i64) -> Result<bool, DbErr> {
    for sql in [
        "SELECT subject_id AS unit FROM ledger_facts \
         WHERE subject_id = $1 AND subject_kind = 'unit' LIMIT 1",
        "SELECT unit FROM ledger_balances WHERE unit = $1 LIMIT 1",
    ] {
        let found: Option<Found> = fetch_one(connection, sql, [unit.into()]).await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
