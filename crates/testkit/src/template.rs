//! The template that every test's database is a copy of: made once per build of a test
//! binary, by whichever of its processes comes first.

use crate::city::City;
use crate::database::{CONNECTIONS, TestDatabase, address_on, sqlite_address};
use db::{Database, execute, fetch_all, migrate};
use http_base::App;
use kernel::{FixedClock, Instant};
use std::fs::{File, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Where the clock stands while the template is furnished: a day before the tests.
const FURNISHED: &str = "2023-07-02T02:00:00Z";

/// A copy of the template of `C`, on the engine that `TEST_DATABASE_URL` asks for.
pub(crate) async fn copy_of<C: City>() -> TestDatabase {
    let folder = std::env::temp_dir().join("zhaoyin-tests");
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written to");
    let mark = mark_of::<C>();
    let place = Place {
        lock: folder.join(format!("{mark:016x}.lock")),
        copy: unique_name(),
    };
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => on_server::<C>(&server, mark, &place).await,
        Err(_) => in_file::<C>(&folder, mark, &place).await,
    }
}

struct Place {
    lock: PathBuf,
    copy: String,
}

/// Differs for every build of every test binary.
fn mark_of<C: City>() -> u64 {
    let mut hasher = DefaultHasher::new();
    std::any::type_name::<C>().hash(&mut hasher);
    if let Ok(binary) = std::env::current_exe() {
        binary.hash(&mut hasher);
        if let Ok(about) = binary.metadata() {
            about.len().hash(&mut hasher);
            about.modified().ok().hash(&mut hasher);
        }
    }
    hasher.finish()
}

fn unique_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("zhaoyin_test_{}_{next}", std::process::id())
}

async fn in_file<C: City>(folder: &Path, mark: u64, place: &Place) -> TestDatabase {
    let template = folder.join(format!("{mark:016x}.sqlite"));
    let _alone = alone(&place.lock).await;
    if !template.exists() {
        forget_old_ones(folder);
        let unfinished = folder.join(format!("{mark:016x}.unfinished"));
        let _ = std::fs::remove_file(&unfinished);
        furnish::<C>(&sqlite_address(&unfinished)).await;
        std::fs::rename(&unfinished, &template).expect("the template is put in its place");
    }
    let copy = folder.join(format!("{}.sqlite", place.copy));
    std::fs::copy(&template, &copy).expect("the template is copied");
    TestDatabase::in_file(&copy)
}

async fn on_server<C: City>(server: &str, mark: u64, place: &Place) -> TestDatabase {
    let template = format!("zhaoyin_template_{mark:016x}");
    let admin = Database::open(server, 1).await;
    let admin = admin.expect("TEST_DATABASE_URL names a server that answers");
    {
        let _alone = alone(&place.lock).await;
        if !is_there(&admin, &template).await {
            let unfinished = format!("{template}_unfinished");
            for statement in [
                format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)"),
                format!("CREATE DATABASE {unfinished}"),
            ] {
                run(&admin, &statement).await;
            }
            furnish::<C>(&address_on(server, &unfinished)).await;
            run(
                &admin,
                &format!("ALTER DATABASE {unfinished} RENAME TO {template}"),
            )
            .await;
        }
    }
    let copy = &place.copy;
    run(
        &admin,
        &format!("CREATE DATABASE {copy} TEMPLATE {template}"),
    )
    .await;
    admin.close().await.expect("the connection closes");
    TestDatabase::on_server(server, copy.clone())
}

async fn is_there(admin: &Database, name: &str) -> bool {
    #[derive(db::FromQueryResult)]
    struct Name {
        #[expect(dead_code, reason = "only its being there counts")]
        name: String,
    }
    let sql = "SELECT datname::text AS name FROM pg_database WHERE datname = $1";
    let found: Vec<Name> = fetch_all(admin.reader(), sql, [name.into()])
        .await
        .expect("the server lists its databases");
    !found.is_empty()
}

async fn run(admin: &Database, statement: &str) {
    execute(admin.reader(), statement, [])
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// Brings an empty database to the schema and fills it.
async fn furnish<C: City>(address: &str) {
    let database = Database::open(address, 1)
        .await
        .expect("the template opens");
    migrate(&database, &C::migrations())
        .await
        .expect("the schema is laid");
    database
        .close()
        .await
        .expect("the migrations' connection closes");
    let database = Database::open(address, CONNECTIONS)
        .await
        .expect("the template opens");
    let clock = FixedClock::at(Instant::parse(FURNISHED).expect("an instant"));
    let app = App::new(database.clone(), clock, 7, false);
    C::furnish(&app).await.expect("the city is furnished");
    drop(app);
    database.close().await.expect("the template closes");
}

/// Waits until no other process makes or copies this template.
async fn alone(lock: &Path) -> File {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)
        .expect("the lock file opens");
    loop {
        match file.try_lock() {
            Ok(()) => return file,
            Err(TryLockError::WouldBlock) => tokio::time::sleep(Duration::from_millis(5)).await,
            Err(TryLockError::Error(error)) => panic!("the template's lock: {error}"),
        }
    }
}

/// Removes what builds and killed tests of days gone by have left.
fn forget_old_ones(folder: &Path) {
    let day = Duration::from_secs(24 * 3600);
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let age = entry.metadata().and_then(|about| about.modified());
        if age.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > day)) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
