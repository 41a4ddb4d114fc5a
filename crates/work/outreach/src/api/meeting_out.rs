//! How replies show a meeting.

use super::booked_out::BookedOut;
use crate::model::{ActivityId, ActivityKind, MeetingId, MeetingOutcome, OurLevel, TheirLevel};
use crate::ops::MeetingView;
use chrono::NaiveDate;
use companies::CompanyRef;
use projects::{ProjectId, ProjectName};
use serde::Serialize;

/// The activity that a meeting was a part of.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct ActivityRef {
    /// Its id, `act_…`.
    #[schema(value_type = String)]
    id: ActivityId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// Its sort.
    kind: ActivityKind,
    /// Its first day.
    begins_on: NaiveDate,
}

/// The project that a meeting names.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct MetProject {
    /// Its id, `prj_…`.
    #[schema(value_type = String)]
    id: ProjectId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
}

impl From<ProjectName> for MetProject {
    fn from(named: ProjectName) -> Self {
        Self {
            id: named.id,
            code: named.code,
            name: named.name,
        }
    }
}

/// That a company or a project was met at an activity.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct MeetingOut {
    /// Its id, `mtg_…`.
    #[schema(value_type = String)]
    id: MeetingId,
    /// The activity.
    activity: ActivityRef,
    /// The company that was met.
    company: Option<CompanyRef>,
    /// The project: what came out of it, or, without a company, whose people were met.
    project: Option<MetProject>,
    /// Who met them.
    our_level: OurLevel,
    /// Who was met.
    their_level: TheirLevel,
    /// What came out of it.
    outcome: MeetingOutcome,
    /// The fact of the signing, where one came out of it.
    signing_seq: Option<i64>,
    #[serde(flatten)]
    booked: BookedOut,
}

impl From<MeetingView> for MeetingOut {
    fn from(view: MeetingView) -> Self {
        let meeting = view.meeting;
        let activity = view.activity;
        let day = activity.record.begins_on;
        Self {
            id: meeting.id,
            activity: ActivityRef {
                id: activity.id,
                code: activity.record.code,
                name: activity.record.name,
                kind: activity.record.kind,
                begins_on: day,
            },
            company: view.company,
            project: view.project.map(MetProject::from),
            our_level: meeting.our_level,
            their_level: meeting.their_level,
            outcome: meeting.outcome,
            signing_seq: meeting.signing_seq,
            booked: BookedOut::of(meeting.booked, meeting.reversal, day),
        }
    }
}
