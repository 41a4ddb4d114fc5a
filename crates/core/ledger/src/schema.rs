//! The ledger's tables. Facts, postings, months and definitions are append-only by
//! trigger; balances, positions, plans and opening totals are caches of them.

use db::{Engine, Migration};

/// The tables that refuse UPDATE and DELETE.
pub const APPEND_ONLY: [&str; 6] = [
    "ledger_facts",
    "ledger_references",
    "ledger_postings",
    "ledger_month_events",
    "ledger_definitions",
    REPLAYS,
];

/// The list of replays, which came after the others.
const REPLAYS: &str = "ledger_replays";

/// The ledger's steps of the schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 10,
        name: "ledger",
        statements: tables,
    },
    Migration {
        number: 11,
        name: "ledger: a list of replays",
        statements: replays,
    },
];

fn replays(engine: Engine) -> Vec<String> {
    let mut statements = vec![engine.ddl(
        "CREATE TABLE ledger_replays (
            number {id},
            replayed_at TEXT NOT NULL CHECK (length(replayed_at) = 27),
            postings BIGINT NOT NULL,
            differed BIGINT NOT NULL
        )",
    )];
    statements.extend(engine.append_only(REPLAYS));
    statements
}

fn tables(engine: Engine) -> Vec<String> {
    let mut statements: Vec<String> = TABLES
        .iter()
        .map(|statement| engine.ddl(statement))
        .collect();
    for table in APPEND_ONLY.into_iter().filter(|table| *table != REPLAYS) {
        statements.extend(engine.append_only(table));
    }
    statements
}

const TABLES: &[&str] = &[
    "CREATE TABLE ledger_facts (
        seq {id},
        kind TEXT NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_id BIGINT NOT NULL,
        occurred_on TEXT NOT NULL CHECK (length(occurred_on) = 10),
        month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 299912),
        origin_month INTEGER NOT NULL CHECK (origin_month = 0 OR origin_month <= month),
        amount_fen BIGINT NOT NULL,
        credits TEXT NOT NULL,
        payload TEXT NOT NULL,
        refs TEXT NOT NULL,
        reverses BIGINT REFERENCES ledger_facts (seq) CHECK (reverses < seq),
        replaces BIGINT REFERENCES ledger_facts (seq) CHECK (replaces < seq),
        source_kind TEXT NOT NULL,
        source_id BIGINT NOT NULL,
        recorded_by_account BIGINT NOT NULL,
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        hash {bytes} NOT NULL,
        CHECK (reverses IS NULL OR replaces IS NULL)
    )",
    "CREATE UNIQUE INDEX ledger_facts_reverses ON ledger_facts (reverses) WHERE reverses IS NOT NULL",
    "CREATE UNIQUE INDEX ledger_facts_replaces ON ledger_facts (replaces) WHERE replaces IS NOT NULL",
    "CREATE INDEX ledger_facts_subject ON ledger_facts (subject_id, subject_kind, seq)",
    "CREATE INDEX ledger_facts_source ON ledger_facts (source_id, source_kind)",
    "CREATE TABLE ledger_references (
        seq BIGINT NOT NULL REFERENCES ledger_facts (seq),
        target BIGINT NOT NULL REFERENCES ledger_facts (seq),
        role TEXT NOT NULL,
        PRIMARY KEY (seq, target, role)
    ) {clustered}",
    "CREATE INDEX ledger_references_target ON ledger_references (target)",
    "CREATE TABLE ledger_month_events (
        number {id},
        month INTEGER NOT NULL,
        event TEXT NOT NULL CHECK (event IN ('opened', 'closed', 'reopened')),
        happened_at TEXT NOT NULL CHECK (length(happened_at) = 27),
        actor TEXT NOT NULL,
        reason TEXT NOT NULL,
        head_seq BIGINT NOT NULL,
        head {bytes} NOT NULL
    )",
    "CREATE TABLE ledger_seals (
        month INTEGER NOT NULL,
        source_kind TEXT NOT NULL,
        source_id BIGINT NOT NULL,
        PRIMARY KEY (month, source_kind, source_id)
    )",
    "CREATE TABLE ledger_definitions (
        version {id},
        code TEXT NOT NULL,
        number INTEGER NOT NULL,
        effective INTEGER NOT NULL,
        body TEXT NOT NULL,
        installed_at TEXT NOT NULL,
        UNIQUE (code, number)
    )",
    "CREATE TABLE ledger_postings (
        seq BIGINT NOT NULL REFERENCES ledger_facts (seq),
        version BIGINT NOT NULL REFERENCES ledger_definitions (version),
        unit BIGINT NOT NULL,
        n INTEGER NOT NULL,
        month INTEGER NOT NULL,
        cohort INTEGER NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_id BIGINT NOT NULL,
        amount_fen BIGINT NOT NULL,
        count BIGINT NOT NULL,
        PRIMARY KEY (seq, version, unit, n)
    ) {clustered}",
    "CREATE INDEX ledger_postings_window ON ledger_postings (version, unit, cohort, seq, n)",
    "CREATE TABLE ledger_balances (
        version BIGINT NOT NULL REFERENCES ledger_definitions (version),
        unit BIGINT NOT NULL,
        cohort INTEGER NOT NULL,
        month INTEGER NOT NULL,
        amount_fen BIGINT NOT NULL CHECK (amount_fen BETWEEN -9000000000000000000 AND 9000000000000000000),
        count BIGINT NOT NULL,
        facts BIGINT NOT NULL,
        PRIMARY KEY (version, unit, cohort, month)
    ) {clustered}",
    "CREATE TABLE ledger_positions (
        version BIGINT NOT NULL REFERENCES ledger_definitions (version),
        unit BIGINT NOT NULL,
        year INTEGER NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_id BIGINT NOT NULL,
        total BIGINT NOT NULL,
        PRIMARY KEY (version, unit, year, subject_kind, subject_id)
    ) {clustered}",
    "CREATE INDEX ledger_positions_subject ON ledger_positions (subject_id)",
    "CREATE TABLE ledger_plans (
        seq {id} REFERENCES ledger_facts (seq),
        indicator TEXT NOT NULL,
        unit BIGINT NOT NULL,
        year INTEGER NOT NULL,
        month INTEGER NOT NULL,
        value BIGINT
    )",
    "CREATE INDEX ledger_plans_place ON ledger_plans (year, indicator, unit, seq)",
    "CREATE TABLE ledger_opening_totals (
        seq {id} REFERENCES ledger_facts (seq),
        indicator TEXT NOT NULL,
        unit BIGINT NOT NULL,
        month INTEGER NOT NULL,
        value BIGINT,
        document TEXT NOT NULL
    )",
    "CREATE INDEX ledger_opening_totals_place ON ledger_opening_totals (month, indicator, unit, seq)",
];
