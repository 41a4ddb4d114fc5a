//! Use cases, one per file. Endpoints, commands and imports enter here.

mod activity_view;
mod book_activities;
mod book_documents;
mod book_meetings;
mod campaign_with_goals;
mod create_activity;
mod create_campaign;
mod create_meeting;
mod create_policy_document;
mod delete_campaign;
mod get_activity;
mod get_campaign;
mod get_policy_document;
mod indicator;
mod known_campaign;
mod list_activities;
mod list_campaigns;
mod list_meetings;
mod list_policy_documents;
mod meeting_view;
mod records_of;
mod reverse_activity;
mod reverse_meeting;
mod reverse_policy_document;
mod update_activity;
mod update_campaign;
mod update_policy_document;

pub use activity_view::ActivityView;
pub use campaign_with_goals::campaign_with_goals;
pub use create_activity::create_activity;
pub use create_campaign::create_campaign;
pub use create_meeting::{MetCompany, NewMeeting, create_meeting};
pub use create_policy_document::create_policy_document;
pub use delete_campaign::delete_campaign;
pub use get_activity::{ActivityPage, get_activity};
pub use get_campaign::{CampaignView, GoalView, get_campaign};
pub use get_policy_document::{DocumentView, get_policy_document};
pub use list_activities::{ActivityQuery, list_activities};
pub use list_campaigns::{CampaignQuery, list_campaigns};
pub use list_meetings::{MeetingQuery, list_meetings};
pub use list_policy_documents::{DocumentQuery, list_policy_documents};
pub use meeting_view::MeetingView;
pub use records_of::{RecordName, Records, records_of};
pub use reverse_activity::reverse_activity;
pub use reverse_meeting::reverse_meeting;
pub use reverse_policy_document::reverse_policy_document;
pub use update_activity::update_activity;
pub use update_campaign::update_campaign;
pub use update_policy_document::update_policy_document;

pub(crate) use book_activities::book_activities;
pub(crate) use book_documents::book_documents;
pub(crate) use book_meetings::{MeetingBooking, book_meetings, take_back_meetings};
pub(crate) use get_activity::activity_page;
pub(crate) use get_campaign::campaign_view;
pub(crate) use get_policy_document::{document_view, seen_by};
pub(crate) use indicator::indicator_named;
pub(crate) use meeting_view::meeting_view;
pub(crate) use reverse_activity::take_back_activities;
pub(crate) use reverse_policy_document::take_back_documents;
pub(crate) use update_activity::rewritten as rewritten_activity;
pub(crate) use update_policy_document::rewritten as rewritten_document;

kernel::refusals! {
    /// Why something was not done with an activity.
    pub enum ActivityRefusal {
        /// There is no such activity, or it is none of the caller's.
        Unknown = (NotFound, "activities.unknown"),
        /// Another activity has this code.
        CodeTaken { code: String } = (Conflict, "activities.code_taken"),
        /// The caller may not record for this unit.
        ForeignUnit { unit: String } = (Forbidden, "activities.foreign_unit"),
        /// Meetings of the activity stand: they are taken back first, or all together.
        HasMeetings { meetings: i64 } = (Conflict, "activities.has_meetings"),
        /// The activity was taken back already.
        AlreadyReversed = (Conflict, "activities.already_reversed"),
        /// Taking back names its reason.
        NoReason = (Invalid, "activities.no_reason"),
    }
}

kernel::refusals! {
    /// Why something was not done with a campaign.
    pub enum CampaignRefusal {
        /// There is no such campaign.
        Unknown = (NotFound, "campaigns.unknown"),
        /// Another campaign has this code.
        CodeTaken { code: String } = (Conflict, "campaigns.code_taken"),
        /// Activities or policy documents belong to it.
        ReferredTo { activities: i64, documents: i64 } = (Conflict, "campaigns.referred_to"),
    }
}

kernel::refusals! {
    /// Why something was not done with a policy document.
    pub enum DocumentRefusal {
        /// There is no such document, or it is none of the caller's.
        Unknown = (NotFound, "policy_documents.unknown"),
        /// Another document has this number.
        NumberTaken { number: String } = (Conflict, "policy_documents.number_taken"),
        /// The caller may not record for this unit.
        ForeignUnit { unit: String } = (Forbidden, "policy_documents.foreign_unit"),
        /// The document was taken back already.
        AlreadyReversed = (Conflict, "policy_documents.already_reversed"),
        /// Taking back names its reason.
        NoReason = (Invalid, "policy_documents.no_reason"),
    }
}
