//! The tables of bulletins and of the office's templates. An issued bulletin is never changed or removed.

use db::{Engine, Migration};

/// The steps of the schema that belong to this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 60,
        name: "bulletins",
        statements: tables,
    },
    Migration {
        number: 61,
        name: "templates of the office",
        statements: template_tables,
    },
];

fn template_tables(engine: Engine) -> Vec<String> {
    TEMPLATES.iter().map(|text| engine.ddl(text)).collect()
}

/// Rows are never deleted: an issued bulletin names its template.
const TEMPLATES: &[&str] = &["CREATE TABLE bulletin_templates (
        id {id},
        name TEXT NOT NULL,
        body TEXT NOT NULL,
        red_head BOOLEAN NOT NULL,
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        updated_by TEXT NOT NULL,
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27)
    )"];

fn tables(engine: Engine) -> Vec<String> {
    let mut statements: Vec<String> = TABLES
        .iter()
        .map(|statement| engine.ddl(statement))
        .collect();
    statements.extend(engine.append_only("bulletins"));
    statements
}

const TABLES: &[&str] = &[
    "CREATE TABLE bulletins (
        id {id},
        month INTEGER NOT NULL,
        template TEXT NOT NULL,
        title TEXT NOT NULL,
        document_number TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,
        context TEXT NOT NULL,
        figures TEXT NOT NULL,
        meta TEXT NOT NULL,
        head_seq BIGINT NOT NULL,
        head {bytes} NOT NULL,
        hash TEXT NOT NULL,
        issued_at TEXT NOT NULL CHECK (length(issued_at) = 27),
        issued_by TEXT NOT NULL
    )",
    "CREATE INDEX bulletins_month ON bulletins (month, id)",
];
