//! Care, the escort service (护商): the roster of projects and companies, visits to them, and
//! their problems.
//!
//! What counts is that a project or company is on the roster, that a visit was made, that a
//! problem was solved: each is a fact of the journal. What a visit learnt, who made it and
//! how a problem was solved are the records' own and may be changed.
//!
//! - use cases: `ops/`; what may be recorded, by rules alone: `model/`
//! - workbooks in and out: `import/`
//! - every query: `store/`
//! - endpoints: `api/`
//!
//! **Invariants:** a company or project is on the roster once at a time. Whatever a fact
//! carries changes only by a reversal. No row is deleted. Officers are roles, never persons.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod api;
mod import;
mod model;
mod ops;
mod permits;
mod schema;
mod store;

pub use api::routes;
pub use import::CareImporter;
pub use model::{
    Category, Mode, Party, Problem, ProblemChange, ProblemId, ProblemRefusal, Purpose, Release,
    Reversal, Roster, RosterChange, RosterId, RosterRefusal, Solution, Visit, VisitChange, VisitId,
    VisitRef, VisitRefusal,
};
pub use ops::{
    CareRecords, NewProblem, NewRoster, NewSolution, NewVisit, ProblemQuery, RosterQuery, Shown,
    VisitQuery, create_problem, create_visit, enrol_roster, get_problem, get_roster, get_visit,
    list_problems, list_rosters, list_visits, need_to_opportunity, records_of, release_roster,
    reverse_problem, reverse_roster, reverse_visit, solve_problem, update_problem, update_roster,
    update_visit,
};
pub use permits::*;
pub use schema::MIGRATIONS;
pub use store::PartyKind;

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    [
        RosterRefusal::CODES,
        VisitRefusal::CODES,
        ProblemRefusal::CODES,
        model::FIELD_CODES,
        import::OWN_CODES,
    ]
    .concat()
}
