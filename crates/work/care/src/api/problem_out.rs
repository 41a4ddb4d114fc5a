//! How replies show problems.

use super::project_ref::ProjectRef;
use crate::model::{Category, Problem, ProblemId, Solution, VisitRef};
use crate::ops::Shown;
use chrono::NaiveDate;
use companies::CompanyRef;
use kernel::{Instant, Month};
use orgs::UnitRef;
use serde::Serialize;

/// A problem of a company or project.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ProblemOut {
    /// Its id, `prb_…`.
    #[schema(value_type = String)]
    id: ProblemId,
    /// Its code.
    code: String,
    /// What it is about.
    category: Category,
    /// The unit that has to solve it.
    unit: UnitRef,
    /// The company.
    company: Option<CompanyRef>,
    /// The project.
    project: Option<ProjectRef>,
    /// The day it was raised.
    raised_on: NaiveDate,
    /// What it is.
    description: String,
    /// The visit it came from.
    visit: Option<VisitRef>,
    /// How it was solved; null while it is open.
    solution: Option<SolutionOut>,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
    /// When it was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

/// That a problem was solved.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct SolutionOut {
    /// The day.
    solved_on: NaiveDate,
    /// How.
    solution: String,
    /// The month in which it was booked.
    #[schema(value_type = String)]
    month: Month,
    /// The month it belongs to; null before the books (期初).
    #[schema(value_type = Option<String>)]
    origin_month: Option<Month>,
    /// Whether it was handed in after its month (补报).
    late: bool,
    /// Its fact.
    fact_seq: i64,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
}

impl From<Solution> for SolutionOut {
    fn from(solution: Solution) -> Self {
        Self {
            late: solution.is_late(),
            solved_on: solution.solved_on,
            solution: solution.text,
            month: solution.booked.month,
            origin_month: solution.booked.origin_month,
            fact_seq: solution.booked.seq,
            recorded_at: solution.recorded_at,
        }
    }
}

impl From<Shown<Problem>> for ProblemOut {
    fn from(shown: Shown<Problem>) -> Self {
        let problem = shown.record;
        Self {
            id: problem.id,
            code: problem.code,
            category: problem.category,
            unit: shown.unit,
            company: problem.party.company,
            project: problem.party.project.map(ProjectRef::from),
            raised_on: problem.raised_on,
            description: problem.description,
            visit: problem.visit,
            solution: problem.solution.map(SolutionOut::from),
            recorded_at: problem.recorded_at,
            updated_at: problem.updated_at,
        }
    }
}
