//! The tables of this crate: steps 110 to 119.

use db::{Engine, Migration};

/// The steps of the schema of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 110,
        name: "campaigns",
        statements: campaign_tables,
    },
    Migration {
        number: 111,
        name: "activities",
        statements: activity_tables,
    },
    Migration {
        number: 112,
        name: "meetings",
        statements: meeting_tables,
    },
    Migration {
        number: 113,
        name: "policy documents",
        statements: document_tables,
    },
];

fn campaign_tables(engine: Engine) -> Vec<String> {
    CAMPAIGNS.iter().map(|text| engine.ddl(text)).collect()
}

fn activity_tables(engine: Engine) -> Vec<String> {
    ACTIVITIES.iter().map(|text| engine.ddl(text)).collect()
}

fn meeting_tables(engine: Engine) -> Vec<String> {
    MEETINGS.iter().map(|text| engine.ddl(text)).collect()
}

fn document_tables(engine: Engine) -> Vec<String> {
    DOCUMENTS.iter().map(|text| engine.ddl(text)).collect()
}

/// A goal's value is in fen for money, in tenths of a percent for percentages, else a
/// whole number; its unit says which.
const CAMPAIGNS: &[&str] = &[
    "CREATE TABLE campaigns (
        id {id},
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        from_month INTEGER NOT NULL,
        until_month INTEGER NOT NULL,
        basis TEXT,
        search_text TEXT NOT NULL,
        revision INTEGER NOT NULL,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27),
        CHECK (from_month <= until_month)
    )",
    "CREATE UNIQUE INDEX campaigns_code_key ON campaigns (code) WHERE removed_at IS NULL",
    "CREATE INDEX campaigns_from_month ON campaigns (from_month, id)",
    "CREATE TABLE campaign_goals (
        id {id},
        campaign_id BIGINT NOT NULL REFERENCES campaigns (id),
        indicator TEXT NOT NULL,
        measure TEXT NOT NULL CHECK (measure IN ('value', 'yoy')),
        unit TEXT NOT NULL CHECK (unit IN ('CNY', 'count', 'percent')),
        value BIGINT NOT NULL CHECK (value >= 0),
        until_month INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27)
    )",
    "CREATE INDEX campaign_goals_campaign_id ON campaign_goals (campaign_id)",
    "CREATE UNIQUE INDEX campaign_goals_key ON campaign_goals (campaign_id, indicator, measure) \
     WHERE removed_at IS NULL",
];

/// Rows are never deleted: one that was taken back has `reversed_by`, so that what the
/// journal still names can be named.
const ACTIVITIES: &[&str] = &[
    "CREATE TABLE activities (
        id {id},
        code TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('outbound', 'doorstep', 'promotion', 'inbound',
            'joint', 'witnessing', 'conference', 'mobilisation', 'dispatching', 'progress',
            'press')),
        name TEXT NOT NULL,
        begins_on TEXT NOT NULL CHECK (length(begins_on) = 10),
        ends_on TEXT CHECK (ends_on IS NULL OR (length(ends_on) = 10 AND ends_on >= begins_on)),
        leader TEXT NOT NULL CHECK (leader IN ('city_first', 'city_leader', 'county_first',
            'county_leader', 'department', 'none')),
        convener TEXT,
        campaign_id BIGINT REFERENCES campaigns (id),
        chain TEXT,
        search_text TEXT NOT NULL,
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        revision INTEGER NOT NULL,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        CHECK ((reversed_by IS NULL) = (reversal_reason IS NULL))
    )",
    "CREATE UNIQUE INDEX activities_reversed_by_key ON activities (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE UNIQUE INDEX activities_code_key ON activities (code) WHERE reversed_by IS NULL",
    "CREATE INDEX activities_begins_on ON activities (begins_on, id)",
    "CREATE INDEX activities_campaign_id ON activities (campaign_id)",
    "CREATE TABLE activity_places (
        activity_id BIGINT NOT NULL REFERENCES activities (id),
        n INTEGER NOT NULL,
        division_code TEXT NOT NULL REFERENCES divisions (code),
        PRIMARY KEY (activity_id, n),
        UNIQUE (activity_id, division_code)
    )",
    "CREATE INDEX activity_places_division_code ON activity_places (division_code)",
    "CREATE TABLE activity_organisers (
        activity_id BIGINT NOT NULL REFERENCES activities (id),
        n INTEGER NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES units (id),
        PRIMARY KEY (activity_id, n),
        UNIQUE (activity_id, unit_id)
    )",
    "CREATE INDEX activity_organisers_unit_id ON activity_organisers (unit_id, activity_id)",
];

