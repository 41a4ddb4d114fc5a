//! Which constraint an error is about, on both engines.

use sea_orm::{DbErr, SqlErr};

/// Whether `error` says that `UNIQUE (columns)` of `table` was violated. PostgreSQL names
/// the constraint (`table_column_key`, its own naming), SQLite lists the columns.
pub fn violates_unique(error: &DbErr, table: &str, columns: &[&str]) -> bool {
    let Some(SqlErr::UniqueConstraintViolation(message)) = error.sql_err() else {
        return false;
    };
    let on_sqlite = columns
        .iter()
        .map(|column| format!("{table}.{column}"))
        .collect::<Vec<_>>()
        .join(", ");
    let on_postgres = format!("\"{table}_{}_key\"", columns.join("_"));
    message.ends_with(&on_sqlite) || message.contains(&on_postgres)
}

/// Whether `error` says that a referenced row is missing or still referred to.
pub fn violates_foreign_key(error: &DbErr) -> bool {
    matches!(
        error.sql_err(),
        Some(SqlErr::ForeignKeyConstraintViolation(_))
    )
}
