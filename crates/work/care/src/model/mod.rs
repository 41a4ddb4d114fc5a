//! What the escort service records, by rules alone: no database, no clock.

mod entries;
mod party;
mod problem;
mod problem_rules;
mod roster;
mod roster_rules;
#[cfg(test)]
mod samples;
mod text;
mod visit;

pub use party::Party;
pub use problem::{Category, Problem, ProblemChange, ProblemId, Solution, VisitRef};
pub use problem_rules::ProblemRefusal;
pub use roster::{Release, Roster, RosterChange, RosterId};
pub use roster_rules::RosterRefusal;
pub use visit::{Mode, Purpose, Visit, VisitChange, VisitId, VisitRefusal};

pub(crate) use entries::{
    Occasion, enrolment_entry, release_entry, solution_entry, source, visit_entry,
};
pub(crate) use problem_rules::{frozen, judge_raising, judge_solution, judge_unsolving};
pub(crate) use roster_rules::{judge_enrolment, judge_release, judge_reopening, one_party};
pub(crate) use text::{
    FIELD_CODES, LONGEST_CODE, LONGEST_NOTE, LONGEST_OFFICER, LONGEST_RULE, code_of, optional,
    required, same_note,
};

use kernel::Month;

/// Where and why a record was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversal {
    /// The fact that took it back.
    pub by: i64,
    /// Why.
    pub reason: String,
}

/// Whether what happened on `day` was booked after its month (补报).
pub(crate) fn is_late(day: chrono::NaiveDate, booked: &ledger::Recorded) -> bool {
    booked
        .origin_month
        .is_some_and(|month| Month::of(day) < month)
}
