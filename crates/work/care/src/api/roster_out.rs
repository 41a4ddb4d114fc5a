//! How replies show the roster.

use super::project_ref::ProjectRef;
use crate::model::{Roster, RosterId};
use crate::ops::Shown;
use chrono::NaiveDate;
use companies::CompanyRef;
use kernel::{Instant, Month};
use orgs::UnitRef;
use serde::Serialize;

/// One entry of the escort roster: a stay of a company or project on it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct RosterOut {
    /// Its id, `ros_…`.
    #[schema(value_type = String)]
    id: RosterId,
    /// The company, where it is one.
    company: Option<CompanyRef>,
    /// The project, where it is one.
    project: Option<ProjectRef>,
    /// The unit that answers for it.
    unit: UnitRef,
    /// The day it was put on the roster.
    enrolled_on: NaiveDate,
    /// The rule that chose it.
    rule: String,
    /// Who escorts it: a role.
    officer: String,
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
    /// The day it left the roster; null while it is on it.
    released_on: Option<NaiveDate>,
    /// The fact of its leaving.
    release_fact_seq: Option<i64>,
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

impl From<Shown<Roster>> for RosterOut {
    fn from(shown: Shown<Roster>) -> Self {
        let roster = shown.record;
        let release = roster.release.as_ref();
        Self {
            late: roster.is_late(),
            released_on: release.map(|release| release.released_on),
            release_fact_seq: release.map(|release| release.booked.seq),
            id: roster.id,
            company: roster.party.company,
            project: roster.party.project.map(ProjectRef::from),
            unit: shown.unit,
            enrolled_on: roster.enrolled_on,
            rule: roster.rule,
            officer: roster.officer,
            month: roster.booked.month,
            origin_month: roster.booked.origin_month,
            fact_seq: roster.booked.seq,
            reversed: roster.reversal.is_some(),
            reversed_by: roster.reversal.as_ref().map(|reversal| reversal.by),
            reversal_reason: roster.reversal.map(|reversal| reversal.reason),
            recorded_at: roster.recorded_at,
            updated_at: roster.updated_at,
        }
    }
}
