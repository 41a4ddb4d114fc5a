//! Bringing a database to the schema of this binary.

use crate::connect::Database;
use crate::dialect::Engine;
use crate::rows::{execute, fetch_all};
use sea_orm::{DbErr, FromQueryResult};

/// One numbered step of the schema. Slices define theirs; the binary puts them in one
/// list. A step that has been released is never changed.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its place in the project-wide order, beginning with 1.
    pub number: i32,
    /// What it does, in snake case.
    pub name: &'static str,
    /// Its statements for this engine.
    pub statements: fn(Engine) -> Vec<String>,
}

/// Why a database was not brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The database was written by a newer binary.
    #[error(
        "the database has schema {found}, this binary knows up to {known}: use the newer binary"
    )]
    Newer {
        /// The database's schema.
        found: i32,
        /// The newest that this binary knows.
        known: i32,
    },
    /// A statement failed; the step was rolled back.
    #[error("migration {number} {name}: {source}")]
    Step {
        /// The step's number.
        number: i32,
        /// The step's name.
        name: &'static str,
        /// What the engine said.
        source: DbErr,
    },
    /// The bookkeeping failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

#[derive(FromQueryResult)]
struct Applied {
    number: i32,
}

#[derive(FromQueryResult)]
struct TableName {
    name: String,
}

/// The table that knows which steps a database has.
const STEPS: &str = "schema_steps";

const LOCK: i64 = 0x7a68_6d69;

/// The number of the newest step that `database` has, 0 when it has none of ours. Writes
/// nothing.
pub async fn schema_number(database: &Database) -> Result<i32, DbErr> {
    let tables: Vec<TableName> =
        fetch_all(database.reader(), database.engine().table_names(), []).await?;
    if !tables.iter().any(|table| table.name == STEPS) {
        return Ok(0);
    }
    let rows: Vec<Applied> = fetch_all(
        database.reader(),
        "SELECT number FROM schema_steps ORDER BY number DESC LIMIT 1",
        [],
    )
    .await?;
    Ok(rows.first().map_or(0, |row| row.number))
}

/// Applies the steps that `database` lacks, each in a transaction of its own, and returns
/// how many there were. Several servers may start at once: they take turns.
pub async fn migrate(database: &Database, steps: &[Migration]) -> Result<usize, MigrateError> {
    let known = steps.last().map_or(0, |step| step.number);
    let found = schema_number(database).await?;
    if found > known {
        return Err(MigrateError::Newer { found, known });
    }
    execute(
        database.reader(),
        "CREATE TABLE IF NOT EXISTS schema_steps (number INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL)",
        [],
    )
    .await?;
    // Slices number their own steps, so a new one may lie below the newest that is there.
    let mut applied = 0;
    for step in steps {
        let failed = |source| MigrateError::Step {
            number: step.number,
            name: step.name,
            source,
        };
        let tx = database.begin_write().await?;
        if let Some(lock) = database.engine().lock_in_transaction(LOCK) {
            execute(&tx, &lock, []).await?;
        }
        let there: Vec<Applied> = fetch_all(
            &tx,
            "SELECT number FROM schema_steps WHERE number = $1",
            [step.number.into()],
        )
        .await?;
        if !there.is_empty() {
            continue;
        }
        for statement in (step.statements)(database.engine()) {
            execute(&tx, &statement, []).await.map_err(failed)?;
        }
        execute(
            &tx,
            "INSERT INTO schema_steps (number, name) VALUES ($1, $2)",
            [step.number.into(), step.name.into()],
        )
        .await?;
        tx.commit().await?;
        applied += 1;
    }
    Ok(applied)
}
