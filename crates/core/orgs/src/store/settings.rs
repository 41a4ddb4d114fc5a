//! What is so for the whole database.

use db::{ConnectionTrait, DbErr, execute, fetch_one};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Row {
    value: String,
}

/// The setting of this name.
pub(crate) async fn find<C: ConnectionTrait>(
    connection: &C,
    name: &str,
) -> Result<Option<String>, DbErr> {
    let sql = "SELECT value FROM settings WHERE name = $1";
    let row: Option<Row> = fetch_one(connection, sql, [name.into()]).await?;
    Ok(row.map(|row| row.value))
}

/// Writes a setting.
pub(crate) async fn set<C: ConnectionTrait>(
    connection: &C,
    name: &str,
    value: &str,
) -> Result<(), DbErr> {
    execute(
        connection,
        "INSERT INTO settings (name, value) VALUES ($1, $2) \
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [name.into(), value.into()],
    )
    .await?;
    Ok(())
}
