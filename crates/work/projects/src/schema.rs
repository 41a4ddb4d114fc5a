//! The tables of this crate: steps 40 to 49 and 100 to 109.

use db::{Engine, Migration};

/// The projects' steps of the schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 40,
        name: "projects",
        statements: project_tables,
    },
    Migration {
        number: 41,
        name: "funds",
        statements: fund_tables,
    },
    Migration {
        number: 100,
        name: "platforms and finding",
        statements: platform_column,
    },
    Migration {
        number: 101,
        name: "lists of a unit's projects",
        statements: list_indexes,
    },
];

fn project_tables(engine: Engine) -> Vec<String> {
    PROJECTS.iter().map(|text| engine.ddl(text)).collect()
}

fn fund_tables(engine: Engine) -> Vec<String> {
    FUNDS.iter().map(|text| engine.ddl(text)).collect()
}

/// The code of the platform that brought a project in. It is not the projects' to look up:
/// the channels write it, with the fact.
fn platform_column(_: Engine) -> Vec<String> {
    [
        "ALTER TABLE projects ADD COLUMN platform TEXT",
        // So that finding by name keeps up with what is gone.
        "CREATE INDEX projects_removed ON projects (removed_at) WHERE removed_at IS NOT NULL",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A unit's projects of a stage in the order of a list, and in their number: without a look
/// at the rows. A unit's list of all stages walks the same indexes; so does its count.
fn list_indexes(_: Engine) -> Vec<String> {
    ["planned_fen", "updated_at"]
        .map(|order| {
            format!(
                "CREATE INDEX projects_unit_{order} ON projects \
                 (lead_unit_id, stage, {order}, id) WHERE removed_at IS NULL"
            )
        })
        .into_iter()
        .chain(["DROP INDEX projects_lead_unit_id".to_owned()])
        .collect()
}

/// Rows are never deleted: an undone import leaves `removed_at` or `reversed_by`, so that
/// what the journal still names can be named. What stands after `other_province_bp` in
/// `projects` is derived from other rows in the same transaction, for lists.
const PROJECTS: &[&str] = &[
    "CREATE TABLE projects (
        id {id},
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        lead_unit_id BIGINT NOT NULL REFERENCES units (id),
        joint_unit_id BIGINT REFERENCES units (id),
        credit_mode TEXT NOT NULL CHECK (credit_mode IN ('exclusive', 'shared', 'double')),
        lead_bp INTEGER NOT NULL CHECK (lead_bp BETWEEN 1 AND 10000),
        place_code TEXT NOT NULL REFERENCES divisions (code),
        industry TEXT,
        chain TEXT,
        exclusion TEXT,
        contract_number TEXT,
        contract_kind TEXT,
        signed_on TEXT CHECK (signed_on IS NULL OR length(signed_on) = 10),
        contract_fen BIGINT,
        planned_fen BIGINT NOT NULL CHECK (planned_fen > 0),
        project_company TEXT,
        filing_code TEXT,
        amended BOOLEAN NOT NULL,
        revision INTEGER NOT NULL,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27),
        other_province_bp INTEGER NOT NULL,
        investors_text TEXT NOT NULL,
        search_text TEXT NOT NULL,
        stage TEXT NOT NULL,
        witnessed BOOLEAN NOT NULL,
        pushed BOOLEAN NOT NULL,
        introduced_month INTEGER,
        started_on TEXT CHECK (started_on IS NULL OR length(started_on) = 10),
        arrived_fen BIGINT NOT NULL CHECK (arrived_fen >= 0 AND arrived_fen <= planned_fen),
        funds BIGINT NOT NULL CHECK (funds >= 0),
        CHECK ((joint_unit_id IS NULL) = (credit_mode = 'exclusive'))
    )",
    "CREATE UNIQUE INDEX projects_code_key ON projects (code) WHERE removed_at IS NULL",
    "CREATE UNIQUE INDEX projects_contract_number_key ON projects (contract_number) \
     WHERE removed_at IS NULL",
    "CREATE INDEX projects_lead_unit_id ON projects (lead_unit_id)",
    "CREATE INDEX projects_joint_unit_id ON projects (joint_unit_id)",
    "CREATE INDEX projects_updated ON projects (updated_at, id)",
    "CREATE INDEX projects_planned ON projects (planned_fen, id)",
    "CREATE INDEX projects_arrived ON projects (arrived_fen, id)",
    "CREATE INDEX projects_stage ON projects (stage)",
    "CREATE TABLE project_investors (
        project_id BIGINT NOT NULL REFERENCES projects (id),
        n INTEGER NOT NULL,
        company_id BIGINT NOT NULL REFERENCES companies (id),
        share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 1 AND 10000),
        division_code TEXT NOT NULL REFERENCES divisions (code),
        look_through_code TEXT REFERENCES divisions (code),
        PRIMARY KEY (project_id, n)
    )",
    "CREATE INDEX project_investors_company_id ON project_investors (company_id)",
    "CREATE TABLE project_milestones (
        id {id},
        project_id BIGINT NOT NULL REFERENCES projects (id),
        kind TEXT NOT NULL,
        occurred_on TEXT NOT NULL CHECK (length(occurred_on) = 10),
        evidence TEXT,
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27)
    )",
    "CREATE UNIQUE INDEX project_milestones_reversed_by_key ON project_milestones (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE INDEX project_milestones_project_id ON project_milestones (project_id)",
    "CREATE UNIQUE INDEX project_milestones_once ON project_milestones (project_id, kind) \
     WHERE reversed_by IS NULL AND kind NOT IN ('listed', 'unlisted', 'suspended', 'resumed')",
    "CREATE TABLE project_amendments (
        id {id},
        project_id BIGINT NOT NULL REFERENCES projects (id),
        decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
        from_fen BIGINT NOT NULL,
        to_fen BIGINT NOT NULL,
        reason TEXT NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27)
    )",
    "CREATE INDEX project_amendments_project_id ON project_amendments (project_id)",
];

const FUNDS: &[&str] = &[
    "CREATE TABLE funds (
        id {id},
        voucher TEXT NOT NULL,
        project_id BIGINT NOT NULL REFERENCES projects (id),
        lead_unit_id BIGINT NOT NULL REFERENCES units (id),
        arrived_on TEXT NOT NULL CHECK (length(arrived_on) = 10),
        amount_fen BIGINT NOT NULL CHECK (amount_fen > 0),
        kind TEXT NOT NULL,
        payer TEXT NOT NULL,
        evidence_kind TEXT,
        other_province_bp INTEGER NOT NULL CHECK (other_province_bp BETWEEN 0 AND 10000),
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        replaces_id BIGINT REFERENCES funds (id),
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27)
    )",
    "CREATE UNIQUE INDEX funds_reversed_by_key ON funds (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE UNIQUE INDEX funds_replaces_id_key ON funds (replaces_id) \
     WHERE replaces_id IS NOT NULL",
    // A voucher is used once in the whole city; a reversal frees it.
    "CREATE UNIQUE INDEX funds_voucher_key ON funds (voucher) WHERE reversed_by IS NULL",
    "CREATE INDEX funds_project_id ON funds (project_id)",
    "CREATE INDEX funds_lead_unit_id ON funds (lead_unit_id)",
    "CREATE INDEX funds_month ON funds (month, fact_seq)",
];
