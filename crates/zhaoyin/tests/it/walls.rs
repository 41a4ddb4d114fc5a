//! The walls: who may import whom, how long a file may be, what every table keeps.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What each crate may import of this project. Downwards, and sideways only as named here.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let base = ["kernel", "db", "http-base", "sheets", "documents"];
    let core = ["orgs", "ledger", "intake", "desk"];
    let with = |more: &[&'static str]| [&base[..], &core[..], more].concat();
    BTreeMap::from([
        ("kernel", vec![]),
        ("db", vec!["kernel"]),
        ("http-base", vec!["kernel", "db"]),
        ("sheets", vec!["kernel"]),
        ("documents", vec!["kernel"]),
        ("orgs", base.to_vec()),
        // The ledger knows no slice, no unit's name and no request.
        ("ledger", vec!["kernel", "db"]),
        ("intake", [&base[..], &["orgs", "ledger"]].concat()),
        ("desk", base.to_vec()),
        ("companies", with(&[])),
        ("projects", with(&["companies"])),
        ("outreach", with(&["companies", "projects"])),
        ("channels", with(&["companies", "projects"])),
        ("care", with(&["companies", "projects", "channels"])),
        (
            "dispatch",
            with(&["companies", "projects", "outreach", "channels", "care"]),
        ),
        ("demo", vec!["kernel", "sheets"]),
        ("testkit", vec!["kernel", "db", "http-base", "sheets"]),
        (
            "zhaoyin",
            with(&[
                "companies",
                "projects",
                "outreach",
                "channels",
                "care",
                "dispatch",
                "demo",
            ]),
        ),
    ])
}

#[test]
fn imports_run_downwards_and_sideways_only_as_named() {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let ours: BTreeSet<&str> = packages
        .iter()
        .map(|package| package["name"].as_str().unwrap())
        .collect();
    let allowed = allowed();
    assert_eq!(
        ours,
        allowed.keys().copied().collect(),
        "a new crate names its walls here"
    );
    for package in packages {
        let name = package["name"].as_str().unwrap();
        for dependency in package["dependencies"].as_array().unwrap() {
            let other = dependency["name"].as_str().unwrap();
            // Tests may stand on more: `testkit`, and whatever it brings up.
            if dependency["kind"].is_null() && ours.contains(other) {
                assert!(
                    allowed[name].contains(&other),
                    "{name} may not import {other}"
                );
            }
        }
    }
}

/// Files under these folders, with this ending.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "node_modules", "dist"].contains(&name.as_str()) {
            files(&path, ending, found);
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

#[test]
fn a_file_that_grows_long_says_why_or_is_split() {
    let mut found = Vec::new();
    files(&root().join("crates"), ".rs", &mut found);
    assert!(found.len() > 100);
    for path in found {
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text.lines().count();
        assert!(
            lines <= 400 || text.contains("// Long:"),
            "{} has {lines} lines",
            path.display()
        );
        assert!(
            text.starts_with("//!") || text.starts_with("#!["),
            "{} does not say what it is",
            path.display()
        );
    }
}

#[test]
fn only_the_dialect_branches_on_the_engine_and_only_the_binary_reads_the_environment() {
    let mut found = Vec::new();
    for floor in ["base", "core", "work"] {
        files(&root().join("crates").join(floor), ".rs", &mut found);
    }
    for path in found {
        let shown = path.to_string_lossy().replace('\\', "/");
        if shown.contains("/tests/") || shown.contains("/examples/") || shown.contains("tests.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        if !shown.contains("base/db/") {
            assert!(
                !code.contains("Engine::Sqlite") && !code.contains("Engine::Postgres"),
                "{shown} branches on the engine"
            );
        }
        assert!(!code.contains("env::var"), "{shown} reads the environment");
    }
}

#[test]
fn every_kind_of_id_has_its_own_prefix_and_is_listed() {
    let listed = std::fs::read_to_string(root().join("docs/API-DESIGN.md")).unwrap();
    let mut found = Vec::new();
    files(&root().join("crates"), ".rs", &mut found);
    let mut seen = BTreeMap::new();
    for path in found {
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for part in code.split("const PREFIX: &'static str = \"").skip(1) {
            let prefix = part.split('"').next().unwrap().to_owned();
            assert!(
                listed.contains(&format!("`{prefix}` ")),
                "{prefix} is not listed"
            );
            let other = seen.insert(prefix, path.clone());
            assert_eq!(other, None, "{} has another's prefix", path.display());
        }
    }
    assert!(seen.len() > 20, "{}", seen.len());
}

