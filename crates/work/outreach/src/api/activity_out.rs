//! How replies show an activity.

use super::booked_out::{BookedOut, CampaignRef};
use super::meeting_out::MeetingOut;
use crate::model::{ActivityId, ActivityKind, LeaderRank};
use crate::ops::{ActivityPage, ActivityView};
use chrono::NaiveDate;
use kernel::Instant;
use orgs::UnitRef;
use serde::Serialize;

/// A division where an activity was held.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct ActivityPlace {
    /// Its code.
    code: String,
    /// Its full name: 江苏省苏州市.
    name: String,
}

impl ActivityPlace {
    fn of(code: String) -> Self {
        let division = orgs::divisions().by_code(&code);
        Self {
            name: division.map_or_else(String::new, |division| division.full_name.clone()),
            code,
        }
    }
}

/// An activity in a list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct ActivityItem {
    /// Its id, `act_…`.
    #[schema(value_type = String)]
    id: ActivityId,
    /// Its code.
    code: String,
    /// Its sort.
    kind: ActivityKind,
    /// Its name.
    name: String,
    /// Its first day.
    begins_on: NaiveDate,
    /// Its last day, where it took several.
    ends_on: Option<NaiveDate>,
    /// Where it was held.
    places: Vec<ActivityPlace>,
    /// Who held it; the first leads.
    organisers: Vec<UnitRef>,
    /// The rank of who led it.
    leader: LeaderRank,
    /// Who called it.
    convener: Option<String>,
    /// The campaign it belongs to.
    campaign: Option<CampaignRef>,
    /// The industrial chain it was about, as given.
    chain: Option<String>,
    /// How many meetings of it stand.
    meeting_count: i64,
    #[serde(flatten)]
    booked: BookedOut,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

/// An activity with its meetings.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct ActivityOut {
    #[serde(flatten)]
    item: ActivityItem,
    /// Its standing meetings, in the order in which they were recorded.
    meetings: Vec<MeetingOut>,
}

impl From<ActivityView> for ActivityItem {
    fn from(view: ActivityView) -> Self {
        let activity = view.activity;
        let record = activity.record;
        Self {
            id: activity.id,
            code: record.code,
            kind: record.kind,
            name: record.name,
            begins_on: record.begins_on,
            ends_on: record.ends_on,
            places: record.places.into_iter().map(ActivityPlace::of).collect(),
            organisers: view.organisers,
            leader: record.leader,
            convener: record.convener,
            campaign: view.campaign.map(CampaignRef::from),
            chain: record.chain,
            meeting_count: view.meetings,
            booked: BookedOut::of(activity.booked, activity.reversal, record.begins_on),
            updated_at: activity.updated_at,
        }
    }
}

impl From<ActivityPage> for ActivityOut {
    fn from(page: ActivityPage) -> Self {
        Self {
            item: page.view.into(),
            meetings: page.meetings.into_iter().map(MeetingOut::from).collect(),
        }
    }
}
