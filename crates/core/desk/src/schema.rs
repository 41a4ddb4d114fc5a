//! The tables of this crate: steps 140 to 149.

use db::{Engine, Migration};

/// The desk's steps of the schema.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 140,
    name: "saved views",
    statements: tables,
}];

fn tables(engine: Engine) -> Vec<String> {
    TABLES.iter().map(|text| engine.ddl(text)).collect()
}

const TABLES: &[&str] = &["CREATE TABLE saved_views (
        id {id},
        account_id BIGINT NOT NULL REFERENCES accounts (id),
        page TEXT NOT NULL,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        UNIQUE (account_id, page, name)
    )"];
