//! The only place that knows two engines exist.

use sea_orm::{ConnectionTrait, DbBackend};

/// The database engine behind a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The default: one file in the data directory.
    Sqlite,
    /// For a city that has outgrown one machine.
    Postgres,
}

impl Engine {
    /// The engine of a SeaORM backend.
    ///
    /// # Panics
    /// On MySQL, which is not compiled in.
    pub fn of(backend: DbBackend) -> Self {
        match backend {
            DbBackend::Sqlite => Self::Sqlite,
            DbBackend::Postgres => Self::Postgres,
            other => unreachable!("no connection to {other:?} can be opened"),
        }
    }

    /// The engine behind a connection.
    pub fn behind(connection: &impl ConnectionTrait) -> Self {
        Self::of(connection.get_database_backend())
    }

    /// Fills in the words of DDL that differ: `{id}` is an integer primary key, `{bytes}`
    /// a column of bytes, `{clustered}` after a table keeps its rows in the primary key.
    pub fn ddl(self, statement: &str) -> String {
        let (id, bytes, clustered) = match self {
            Self::Sqlite => ("INTEGER PRIMARY KEY NOT NULL", "BLOB", "WITHOUT ROWID"),
            Self::Postgres => ("BIGINT PRIMARY KEY NOT NULL", "BYTEA", ""),
        };
        statement
            .replace("{id}", id)
            .replace("{bytes}", bytes)
            .replace("{clustered}", clustered)
    }

    /// What packs these columns of a row into one text for [`crate::Packed`]; `bytes` are
    /// those of them that hold bytes, which travel as hexadecimal digits.
    pub fn packed(self, columns: &[&str], bytes: &[&str]) -> String {
        let column = |name: &&str| match self {
            _ if !bytes.contains(name) => (*name).to_owned(),
            Self::Sqlite => format!("hex({name})"),
            Self::Postgres => format!("encode({name}, 'hex')"),
        };
        let columns: Vec<String> = columns.iter().map(column).collect();
        match self {
            Self::Sqlite => format!("json_array({})", columns.join(", ")),
            Self::Postgres => format!("CAST(json_build_array({}) AS TEXT)", columns.join(", ")),
        }
    }

    /// What gathers such texts of a group's rows into one, in no particular order.
    pub fn gathered(self, packed: &str) -> String {
        match self {
            Self::Sqlite => format!("json_group_array({packed})"),
            // The texts are JSON already: joining them spares the engine a parse of each.
            Self::Postgres => format!("'[' || COALESCE(string_agg({packed}, ','), '') || ']'"),
        }
    }

    /// What gathers such texts of a whole page into one list, in `order`: a page that
    /// travels as one text costs a fraction of one that travels value by value.
    pub fn gathered_by(self, packed: &str, order: &str) -> String {
        match self {
            Self::Sqlite => format!("json_group_array({packed} ORDER BY {order})"),
            Self::Postgres => {
                format!("'[' || COALESCE(string_agg({packed}, ',' ORDER BY {order}), '') || ']'")
            }
        }
    }

    /// The statements that make `table` refuse UPDATE and DELETE.
    pub fn append_only(self, table: &str) -> Vec<String> {
        match self {
            Self::Sqlite => ["UPDATE", "DELETE"]
                .map(|act| {
                    format!(
                        "CREATE TRIGGER {table}_refuses_{} BEFORE {act} ON {table} \
                         BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
                        act.to_lowercase()
                    )
                })
                .to_vec(),
            Self::Postgres => vec![
                format!(
                    "CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
                ),
                format!(
                    "CREATE TRIGGER {table}_refuses_update BEFORE UPDATE ON {table} \
                     FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
                ),
                format!(
                    "CREATE TRIGGER {table}_refuses_delete BEFORE DELETE OR TRUNCATE ON {table} \
                     FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
                ),
            ],
        }
    }

    /// The statements that take away what [`Engine::append_only`] put up: for `replay`
    /// and for the tests that play the tamperer.
    pub fn no_longer_append_only(self, table: &str) -> Vec<String> {
        match self {
            Self::Sqlite => vec![
                format!("DROP TRIGGER {table}_refuses_update"),
                format!("DROP TRIGGER {table}_refuses_delete"),
            ],
            Self::Postgres => vec![
                format!("DROP TRIGGER {table}_refuses_update ON {table}"),
                format!("DROP TRIGGER {table}_refuses_delete ON {table}"),
                format!("DROP FUNCTION {table}_refuse()"),
            ],
        }
    }

    /// The statement that waits for the lock `key` until the transaction ends; none on
    /// SQLite, where BEGIN IMMEDIATE has taken the only writer's place already.
    pub fn lock_in_transaction(self, key: i64) -> Option<String> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some(format!("SELECT pg_advisory_xact_lock({key})")),
        }
    }

    /// What is different on one connection of SQLite once another has committed, and on any
    /// connection of PostgreSQL once anything has begun or committed.
    pub(crate) fn state(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT CAST(data_version AS TEXT) AS state FROM pragma_data_version",
            Self::Postgres => "SELECT CAST(pg_current_snapshot() AS TEXT) AS state",
        }
    }

    /// How the engine writes the `n`-th placeholder of a bulk statement. SQLite gets `?`:
    /// numbered ones make sqlx quadratic there.
    pub(crate) fn placeholder(self, n: usize, out: &mut String) {
        use std::fmt::Write as _;
        match self {
            Self::Sqlite => out.push('?'),
            Self::Postgres => {
                write!(out, "${n}").expect("writing to a String cannot fail");
            }
        }
    }

    /// The most parameters that one statement may bind.
    pub(crate) const fn parameters(self) -> usize {
        match self {
            Self::Sqlite => 30_000,
            Self::Postgres => 60_000,
        }
    }

    /// The names of the tables of this database, for the schema laws.
    pub fn table_names(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            }
            Self::Postgres => {
                "SELECT table_name AS name FROM information_schema.tables \
                 WHERE table_schema = current_schema() ORDER BY table_name"
            }
        }
    }

    /// The statement that copies a consistent picture of the whole database into a file,
    /// while others read and write; none on PostgreSQL, whose own tools do that.
    pub fn backup_into(self, file: &str) -> Option<String> {
        match self {
            Self::Sqlite => Some(format!("VACUUM INTO '{}'", file.replace('\'', "''"))),
            Self::Postgres => None,
        }
    }
}
