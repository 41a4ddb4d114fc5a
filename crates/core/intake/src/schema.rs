//! The tables of imports. The uploaded file is kept in the database, so that a backup has
//! it: a commit reads it again, an error workbook gives its rows back.

use db::{Engine, Migration};

/// The steps of the schema that belong to this crate: numbers 20 to 29.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 20,
    name: "intake",
    statements: tables,
}];

fn tables(engine: Engine) -> Vec<String> {
    TABLES
        .iter()
        .map(|statement| engine.ddl(statement))
        .collect()
}

const TABLES: &[&str] = &[
    "CREATE TABLE intake_batches (
        id {id},
        file_name TEXT NOT NULL,
        file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
        file_size BIGINT NOT NULL,
        kind TEXT,
        corrections TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('reading', 'preview', 'committing', 'committed', 'undone', 'failed')),
        state_at TEXT NOT NULL CHECK (length(state_at) = 27),
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        created_by_id BIGINT REFERENCES accounts (id),
        created_by TEXT NOT NULL,
        unit_id BIGINT REFERENCES units (id),
        new_rows BIGINT NOT NULL,
        changed_rows BIGINT NOT NULL,
        same_rows BIGINT NOT NULL,
        refused_rows BIGINT NOT NULL,
        committed_at TEXT CHECK (length(committed_at) = 27),
        committed_by TEXT,
        month INTEGER,
        undone_at TEXT CHECK (length(undone_at) = 27),
        undone_by TEXT,
        failure TEXT,
        kept TEXT NOT NULL
    )",
    "CREATE INDEX intake_batches_created_by_id ON intake_batches (created_by_id)",
    "CREATE INDEX intake_batches_unit_id ON intake_batches (unit_id, id)",
    "CREATE INDEX intake_batches_state ON intake_batches (state)",
    "CREATE TABLE intake_files (
        batch_id BIGINT PRIMARY KEY NOT NULL REFERENCES intake_batches (id),
        bytes {bytes} NOT NULL
    )",
    "CREATE TABLE intake_sheets (
        batch_id BIGINT NOT NULL REFERENCES intake_batches (id),
        place INTEGER NOT NULL,
        report TEXT NOT NULL,
        PRIMARY KEY (batch_id, place)
    )",
    "CREATE TABLE intake_rows (
        id {id},
        batch_id BIGINT NOT NULL REFERENCES intake_batches (id),
        place INTEGER NOT NULL,
        row_number INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('new', 'changed', 'same', 'refused')),
        row_key TEXT NOT NULL,
        cells TEXT NOT NULL,
        problems TEXT NOT NULL,
        changes TEXT NOT NULL
    )",
    "CREATE INDEX intake_rows_batch_id ON intake_rows (batch_id, place, status, id)",
    "CREATE TABLE intake_written (
        id {id},
        batch_id BIGINT NOT NULL REFERENCES intake_batches (id),
        kind TEXT NOT NULL,
        place INTEGER NOT NULL,
        row_number INTEGER NOT NULL,
        row_key TEXT NOT NULL,
        record_kind TEXT NOT NULL,
        record_key BIGINT NOT NULL,
        fact_seqs TEXT NOT NULL,
        created BOOLEAN NOT NULL,
        before TEXT
    )",
    "CREATE INDEX intake_written_batch_id ON intake_written (batch_id, kind, id)",
    "CREATE INDEX intake_written_record ON intake_written (record_key, record_kind)",
];