/// Keys that point into no table of one's own: ledger subjects and sources are a kind and
/// an id, and so are the rows that intake keeps of what slices have written.
const FREE: [&str; 6] = [
    "ledger_facts.subject_id",
    "ledger_facts.source_id",
    "ledger_postings.subject_id",
    "ledger_positions.subject_id",
    "ledger_seals.source_id",
    "intake_written.record_id",
];

#[tokio::test]
async fn every_id_column_has_a_foreign_key_and_an_index() {
    let schema = Schema::new("keys").await;
    let database = &schema.database;
    let mut missing = Vec::new();
    for table in schema.tables().await {
        let keys = foreign_keys(database, &table).await;
        let indexed = indexed(database, &table).await;
        for column in columns(database, &table).await {
            let place = format!("{table}.{column}");
            if !column.ends_with("_id") || FREE.contains(&place.as_str()) {
                continue;
            }
            if !keys.contains(&column) {
                missing.push(format!("{place} has no foreign key"));
            }
            if !indexed.contains(&column) {
                missing.push(format!("{place} has no index"));
            }
        }
    }
    schema.drop().await;
    assert_eq!(missing, Vec::<String>::new());
}

/// `SQLite` takes a column declared `UNIQUE` to hold few empty cells, and so seeks every row
/// that has one. A column that may be empty is kept unique by an index over its filled cells.
#[tokio::test]
async fn a_column_that_may_be_empty_is_unique_by_a_partial_index() {
    let schema = Schema::new("unique").await;
    let mut plain = Vec::new();
    for table in schema.tables().await {
        let sql = format!(
            "SELECT '{table}.' || list.name || '.' || cell.name AS name \
             FROM pragma_index_list('{table}') AS list \
             JOIN pragma_index_info(list.name) AS info \
             JOIN pragma_table_info('{table}') AS cell ON cell.cid = info.cid \
             WHERE list.\"unique\" = 1 AND list.partial = 0 \
             AND cell.\"notnull\" = 0 AND cell.pk = 0",
        );
        plain.extend(names(&schema.database, sql).await);
    }
    schema.drop().await;
    assert_eq!(plain, Vec::<String>::new());
}

/// A database with the whole application's tables and no row.
struct Schema {
    database: db::Database,
    folder: PathBuf,
}

impl Schema {
    async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("zhaoyin-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let address = format!("sqlite:{}?mode=rwc", folder.join("schema.sqlite").display());
        let database = db::Database::open(&address, 1).await.unwrap();
        db::migrate(&database, &zhaoyin::schema::migrations())
            .await
            .unwrap();
        Self { database, folder }
    }

    async fn tables(&self) -> Vec<String> {
        let sql = "SELECT name FROM sqlite_master \
                   WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let found = names(&self.database, sql.to_owned()).await;
        assert!(found.len() > 20, "{}", found.len());
        found
    }

    async fn drop(self) {
        self.database.close().await.unwrap();
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

#[derive(db::FromQueryResult)]
struct Name {
    name: String,
}

async fn names(database: &db::Database, sql: String) -> Vec<String> {
    let rows: Vec<Name> = db::fetch_all(database.reader(), &sql, []).await.unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

async fn columns(database: &db::Database, table: &str) -> Vec<String> {
    names(
        database,
        format!("SELECT name FROM pragma_table_info('{table}')"),
    )
    .await
}

async fn foreign_keys(database: &db::Database, table: &str) -> Vec<String> {
    names(
        database,
        format!("SELECT \"from\" AS name FROM pragma_foreign_key_list('{table}')"),
    )
    .await
}

/// Columns that an index begins with.
async fn indexed(database: &db::Database, table: &str) -> Vec<String> {
    let sql = format!(
        "SELECT info.name AS name FROM pragma_index_list('{table}') AS list \
         JOIN pragma_index_info(list.name) AS info ON info.seqno = 0 \
         UNION SELECT name FROM pragma_table_info('{table}') WHERE pk = 1"
    );
    names(database, sql).await
}
