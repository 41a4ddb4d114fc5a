//! Putting a project on a list, and taking it off.

use super::record_milestone::{NewMilestone, record_milestone};
use crate::model::{ListName, MilestoneKind, MilestoneRefusal, Project, ProjectId};
use crate::permits::WriteProjects;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use kernel::Outcome;
use serde::Deserialize;

/// Onto a list or off it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListingAct {
    /// Onto it.
    List,
    /// Off it.
    Unlist,
}

/// A change of a list.
#[derive(Debug, Clone)]
pub struct NewListing {
    /// The list.
    pub list: ListName,
    /// The day.
    pub on: NaiveDate,
    /// Which way.
    pub act: ListingAct,
}

/// Puts a project on a list or takes it off; each is a recognised milestone.
///
/// # Errors
/// As [`record_milestone`]; [`MilestoneRefusal::WitnessedStays`].
pub async fn record_listing(
    app: &App,
    actor: &Allowed<WriteProjects>,
    id: ProjectId,
    listing: NewListing,
) -> Outcome<Project> {
    let kind = match (listing.list, listing.act) {
        (ListName::Witnessed, ListingAct::List) => MilestoneKind::Witnessed,
        (ListName::Witnessed, ListingAct::Unlist) => {
            return Err(MilestoneRefusal::WitnessedStays.into());
        }
        (ListName::Pushed, ListingAct::List) => MilestoneKind::Listed,
        (ListName::Pushed, ListingAct::Unlist) => MilestoneKind::Unlisted,
    };
    let milestone = NewMilestone {
        kind,
        occurred_on: listing.on,
        evidence: None,
    };
    record_milestone(app, actor, id, milestone).await
}
