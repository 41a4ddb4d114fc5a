//! Empty books of a test: a file of its own, or with `TEST_DATABASE_URL` a schema of its
//! own on that server.

use db::{Database, Engine, execute, migrate};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// A database with the ledger's tables.
pub(super) struct Place {
    pub database: Database,
    pub address: String,
    keep: Keep,
}

enum Keep {
    File(PathBuf),
    Schema { server: String, name: String },
}

/// The bytes of a file with the ledger's tables, made once per process.
static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();

impl Place {
    /// A new one.
    pub(super) async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("zhaoyin_ledger_{}_{next}", std::process::id());
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) => Self::on_server(server, name).await,
            Err(_) => Self::in_file(&name).await,
        }
    }

    /// An empty one, to which no migration has been applied.
    async fn in_file(name: &str) -> Self {
        if TEMPLATE.get().is_none() {
            let file = std::env::temp_dir().join(format!("{name}_template.sqlite"));
            let database = open(&sqlite(&file)).await;
            migrate(&database, crate::MIGRATIONS)
                .await
                .expect("migrates");
            database.close().await.expect("closes");
            let bytes = std::fs::read(&file).expect("the template is there");
            std::fs::remove_file(&file).expect("the template goes");
            let _ = TEMPLATE.set(bytes);
        }
        let file = std::env::temp_dir().join(format!("{name}.sqlite"));
        std::fs::write(&file, TEMPLATE.get().expect("was set above")).expect("is written");
        let address = sqlite(&file);
        let database = open(&address).await;
        Self {
            database,
            address,
            keep: Keep::File(file),
        }
    }

    async fn on_server(server: String, name: String) -> Self {
        let admin = open(&server).await;
        execute(admin.reader(), &format!("CREATE SCHEMA {name}"), [])
            .await
            .expect("a schema can be made");
        admin.close().await.expect("closes");
        let joint = if server.contains('?') { '&' } else { '?' };
        let address = format!("{server}{joint}options=-c%20search_path%3D{name}");
        let database = open(&address).await;
        migrate(&database, crate::MIGRATIONS)
            .await
            .expect("migrates");
        Self {
            database,
            address,
            keep: Keep::Schema { server, name },
        }
    }

    /// Gives everything back.
    pub(super) async fn gone(self) {
        self.database.close().await.expect("closes");
        match self.keep {
            Keep::File(file) => {
                for ending in ["", "-wal", "-shm"] {
                    // What stays behind lies in the temporary folder.
                    let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
                }
            }
            Keep::Schema { server, name } => {
                let admin = open(&server).await;
                execute(admin.reader(), &format!("DROP SCHEMA {name} CASCADE"), [])
                    .await
                    .expect("the schema goes");
                admin.close().await.expect("closes");
            }
        }
    }
}

fn sqlite(file: &std::path::Path) -> String {
    format!("sqlite:{}?mode=rwc", file.display())
}

/// Opens with one connection, which need not survive a power failure.
async fn open(address: &str) -> Database {
    let database = Database::open(address, 1).await.expect("opens");
    if database.engine() == Engine::Sqlite {
        execute(database.reader(), "PRAGMA synchronous = OFF", [])
            .await
            .expect("is a setting");
    }
    database
}

/// Runs a test on a thread of its own scheduler, so that what is planted for this thread
/// holds for all that the ledger does.
pub(super) fn run<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a scheduler")
        .block_on(test)
}
