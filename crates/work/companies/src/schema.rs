//! The tables of this crate: steps 30 to 39.

use db::{Engine, Migration};

/// The companies' steps of the schema.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 30,
    name: "companies",
    statements: tables,
}];

fn tables(engine: Engine) -> Vec<String> {
    TABLES
        .iter()
        .map(|statement| engine.ddl(statement))
        .collect()
}

/// Rows are never deleted: an undone import leaves `removed_at`, so that what the journal
/// still names can be named.
const TABLES: &[&str] = &[
    "CREATE TABLE companies (
        id {id},
        name TEXT NOT NULL,
        normal_name TEXT NOT NULL,
        core_name TEXT NOT NULL,
        uscc TEXT CHECK (uscc IS NULL OR length(uscc) = 18),
        division_code TEXT NOT NULL REFERENCES divisions (code),
        projects BIGINT NOT NULL DEFAULT 0 CHECK (projects >= 0),
        revision INTEGER NOT NULL DEFAULT 1,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27)
    )",
    "CREATE UNIQUE INDEX companies_uscc_key ON companies (uscc) WHERE removed_at IS NULL",
    "CREATE UNIQUE INDEX companies_normal_name_division_code_key \
     ON companies (normal_name, division_code) WHERE uscc IS NULL AND removed_at IS NULL",
    "CREATE INDEX companies_normal_name ON companies (normal_name)",
    "CREATE INDEX companies_core_name ON companies (core_name)",
    "CREATE INDEX companies_division_code ON companies (division_code)",
    "CREATE TABLE company_aliases (
        company_id BIGINT NOT NULL REFERENCES companies (id),
        n INTEGER NOT NULL,
        name TEXT NOT NULL,
        normal_name TEXT NOT NULL,
        PRIMARY KEY (company_id, n),
        UNIQUE (company_id, normal_name)
    )",
    "CREATE INDEX company_aliases_normal_name ON company_aliases (normal_name)",
];
