//! A database that goes away with its test.

use db::{Database, execute};
use std::path::{Path, PathBuf};

/// A database of one test, on either engine.
#[derive(Debug)]
pub struct TestDatabase {
    /// What [`Database::open`] takes.
    pub address: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    File(PathBuf),
    Server { server: String, name: String },
}

/// Enough for a request, its writer and a task beside it.
pub(crate) const CONNECTIONS: u32 = 4;

impl TestDatabase {
    pub(crate) fn in_file(file: &Path) -> Self {
        Self {
            address: sqlite_address(file),
            place: Place::File(file.to_owned()),
        }
    }

    pub(crate) fn on_server(server: &str, name: String) -> Self {
        Self {
            address: address_on(server, &name),
            place: Place::Server {
                server: server.to_owned(),
                name,
            },
        }
    }

    /// Opens it.
    ///
    /// # Panics
    /// If it cannot be opened: a test has nobody else to tell.
    pub async fn open(&self) -> Database {
        Database::open(&self.address, CONNECTIONS)
            .await
            .expect("the test's database opens")
    }
}

pub(crate) fn sqlite_address(file: &Path) -> String {
    format!("sqlite:{}?mode=rwc", file.display())
}

/// The address of the database `name` on the server that `server` is an address of.
pub(crate) fn address_on(server: &str, name: &str) -> String {
    let (path, query) = server
        .split_once('?')
        .map_or((server, String::new()), |(path, query)| {
            (path, format!("?{query}"))
        });
    let (base, _) = path.rsplit_once('/').expect("an address has a path");
    format!("{base}/{name}{query}")
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        match &self.place {
            Place::File(file) => {
                for ending in ["", "-wal", "-shm"] {
                    // Whatever stays behind lies in the temporary folder.
                    let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
                }
            }
            Place::Server { server, name } => {
                let (server, name) = (server.clone(), name.clone());
                // A runtime of its own: the test's cannot wait inside a drop.
                let gone = std::thread::spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread()
                        .enable_all()
                        .build()
                        .expect("a runtime");
                    runtime.block_on(async {
                        if let Ok(admin) = Database::open(&server, 1).await {
                            let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                            let _ = execute(admin.reader(), &sql, []).await;
                        }
                    });
                });
                let _ = gone.join();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_named_on_the_same_server() {
        assert_eq!(
            address_on("postgres://u@localhost/postgres?host=/run/pg", "t1"),
            "postgres://u@localhost/t1?host=/run/pg"
        );
        assert_eq!(
            address_on("postgres://u:p@db.example:5432/postgres", "t1"),
            "postgres://u:p@db.example:5432/t1"
        );
    }
}
