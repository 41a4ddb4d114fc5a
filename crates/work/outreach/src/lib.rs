//! Outreach: activities, whom they met and what was signed, campaigns with their goals, and
//! policy documents.
//!
//! An activity has one record, which its organisers share; its meetings refer to it, in the
//! tables and in the journal. A campaign posts nothing: its goals are set against figures.
//!
//! - what may be recorded, by rules alone: `model/`
//! - use cases: `ops/`; each is permission, transaction, load, decide, record, save
//! - workbooks in and out: `import/`
//! - every query: `store/`
//! - endpoints: `api/`
//!
//! **Invariants:** what a fact carries changes only by taking the record back. An activity
//! with standing meetings stands. A project is signed on one trip in the city. No row is
//! deleted.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod api;
mod find;
mod import;
mod model;
mod ops;
mod permits;
mod schema;
mod store;

pub use api::routes;
pub use find::FINDERS;
pub use import::OutreachImporter;
pub use model::{
    Activity, ActivityChange, ActivityId, ActivityKind, ActivityRecord, Booked, Campaign,
    CampaignChange, CampaignId, CampaignRecord, DocumentChange, DocumentNature, DocumentRecord,
    DocumentTheme, Goal, GoalDraft, GoalId, GoalMeasure, GoalUnit, LeaderRank, Meeting, MeetingId,
    MeetingOutcome, MeetingRefusal, NewActivity, NewCampaign, NewGoal, NewPolicyDocument, OurLevel,
    PolicyDocument, PolicyDocumentId, Reversal, TheirLevel,
};
pub use ops::{
    ActivityPage, ActivityQuery, ActivityRefusal, ActivityView, CampaignQuery, CampaignRefusal,
    CampaignView, DocumentQuery, DocumentRefusal, DocumentView, GoalView, MeetingQuery,
    MeetingView, MetCompany, NewMeeting, RecordName, Records, campaign_with_goals, create_activity,
    create_campaign, create_meeting, create_policy_document, delete_campaign, get_activity,
    get_campaign, get_policy_document, list_activities, list_campaigns, list_meetings,
    list_policy_documents, records_of, reverse_activity, reverse_meeting, reverse_policy_document,
    update_activity, update_campaign, update_policy_document,
};
pub use permits::*;
pub use schema::MIGRATIONS;
pub use store::CursorRefusal;

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    [
        ActivityRefusal::CODES,
        MeetingRefusal::CODES,
        CampaignRefusal::CODES,
        DocumentRefusal::CODES,
        CursorRefusal::CODES,
        &model::field_codes(),
        import::OWN_CODES,
    ]
    .concat()
}
