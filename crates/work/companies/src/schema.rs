//! The tables of this crate: steps 30 to 39 and 90 to 99.

use db::{Engine, Migration};

/// The companies' steps of the schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 30,
        name: "companies",
        statements: |engine| ddl(engine, TABLES),
    },
    Migration {
        number: 90,
        name: "groups and honours of companies",
        statements: |engine| ddl(engine, GROUPS_AND_HONOURS),
    },
    Migration {
        number: 91,
        name: "industry chains",
        statements: |engine| ddl(engine, CHAINS),
    },
    Migration {
        number: 92,
        name: "target companies",
        statements: |engine| ddl(engine, TARGETS),
    },
    Migration {
        number: 93,
        name: "finding companies",
        statements: finding,
    },
];

fn ddl(engine: Engine, statements: &[&str]) -> Vec<String> {
    statements
        .iter()
        .map(|statement| engine.ddl(statement))
        .collect()
}

/// So that finding by name keeps up with what was written.
fn finding(_: Engine) -> Vec<String> {
    [
        "CREATE INDEX companies_updated ON companies (updated_at)",
        "CREATE INDEX companies_removed ON companies (removed_at) WHERE removed_at IS NOT NULL",
    ]
    .map(str::to_owned)
    .to_vec()
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

/// `records` counts what names a company besides projects, for the undoing of imports.
const GROUPS_AND_HONOURS: &[&str] = &[
    "ALTER TABLE companies ADD COLUMN \"group\" TEXT",
    "ALTER TABLE companies ADD COLUMN normal_group TEXT",
    "ALTER TABLE companies ADD COLUMN records BIGINT NOT NULL DEFAULT 0 CHECK (records >= 0)",
    "CREATE INDEX companies_normal_group ON companies (normal_group)",
    "CREATE TABLE company_honours (
        id {id},
        company_id BIGINT NOT NULL REFERENCES companies (id),
        honour TEXT NOT NULL CHECK (honour IN ('global_500', 'china_500', 'central_soe', 'listed',
            'renowned', 'industry_leader', 'single_champion', 'specialised', 'unicorn',
            'near_unicorn', 'chain_leader', 'new_economy')),
        year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2999),
        source TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27)
    )",
    "CREATE UNIQUE INDEX company_honours_once ON company_honours (company_id, honour, year) \
     WHERE removed_at IS NULL",
    "CREATE INDEX company_honours_company_id ON company_honours (company_id)",
    "CREATE INDEX company_honours_honour ON company_honours (honour, company_id)",
];

/// `imported_in` is the batch that brought a node: its rows refer to each other, and go
/// together when the batch is undone.
const CHAINS: &[&str] = &[
    "CREATE TABLE chains (
        id {id},
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        normal_name TEXT NOT NULL,
        name_en TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('chain', 'direction')),
        assumed BOOLEAN NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27)
    )",
    "CREATE UNIQUE INDEX chains_code_key ON chains (code) WHERE removed_at IS NULL",
    "CREATE UNIQUE INDEX chains_normal_name_key ON chains (normal_name) WHERE removed_at IS NULL",
    "CREATE TABLE chain_nodes (
        id {id},
        chain_id BIGINT NOT NULL REFERENCES chains (id),
        name TEXT NOT NULL,
        normal_name TEXT NOT NULL,
        parent_id BIGINT REFERENCES chain_nodes (id),
        strength TEXT CHECK (strength IS NULL OR strength IN ('strong', 'weak', 'missing')),
        note TEXT,
        imported_in BIGINT,
        revision INTEGER NOT NULL DEFAULT 1,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27),
        CHECK (parent_id IS NULL OR parent_id <> id)
    )",
    "CREATE UNIQUE INDEX chain_nodes_normal_name_key ON chain_nodes (chain_id, normal_name) \
     WHERE removed_at IS NULL",
    "CREATE INDEX chain_nodes_chain_id ON chain_nodes (chain_id)",
    "CREATE INDEX chain_nodes_parent_id ON chain_nodes (parent_id)",
    "CREATE TABLE chain_edges (
        node_id BIGINT NOT NULL REFERENCES chain_nodes (id),
        downstream_id BIGINT NOT NULL REFERENCES chain_nodes (id),
        PRIMARY KEY (node_id, downstream_id),
        CHECK (node_id <> downstream_id)
    )",
    "CREATE INDEX chain_edges_downstream_id ON chain_edges (downstream_id)",
];

const TARGETS: &[&str] = &[
    "CREATE TABLE targets (
        id {id},
        company_id BIGINT NOT NULL REFERENCES companies (id),
        batch TEXT NOT NULL,
        chain_id BIGINT NOT NULL REFERENCES chains (id),
        node_id BIGINT REFERENCES chain_nodes (id),
        unit_id BIGINT NOT NULL REFERENCES units (id),
        recommended_by TEXT NOT NULL
            CHECK (recommended_by IN ('agency', 'local_company', 'department')),
        targeted_on TEXT NOT NULL CHECK (length(targeted_on) = 10),
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        untargeted_on TEXT CHECK (untargeted_on IS NULL OR length(untargeted_on) = 10),
        untargeting_seq BIGINT REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        revision INTEGER NOT NULL DEFAULT 1,
        created_at TEXT NOT NULL CHECK (length(created_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        CHECK ((untargeted_on IS NULL) = (untargeting_seq IS NULL))
    )",
    "CREATE UNIQUE INDEX targets_reversed_by_key ON targets (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE UNIQUE INDEX targets_untargeting_seq_key ON targets (untargeting_seq) \
     WHERE untargeting_seq IS NOT NULL",
    // A company stands on the list once; a reversal or its end frees it.
    "CREATE UNIQUE INDEX targets_standing ON targets (company_id) \
     WHERE untargeted_on IS NULL AND reversed_by IS NULL",
    "CREATE INDEX targets_company_id ON targets (company_id)",
    "CREATE INDEX targets_chain_id ON targets (chain_id)",
    "CREATE INDEX targets_node_id ON targets (node_id)",
    "CREATE INDEX targets_unit_id ON targets (unit_id)",
    "CREATE INDEX targets_batch ON targets (batch)",
];
