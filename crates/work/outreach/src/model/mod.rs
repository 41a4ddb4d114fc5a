//! What activities, meetings, campaigns and documents are and what may be recorded of them,
//! by rules alone: no database, no clock.

mod activity;
mod booked;
mod campaign;
mod difference;
mod document;
mod entries;
mod goal;
mod meeting;
#[cfg(test)]
mod samples;
mod text;
mod words;

pub use activity::{Activity, ActivityChange, ActivityId, ActivityRecord, NewActivity};
pub use booked::{Booked, Reversal};
pub use campaign::{Campaign, CampaignChange, CampaignId, CampaignRecord, NewCampaign};
pub use document::{
    DocumentChange, DocumentRecord, NewPolicyDocument, PolicyDocument, PolicyDocumentId,
};
pub use goal::{Goal, GoalDraft, GoalId, NewGoal};
pub use meeting::{Meeting, MeetingId, MeetingRefusal};
pub use words::{
    ActivityKind, DocumentNature, DocumentTheme, GoalMeasure, GoalUnit, LeaderRank, MeetingOutcome,
    OurLevel, TheirLevel,
};

pub(crate) use activity::check_activity;
pub(crate) use campaign::{campaign_differences, check_campaign, check_goals};
pub(crate) use difference::{Difference, activity_differences, document_differences};
pub(crate) use document::check_document;
pub(crate) use entries::{held_entry, issued_entry, met_entry, source, trip_signed_entry};
pub(crate) use goal::{GoalRefusal, judge_until, unit_of};
pub(crate) use meeting::{Party, ProjectCase, judge_meeting, met_kind};
pub(crate) use text::document_number;

/// The codes of fields that this crate refuses.
pub(crate) fn field_codes() -> Vec<&'static str> {
    [
        activity::FIELD_CODES,
        campaign::FIELD_CODES,
        document::FIELD_CODES,
        goal::CODES,
    ]
    .concat()
}
