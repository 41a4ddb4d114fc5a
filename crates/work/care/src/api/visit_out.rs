//! How replies show visits.

use super::project_ref::ProjectRef;
use crate::model::{Mode, Purpose, Visit, VisitId};
use crate::ops::Shown;
use chrono::NaiveDate;
use companies::CompanyRef;
use kernel::{Instant, Month};
use orgs::UnitRef;
use serde::Serialize;

/// A visit.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct VisitOut {
    /// Its id, `vis_…`.
    #[schema(value_type = String)]
    id: VisitId,
    /// Its code.
    code: String,
    /// How one met.
    mode: Mode,
    /// What it was for.
    purpose: Purpose,
    /// The day.
    visited_on: NaiveDate,
    /// The unit that made it.
    unit: UnitRef,
    /// Who made it: a role.
    officer: String,
    /// The company.
    company: Option<CompanyRef>,
    /// The project.
    project: Option<ProjectRef>,
    /// What was learnt of the progress.
    progress: Option<String>,
    /// What is needed.
    needs: Option<String>,
    /// The project that the need became.
    lead_project: Option<ProjectRef>,
    /// The code of the opportunity that the need became.
    opportunity: Option<String>,
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
    /// Whether it was taken back.
    reversed: bool,
    /// The fact that took it back.
    reversed_by: Option<i64>,
    /// Why it was taken back.
    reversal_reason: Option<String>,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
    /// When it was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

impl From<Shown<Visit>> for VisitOut {
    fn from(shown: Shown<Visit>) -> Self {
        let visit = shown.record;
        Self {
            late: visit.is_late(),
            id: visit.id,
            code: visit.code,
            mode: visit.mode,
            purpose: visit.purpose,
            visited_on: visit.visited_on,
            unit: shown.unit,
            officer: visit.officer,
            company: visit.party.company,
            project: visit.party.project.map(ProjectRef::from),
            progress: visit.progress,
            needs: visit.needs,
            lead_project: visit.lead.map(ProjectRef::from),
            opportunity: visit.opportunity,
            month: visit.booked.month,
            origin_month: visit.booked.origin_month,
            fact_seq: visit.booked.seq,
            reversed: visit.reversal.is_some(),
            reversed_by: visit.reversal.as_ref().map(|reversal| reversal.by),
            reversal_reason: visit.reversal.map(|reversal| reversal.reason),
            recorded_at: visit.recorded_at,
            updated_at: visit.updated_at,
        }
    }
}
