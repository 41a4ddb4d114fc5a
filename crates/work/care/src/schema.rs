//! The tables of this crate: steps 130 to 139.

use db::{Engine, Migration};

/// The steps of the schema of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 130,
        name: "rosters",
        statements: roster_tables,
    },
    Migration {
        number: 131,
        name: "visits",
        statements: visit_tables,
    },
    Migration {
        number: 132,
        name: "problems",
        statements: problem_tables,
    },
];

fn ddl(engine: Engine, statements: &[&str]) -> Vec<String> {
    statements.iter().map(|text| engine.ddl(text)).collect()
}

fn roster_tables(engine: Engine) -> Vec<String> {
    ddl(engine, ROSTERS)
}

fn visit_tables(engine: Engine) -> Vec<String> {
    ddl(engine, VISITS)
}

fn problem_tables(engine: Engine) -> Vec<String> {
    ddl(engine, PROBLEMS)
}

/// `released` says whether a release stands, so that a company or project is on the roster
/// once at a time; `search_text` holds the names that lists are searched for, as they were
/// when the row was last written.
const ROSTERS: &[&str] = &[
    "CREATE TABLE rosters (
        id {id},
        company_id BIGINT REFERENCES companies (id),
        project_id BIGINT REFERENCES projects (id),
        unit_id BIGINT NOT NULL REFERENCES units (id),
        enrolled_on TEXT NOT NULL CHECK (length(enrolled_on) = 10),
        rule TEXT NOT NULL,
        officer TEXT NOT NULL,
        released BOOLEAN NOT NULL,
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        search_text TEXT NOT NULL,
        revision INTEGER NOT NULL,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        CHECK ((company_id IS NULL) <> (project_id IS NULL)),
        CHECK ((reversed_by IS NULL) = (reversal_reason IS NULL))
    )",
    "CREATE UNIQUE INDEX rosters_reversed_by_key ON rosters (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE UNIQUE INDEX rosters_company_key ON rosters (company_id) \
     WHERE reversed_by IS NULL AND NOT released AND company_id IS NOT NULL",
    "CREATE UNIQUE INDEX rosters_project_key ON rosters (project_id) \
     WHERE reversed_by IS NULL AND NOT released AND project_id IS NOT NULL",
    "CREATE INDEX rosters_company_id ON rosters (company_id)",
    "CREATE INDEX rosters_project_id ON rosters (project_id)",
    "CREATE INDEX rosters_unit_id ON rosters (unit_id)",
    "CREATE INDEX rosters_enrolled ON rosters (enrolled_on, id)",
    "CREATE TABLE roster_releases (
        id {id},
        roster_id BIGINT NOT NULL REFERENCES rosters (id),
        released_on TEXT NOT NULL CHECK (length(released_on) = 10),
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        CHECK ((reversed_by IS NULL) = (reversal_reason IS NULL))
    )",
    "CREATE UNIQUE INDEX roster_releases_reversed_by_key ON roster_releases (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE INDEX roster_releases_roster_id ON roster_releases (roster_id)",
    "CREATE UNIQUE INDEX roster_releases_once ON roster_releases (roster_id) \
     WHERE reversed_by IS NULL",
];

/// `opportunity` is the code of the 储备项目 that a need became: it is not this crate's to
/// look up.
const VISITS: &[&str] = &[
    "CREATE TABLE visits (
        id {id},
        code TEXT NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('online', 'offline')),
        purpose TEXT NOT NULL CHECK (purpose IN ('survey', 'policy', 'leads')),
        visited_on TEXT NOT NULL CHECK (length(visited_on) = 10),
        unit_id BIGINT NOT NULL REFERENCES units (id),
        officer TEXT NOT NULL,
        company_id BIGINT REFERENCES companies (id),
        project_id BIGINT REFERENCES projects (id),
        progress TEXT,
        needs TEXT,
        lead_project_id BIGINT REFERENCES projects (id),
        opportunity TEXT,
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        search_text TEXT NOT NULL,
        revision INTEGER NOT NULL,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        CHECK (company_id IS NOT NULL OR project_id IS NOT NULL),
        CHECK ((reversed_by IS NULL) = (reversal_reason IS NULL))
    )",
    "CREATE UNIQUE INDEX visits_reversed_by_key ON visits (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE UNIQUE INDEX visits_code_key ON visits (code) WHERE reversed_by IS NULL",
    "CREATE INDEX visits_unit_id ON visits (unit_id)",
    "CREATE INDEX visits_company_id ON visits (company_id)",
    "CREATE INDEX visits_project_id ON visits (project_id)",
    "CREATE INDEX visits_lead_project_id ON visits (lead_project_id)",
    "CREATE INDEX visits_visited ON visits (visited_on, id)",
];

/// A problem is no fact, its solution is.
const PROBLEMS: &[&str] = &[
    "CREATE TABLE problems (
        id {id},
        code TEXT NOT NULL,
        category TEXT NOT NULL CHECK (category IN ('power_supply', 'site_clearing', \
            'power_line', 'heritage', 'housing', 'other')),
        unit_id BIGINT NOT NULL REFERENCES units (id),
        company_id BIGINT REFERENCES companies (id),
        project_id BIGINT REFERENCES projects (id),
        raised_on TEXT NOT NULL CHECK (length(raised_on) = 10),
        description TEXT NOT NULL,
        visit_id BIGINT REFERENCES visits (id),
        search_text TEXT NOT NULL,
        revision INTEGER NOT NULL,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        updated_at TEXT NOT NULL CHECK (length(updated_at) = 27),
        removed_at TEXT CHECK (removed_at IS NULL OR length(removed_at) = 27),
        CHECK (company_id IS NOT NULL OR project_id IS NOT NULL)
    )",
    "CREATE UNIQUE INDEX problems_code_key ON problems (code) WHERE removed_at IS NULL",
    "CREATE INDEX problems_unit_id ON problems (unit_id)",
    "CREATE INDEX problems_company_id ON problems (company_id)",
    "CREATE INDEX problems_project_id ON problems (project_id)",
    "CREATE INDEX problems_visit_id ON problems (visit_id)",
    "CREATE INDEX problems_raised ON problems (raised_on, id)",
    "CREATE TABLE problem_solutions (
        id {id},
        problem_id BIGINT NOT NULL REFERENCES problems (id),
        solved_on TEXT NOT NULL CHECK (length(solved_on) = 10),
        solution TEXT NOT NULL,
        month INTEGER NOT NULL,
        origin_month INTEGER NOT NULL,
        fact_seq BIGINT NOT NULL UNIQUE REFERENCES ledger_facts (seq),
        reversed_by BIGINT REFERENCES ledger_facts (seq),
        reversal_reason TEXT,
        recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 27),
        CHECK ((reversed_by IS NULL) = (reversal_reason IS NULL))
    )",
    "CREATE UNIQUE INDEX problem_solutions_reversed_by_key ON problem_solutions (reversed_by) \
     WHERE reversed_by IS NOT NULL",
    "CREATE INDEX problem_solutions_problem_id ON problem_solutions (problem_id)",
    "CREATE UNIQUE INDEX problem_solutions_once ON problem_solutions (problem_id) \
     WHERE reversed_by IS NULL",
];
