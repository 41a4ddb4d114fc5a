//! The tables of this crate.

use crate::model::{Division, divisions};
use db::{Engine, Migration};

/// The steps of the schema that belong to this crate: numbers 1 to 9.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "divisions",
        statements: divisions_table,
    },
    Migration {
        number: 2,
        name: "units",
        statements: units_table,
    },
    Migration {
        number: 3,
        name: "accounts",
        statements: account_tables,
    },
    Migration {
        number: 4,
        name: "audit",
        statements: audit_table,
    },
    Migration {
        number: 5,
        name: "settings",
        statements: settings_table,
    },
];

/// How many rows one INSERT carries: the whole table goes in as text, once.
const ROWS: usize = 500;

fn divisions_table(_: Engine) -> Vec<String> {
    let table = "CREATE TABLE divisions (
        code TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        full_name TEXT NOT NULL,
        name_en TEXT,
        parent_code TEXT REFERENCES divisions (code),
        level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
        region TEXT NOT NULL
            CHECK (region IN ('mainland', 'hong_kong', 'macao', 'taiwan', 'foreign'))
    )";
    let mut statements = vec![
        table.to_owned(),
        "CREATE INDEX divisions_parent_code ON divisions (parent_code)".to_owned(),
    ];
    for rows in divisions().all().chunks(ROWS) {
        let rows: Vec<String> = rows.iter().map(row_of).collect();
        statements.push(format!(
            "INSERT INTO divisions \
             (code, name, full_name, name_en, parent_code, level, region) VALUES {}",
            rows.join(", ")
        ));
    }
    statements
}

fn row_of(division: &Division) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let optional = |text: Option<&str>| text.map_or("NULL".to_owned(), quoted);
    format!(
        "({}, {}, {}, {}, {}, {}, {})",
        quoted(&division.code),
        quoted(&division.name),
        quoted(&division.full_name),
        optional(division.name_en.as_deref()),
        optional(division.parent_code.as_deref()),
        division.level,
        quoted(division.region.word()),
    )
}

fn units_table(engine: Engine) -> Vec<String> {
    let table = "CREATE TABLE units (
        id {id},
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE,
        name_en TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('city', 'direct', 'division', 'zone')),
        parent_id BIGINT REFERENCES units (id),
        division_code TEXT REFERENCES divisions (code),
        ranked BOOLEAN NOT NULL,
        tile_row INTEGER,
        tile_column INTEGER,
        CHECK ((parent_id IS NULL) = (kind = 'city')),
        CHECK ((tile_row IS NULL) = (tile_column IS NULL))
    )";
    vec![
        engine.ddl(table),
        "CREATE INDEX units_parent_id ON units (parent_id)".to_owned(),
        "CREATE INDEX units_division_code ON units (division_code)".to_owned(),
        "CREATE UNIQUE INDEX units_one_city ON units (kind) WHERE kind = 'city'".to_owned(),
    ]
}

fn account_tables(engine: Engine) -> Vec<String> {
    let accounts = "CREATE TABLE accounts (
        id {id},
        login TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('administrator', 'bureau', 'district', 'reader')),
        unit_id BIGINT REFERENCES units (id),
        disabled BOOLEAN NOT NULL,
        password_hash TEXT NOT NULL,
        must_change_password BOOLEAN NOT NULL,
        created_at TEXT NOT NULL,
        CHECK (role <> 'district' OR unit_id IS NOT NULL)
    )";
    let sessions = "CREATE TABLE sessions (
        token_hash TEXT PRIMARY KEY NOT NULL,
        account_id BIGINT NOT NULL REFERENCES accounts (id),
        began_at TEXT NOT NULL,
        seen_at TEXT NOT NULL
    )";
    // By what was typed, not by account: a login that does not exist locks like one that does.
    let attempts = "CREATE TABLE sign_in_attempts (
        login TEXT PRIMARY KEY NOT NULL,
        failed INTEGER NOT NULL,
        last_at TEXT NOT NULL,
        locked_until TEXT
    )";
    vec![
        engine.ddl(accounts),
        "CREATE INDEX accounts_unit_id ON accounts (unit_id)".to_owned(),
        sessions.to_owned(),
        "CREATE INDEX sessions_account_id ON sessions (account_id)".to_owned(),
        "CREATE INDEX sessions_began_at ON sessions (began_at)".to_owned(),
        "CREATE INDEX sessions_seen_at ON sessions (seen_at)".to_owned(),
        attempts.to_owned(),
        "CREATE INDEX sign_in_attempts_last_at ON sign_in_attempts (last_at)".to_owned(),
    ]
}

fn audit_table(engine: Engine) -> Vec<String> {
    let table = "CREATE TABLE audit_log (
        id {id},
        at TEXT NOT NULL,
        account_id BIGINT REFERENCES accounts (id),
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL
    )";
    let mut statements = vec![
        engine.ddl(table),
        "CREATE INDEX audit_log_account_id ON audit_log (account_id)".to_owned(),
        "CREATE INDEX audit_log_at ON audit_log (at)".to_owned(),
    ];
    statements.extend(engine.append_only("audit_log"));
    statements
}

fn settings_table(_: Engine) -> Vec<String> {
    let table = "CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)";
    vec![table.to_owned()]
}
