//! The tables of this crate: steps 120 to 129.

use db::{Engine, Migration};

/// The steps of the schema of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 120,
        name: "platforms",
        statements: |engine| ddl(engine, PLATFORMS),
    },
    Migration {
        number: 121,
        name: "opportunities",
        statements: |engine| ddl(engine, OPPORTUNITIES),
    },
];

fn ddl(engine: Engine, texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| engine.ddl(text)).collect()
}

/// Rows are never deleted: what is taken back keeps `removed_at` or `reversed_by`, so that
/// what the journal still names can be named. `direction` to `policies` are the six
/// components (六个一) as we assume them (假定).
const PLATFORMS: &[&str] = &[
    "CREATE TABLE platforms (
        id {id},
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES units (id),
        founded_on TEXT NOT NULL CHECK (length(founded_on) = 10),
        closed_on TEXT CHECK (closed_on IS NULL OR length(closed_on) = 10),
        direction TEXT,
        task_force TEXT,
        fund TEXT,
        park TEXT,
        institute TEXT,
        policies TEXT,
        search_text TEXT NOT NULL,
        revision INTEGER NOT NULL,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27),
        CHECK (closed_on IS NULL OR closed_on >= founded_on)
    )",
    "CREATE UNIQUE INDEX platforms_code_key ON platforms (code) WHERE removed_at IS NULL",
    "CREATE INDEX platforms_unit_id ON platforms (unit_id)",
    "CREATE TABLE platform_recognitions (
        fact_seq BIGINT NOT NULL PRIMARY KEY REFERENCES ledger_facts (seq),
        platform_id BIGINT NOT NULL REFERENCES platforms (id),
        step TEXT NOT NULL CHECK (step IN ('founded', 'closed')),
        occurred_on TEXT NOT NULL CHECK (length(occurred_on) = 10),
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27)
    )",
    "CREATE UNIQUE INDEX platform_recognitions_reversed_by_key ON platform_recognitions (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE INDEX platform_recognitions_platform_id ON platform_recognitions (platform_id)",
    "CREATE UNIQUE INDEX platform_recognitions_once ON platform_recognitions \
     (platform_id, step) WHERE reversed_by IS NULL",
    "CREATE TABLE platform_projects (
        id {id},
        platform_id BIGINT NOT NULL REFERENCES platforms (id),
        project_id BIGINT NOT NULL REFERENCES projects (id),
        unit_id BIGINT NOT NULL REFERENCES units (id),
        brought_on TEXT NOT NULL CHECK (length(brought_on) = 10),
        month INTEGER NOT NULL,
        earlier_funds BIGINT NOT NULL CHECK (earlier_funds >= 0),
        earlier_fen BIGINT NOT NULL CHECK (earlier_fen >= 0),
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27)
    )",
    "CREATE UNIQUE INDEX platform_projects_reversed_by_key ON platform_projects (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE INDEX platform_projects_platform_id ON platform_projects (platform_id)",
    "CREATE INDEX platform_projects_project_id ON platform_projects (project_id)",
    "CREATE INDEX platform_projects_unit_id ON platform_projects (unit_id)",
    // One platform brings a project in; taken back, it may be another's.
    "CREATE UNIQUE INDEX platform_projects_once ON platform_projects (project_id) \
     WHERE reversed_by IS NULL",
];

const OPPORTUNITIES: &[&str] = &[
    "CREATE TABLE opportunities (
        id {id},
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        category TEXT NOT NULL CHECK (category IN
            ('four_strong', 'modern_services', 'modern_agriculture', 'new_economy')),
        unit_id BIGINT NOT NULL REFERENCES units (id),
        chain TEXT,
        investment_fen BIGINT CHECK (investment_fen IS NULL OR investment_fen > 0),
        reserved_on TEXT NOT NULL CHECK (length(reserved_on) = 10),
        content TEXT,
        closed_on TEXT CHECK (closed_on IS NULL OR length(closed_on) = 10),
        outcome TEXT CHECK (outcome IS NULL OR outcome IN ('matched', 'withdrawn')),
        project_id BIGINT REFERENCES projects (id),
        search_text TEXT NOT NULL,
        revision INTEGER NOT NULL,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27),
        CHECK ((closed_on IS NULL) = (outcome IS NULL)),
        CHECK (closed_on IS NULL OR closed_on >= reserved_on),
        CHECK (project_id IS NULL OR outcome = 'matched')
    )",
    "CREATE UNIQUE INDEX opportunities_code_key ON opportunities (code) WHERE removed_at IS NULL",
    "CREATE INDEX opportunities_unit_id ON opportunities (unit_id)",
    "CREATE INDEX opportunities_project_id ON opportunities (project_id)",
    "CREATE INDEX opportunities_category ON opportunities (category)",
    "CREATE TABLE opportunity_recognitions (
        fact_seq BIGINT NOT NULL PRIMARY KEY REFERENCES ledger_facts (seq),
        opportunity_id BIGINT NOT NULL REFERENCES opportunities (id),
        step TEXT NOT NULL CHECK (step IN ('reserved', 'published', 'closed')),
        occurred_on TEXT NOT NULL CHECK (length(occurred_on) = 10),
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27)
    )",
    "CREATE UNIQUE INDEX opportunity_recognitions_reversed_by_key ON opportunity_recognitions (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE INDEX opportunity_recognitions_opportunity_id \
     ON opportunity_recognitions (opportunity_id)",
    "CREATE UNIQUE INDEX opportunity_recognitions_once ON opportunity_recognitions \
     (opportunity_id, step) WHERE reversed_by IS NULL",
    // One of an opportunity's standing publications carries the fact that it is published.
    "CREATE TABLE opportunity_publications (
        id {id},
        opportunity_id BIGINT NOT NULL REFERENCES opportunities (id),
        channel TEXT NOT NULL,
        published_on TEXT NOT NULL CHECK (length(published_on) = 10),
        fact_seq BIGINT REFERENCES ledger_facts (seq),
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27),
        removal_reason TEXT
    )",
    "CREATE UNIQUE INDEX opportunity_publications_fact_seq_key ON opportunity_publications \
     (fact_seq) WHERE fact_seq IS NOT NULL",
    "CREATE INDEX opportunity_publications_opportunity_id \
     ON opportunity_publications (opportunity_id)",
    "CREATE UNIQUE INDEX opportunity_publications_once ON opportunity_publications \
     (opportunity_id, channel, published_on) WHERE removed_at IS NULL",
];
