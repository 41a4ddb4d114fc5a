//! What an undo needs to know of a record that an import wrote.

use crate::model::{Category, Problem, Roster, Visit};
use chrono::NaiveDate;
use kernel::Outcome;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Of an entry of the roster.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RosterMemo {
    /// The revision that the import left.
    pub revision: i32,
    /// Rule and officer before; none where the import made the entry.
    pub before: Option<(String, String)>,
    /// Whether the import released it.
    pub released: bool,
}

impl RosterMemo {
    pub(super) fn of(after: &Roster, before: Option<&Roster>, released: bool) -> Outcome<Value> {
        Ok(serde_json::to_value(Self {
            revision: after.revision,
            before: before.map(|before| (before.rule.clone(), before.officer.clone())),
            released,
        })?)
    }
}

/// Of a visit.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct VisitMemo {
    /// The revision that the import left.
    pub revision: i32,
    /// The record before; none where the import made it.
    pub before: Option<VisitBefore>,
}

/// A visit's fields that no fact carries.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct VisitBefore {
    pub officer: String,
    pub company: Option<i64>,
    pub project: Option<i64>,
    pub progress: Option<String>,
    pub needs: Option<String>,
}

impl VisitMemo {
    pub(super) fn of(after: &Visit, before: Option<&Visit>) -> Outcome<Value> {
        Ok(serde_json::to_value(Self {
            revision: after.revision,
            before: before.map(|visit| VisitBefore {
                officer: visit.officer.clone(),
                company: visit.party.company_key(),
                project: visit.party.project_key(),
                progress: visit.progress.clone(),
                needs: visit.needs.clone(),
            }),
        })?)
    }
}

/// Of a problem.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ProblemMemo {
    /// The revision that the import left.
    pub revision: i32,
    /// The record before; none where the import made it.
    pub before: Option<ProblemBefore>,
    /// The solution that the import noted.
    pub solution: Option<i64>,
}

/// A problem's fields.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ProblemBefore {
    pub category: Category,
    pub unit: i64,
    pub company: Option<i64>,
    pub project: Option<i64>,
    pub raised_on: NaiveDate,
    pub description: String,
    pub visit: Option<i64>,
    pub solution: Option<String>,
}

impl ProblemMemo {
    pub(super) fn of(after: &Problem, before: Option<&Problem>) -> Outcome<Value> {
        let known = before.and_then(|problem| problem.solution.as_ref());
        let solution = after.solution.as_ref().filter(|_| known.is_none());
        Ok(serde_json::to_value(Self {
            revision: after.revision,
            solution: solution.map(|solution| solution.id),
            before: before.map(|problem| ProblemBefore {
                category: problem.category,
                unit: problem.unit,
                company: problem.party.company_key(),
                project: problem.party.project_key(),
                raised_on: problem.raised_on,
                description: problem.description.clone(),
                visit: problem.visit.as_ref().map(|visit| visit.id.key()),
                solution: known.map(|solution| solution.text.clone()),
            }),
        })?)
    }
}
