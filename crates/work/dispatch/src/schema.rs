//! The tables of bulletins. An issued bulletin is never changed or removed.

use db::{Engine, Migration};

/// The steps of the schema that belong to this crate.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 60,
    name: "bulletins",
    statements: tables,
}];

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
