//! Connections, transactions, rows and migrations over SQLite and PostgreSQL.
//!
//! **Invariant:** only [`dialect`] branches on the engine. Every other SQL text in the
//! project is one that both engines take: `$1` placeholders, `BIGINT`, `INTEGER`,
//! `BOOLEAN` and `TEXT` columns; instants and dates are fixed-width text, months are
//! integers `yyyymm`, money is integer fen.

mod connect;
mod constraint;
pub mod dialect;
mod migrate;
mod rows;

pub use connect::{Database, OpenRefusal, file_of};
pub use constraint::{violates_foreign_key, violates_unique};
pub use dialect::Engine;
pub use migrate::{MigrateError, Migration, migrate, schema_number};
pub use rows::{Packed, Rows, append_rows, execute, fetch_all, fetch_one, stream_rows};

pub use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, FromQueryResult, QueryResult,
    StreamTrait, Value,
};
