//! Opening a database with the settings that lose no data.

use crate::dialect::Engine;
use crate::rows::fetch_one;
use sea_orm::sqlx::{
    self, sqlite::SqliteConnectOptions, sqlite::SqliteJournalMode, sqlite::SqliteSynchronous,
};
use sea_orm::{
    ConnectOptions, DatabaseConnection, DatabaseTransaction, DbErr, FromQueryResult,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::path::PathBuf;
use std::time::Duration;

/// A pool of connections to one database.
#[derive(Debug, Clone)]
pub struct Database {
    connection: DatabaseConnection,
    /// Where writers stand in line. SQLite has one writer at a time, and whoever finds it
    /// busy sleeps a while before asking again, during which nobody writes: there it is a
    /// pool of one connection, which is handed on at once.
    writer: DatabaseConnection,
    /// The one connection that tells what the others have committed: SQLite counts that for
    /// each connection on its own, so it must never be another one.
    watch: DatabaseConnection,
    engine: Engine,
}

#[derive(FromQueryResult)]
struct State {
    state: String,
}

/// An address that names no database we know.
#[derive(Debug, thiserror::Error)]
pub enum OpenRefusal {
    /// Neither `sqlite:` nor `postgres:`.
    #[error("the database address must begin with sqlite: or postgres:")]
    UnknownScheme,
    /// The engine said no.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The file that `address` names; none where it names a server, or memory.
pub fn file_of(address: &str) -> Option<PathBuf> {
    let rest = address.strip_prefix("sqlite:")?;
    if rest.contains(":memory:") || rest.contains("mode=memory") {
        return None;
    }
    let options: SqliteConnectOptions = address.parse().ok()?;
    Some(options.get_filename().to_owned())
}

/// How long a writer waits for another before it is told so.
const WRITER_PATIENCE: Duration = Duration::from_secs(10);

impl Database {
    /// Opens `address` (`sqlite:FILE?mode=rwc` or `postgres://…`) with `connections` at most.
    pub async fn open(address: &str, connections: u32) -> Result<Self, OpenRefusal> {
        let engine = if address.starts_with("sqlite:") {
            Engine::Sqlite
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            Engine::Postgres
        } else {
            return Err(OpenRefusal::UnknownScheme);
        };
        let mut options = ConnectOptions::new(address);
        options
            .max_connections(connections)
            .min_connections(1)
            .sqlx_logging(false)
            .acquire_timeout(Duration::from_secs(30))
            // A connection that is in use is alive: asking it each time doubles every read.
            .test_before_acquire_if_idle_for(Duration::from_secs(30));
        options.map_sqlx_sqlite_opts(|options| {
            options
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(WRITER_PATIENCE)
                .pragma("cache_size", "-16000")
                .pragma("wal_autocheckpoint", "4000")
                .statement_cache_capacity(256)
                // A long read crosses threads in fewer, larger steps.
                .row_buffer_size(1_000)
        });
        options.map_sqlx_postgres_pool_opts(|options| {
            options
                .after_connect(|connection, _| {
                    Box::pin(async move {
                        let patience = WRITER_PATIENCE.as_secs();
                        let sql = format!("SET lock_timeout = '{patience}s'");
                        sqlx::query(sqlx::AssertSqlSafe(sql))
                            .execute(connection)
                            .await?;
                        Ok(())
                    })
                })
                // A `begin` that was cancelled half-way leaves a transaction open on a
                // connection that goes back to the pool, and later writes of others vanish
                // with it (launchbadge/sqlx#4385): every connection is rolled back on its
                // way in.
                .after_release(|connection, _| {
                    Box::pin(async move {
                        sqlx::query("ROLLBACK").execute(connection).await?;
                        Ok(true)
                    })
                })
        });
        let connection = sea_orm::Database::connect(options.clone()).await?;
        let (writer, watch) = match engine {
            Engine::Sqlite => {
                options.max_connections(1).idle_timeout(None);
                options.max_lifetime(None);
                let watch = sea_orm::Database::connect(options.clone()).await?;
                options.acquire_timeout(WRITER_PATIENCE);
                (sea_orm::Database::connect(options).await?, watch)
            }
            Engine::Postgres => (connection.clone(), connection.clone()),
        };
        Ok(Self {
            connection,
            writer,
            watch,
            engine,
        })
    }

    /// The engine.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A connection for reading.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// A text that is another one once anything was committed, by this process or another:
    /// who has read something and finds it unchanged need not read again.
    pub async fn state(&self) -> Result<String, DbErr> {
        let sql = self.engine.state();
        let row: Option<State> = fetch_one(&self.watch, sql, []).await?;
        Ok(row.map(|row| row.state).unwrap_or_default())
    }

    /// Begins a transaction that will write. On SQLite it takes the writer's place at
    /// once: a deferred one would fail when it turns from reading to writing under load.
    pub async fn begin_write(&self) -> Result<DatabaseTransaction, DbErr> {
        self.writer
            .begin_with_options(TransactionOptions {
                isolation_level: None,
                access_mode: None,
                sqlite_transaction_mode: match self.engine {
                    Engine::Sqlite => Some(SqliteTransactionMode::Immediate),
                    Engine::Postgres => None,
                },
            })
            .await
    }

    /// Begins a transaction that sees one state of the database throughout.
    pub async fn begin_read(&self) -> Result<DatabaseTransaction, DbErr> {
        self.connection
            .begin_with_options(TransactionOptions {
                isolation_level: match self.engine {
                    Engine::Sqlite => None,
                    Engine::Postgres => Some(sea_orm::IsolationLevel::RepeatableRead),
                },
                access_mode: match self.engine {
                    Engine::Sqlite => None,
                    Engine::Postgres => Some(sea_orm::AccessMode::ReadOnly),
                },
                sqlite_transaction_mode: None,
            })
            .await
    }

    /// Closes every connection.
    pub async fn close(self) -> Result<(), DbErr> {
        self.watch.close().await?;
        self.writer.close().await?;
        self.connection.close().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_file_if_it_has_one() {
        let file = |address| file_of(address).map(|file| file.display().to_string());
        assert_eq!(
            file("sqlite:/srv/z.sqlite").as_deref(),
            Some("/srv/z.sqlite")
        );
        let spaced = "sqlite:///srv/a%20b.sqlite?mode=rwc";
        assert_eq!(file(spaced).as_deref(), Some("/srv/a b.sqlite"));
        assert_eq!(file("sqlite::memory:"), None);
        assert_eq!(file("postgres://zhaoyin@localhost/zhaoyin"), None);
    }
}