const MEETINGS: &[&str] = &[
    "CREATE TABLE meetings (
        id {id},
        activity_id BIGINT NOT NULL REFERENCES activities (id),
        company_id BIGINT REFERENCES companies (id),
        project_id BIGINT REFERENCES projects (id),
        our_level TEXT NOT NULL CHECK (our_level IN ('first', 'deputy', 'other')),
        their_level TEXT NOT NULL CHECK (their_level IN ('first', 'executive', 'other')),
        outcome TEXT NOT NULL CHECK (outcome IN ('none', 'intended', 'signed')),
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        signing_seq BIGINT REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        CHECK (company_id IS NOT NULL OR project_id IS NOT NULL),
        CHECK ((outcome = 'signed') = (signing_seq IS NOT NULL)),
        CHECK (signing_seq IS NULL OR project_id IS NOT NULL),
        CHECK ((reversed_by IS NULL) = (reversal_reason IS NULL))
    )",
    "CREATE UNIQUE INDEX meetings_reversed_by_key ON meetings (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE UNIQUE INDEX meetings_signing_seq_key ON meetings (signing_seq) \
     WHERE signing_seq IS NOT NULL",
    "CREATE INDEX meetings_activity_id ON meetings (activity_id)",
    "CREATE INDEX meetings_company_id ON meetings (company_id)",
    "CREATE INDEX meetings_project_id ON meetings (project_id)",
    "CREATE UNIQUE INDEX meetings_company_once ON meetings (activity_id, company_id) \
     WHERE reversed_by IS NULL AND company_id IS NOT NULL",
    "CREATE UNIQUE INDEX meetings_project_once ON meetings (activity_id, project_id) \
     WHERE reversed_by IS NULL AND company_id IS NULL",
    // A project is signed on one trip in the whole city; a reversal frees it.
    "CREATE UNIQUE INDEX meetings_signing_once ON meetings (project_id) \
     WHERE reversed_by IS NULL AND signing_seq IS NOT NULL",
];

const DOCUMENTS: &[&str] = &[
    "CREATE TABLE policy_documents (
        id {id},
        number TEXT NOT NULL,
        name TEXT NOT NULL,
        nature TEXT NOT NULL CHECK (nature IN ('mechanism', 'policy')),
        theme TEXT NOT NULL CHECK (theme IN ('cultivation', 'management', 'landing')),
        issuer TEXT NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES units (id),
        issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
        campaign_id BIGINT REFERENCES campaigns (id),
        search_text TEXT NOT NULL,
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        revision INTEGER NOT NULL,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        CHECK ((reversed_by IS NULL) = (reversal_reason IS NULL))
    )",
    "CREATE UNIQUE INDEX policy_documents_reversed_by_key ON policy_documents (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE UNIQUE INDEX policy_documents_number_key ON policy_documents (number) \
     WHERE reversed_by IS NULL",
    "CREATE INDEX policy_documents_issued_on ON policy_documents (issued_on, id)",
    "CREATE INDEX policy_documents_unit_id ON policy_documents (unit_id)",
    "CREATE INDEX policy_documents_campaign_id ON policy_documents (campaign_id)",
];
