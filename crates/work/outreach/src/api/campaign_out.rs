//! How replies show a campaign.

use crate::model::{Campaign, CampaignId, GoalMeasure, GoalUnit};
use crate::ops::{CampaignView, GoalView};
use kernel::{Instant, Month};
use ledger::Text;
use serde::Serialize;

/// A campaign in a list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct CampaignItem {
    /// Its id, `cam_…`.
    #[schema(value_type = String)]
    id: CampaignId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// Its first month.
    #[schema(value_type = String)]
    from_month: Month,
    /// Its last month.
    #[schema(value_type = String)]
    until_month: Month,
    /// The document it rests on.
    basis: Option<String>,
    /// How many goals it has.
    goal_count: usize,
    /// When anything of it was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

/// A goal of a campaign.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct GoalOut {
    /// The indicator's code.
    indicator: String,
    /// The indicator's name.
    name: Text,
    /// What the indicator counts in, as printed.
    count_unit: Text,
    /// What of it the goal is set for: its value, or its change since last year.
    measure: GoalMeasure,
    /// What the value is measured in.
    unit: GoalUnit,
    /// The value, in yuan, in percent with one decimal, or a whole number.
    value: String,
    /// The month by whose end it is to be reached.
    #[schema(value_type = String)]
    until_month: Month,
}

/// A campaign with its goals.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct CampaignOut {
    #[serde(flatten)]
    item: CampaignItem,
    /// Its goals, in the order in which they were set.
    goals: Vec<GoalOut>,
    /// How many activities belong to it.
    activity_count: i64,
    /// How many policy documents belong to it.
    document_count: i64,
}

impl From<Campaign> for CampaignItem {
    fn from(campaign: Campaign) -> Self {
        let record = campaign.record;
        Self {
            id: campaign.id,
            code: record.code,
            name: record.name,
            from_month: record.from,
            until_month: record.until,
            basis: record.basis,
            goal_count: campaign.goals.len(),
            updated_at: campaign.updated_at,
        }
    }
}

impl From<GoalView> for GoalOut {
    fn from(view: GoalView) -> Self {
        let draft = view.goal.draft;
        Self {
            value: draft.value_text(),
            indicator: draft.indicator,
            name: view.name,
            count_unit: view.count_unit,
            measure: draft.measure,
            unit: draft.unit,
            until_month: draft.until,
        }
    }
}

impl From<CampaignView> for CampaignOut {
    fn from(view: CampaignView) -> Self {
        Self {
            item: view.campaign.into(),
            goals: view.goals.into_iter().map(GoalOut::from).collect(),
            activity_count: view.references.activities,
            document_count: view.references.documents,
        }
    }
}
