//! `GET /campaign-progress`: a campaign's goals and what has been reached of them.

use crate::model::GoalProgress;
use crate::ops;
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::Month;
use ledger::Text;
use outreach::{CampaignId, GoalMeasure};
use serde::{Deserialize, Serialize};

/// Which campaign, and when.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ProgressQuery {
    /// The campaign's code.
    campaign: String,
    /// The month at whose end it is looked at, YYYY-MM; the last closed month when absent.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
}

/// A campaign with what has been reached of its goals.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CampaignProgressOut {
    /// The campaign's id.
    #[schema(value_type = String)]
    id: CampaignId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// Its first month.
    #[schema(value_type = String)]
    from: Month,
    /// Its last month.
    #[schema(value_type = String)]
    until: Month,
    /// The document it rests on.
    basis: Option<String>,
    /// Its goals, in their order.
    goals: Vec<GoalProgressOut>,
}

/// A goal with what has been reached of it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GoalProgressOut {
    /// The indicator's code.
    indicator: String,
    /// Its name.
    name: Text,
    /// What of it the goal is set for.
    measure: GoalMeasure,
    /// What is to be reached, as print has it.
    wanted: String,
    /// The month by whose end it is to be reached.
    #[schema(value_type = String)]
    until: Month,
    /// The first of the months that were looked at; null where the campaign has not begun.
    #[schema(value_type = Option<String>)]
    from_month: Option<Month>,
    /// The last of them.
    #[schema(value_type = Option<String>)]
    month: Option<Month>,
    /// What has been reached, as print has it; null where there is no figure.
    reached: Option<String>,
    /// Whether the goal is reached, by exact comparison; null where there is no figure.
    is_reached: Option<bool>,
}

impl From<GoalProgress> for GoalProgressOut {
    fn from(progress: GoalProgress) -> Self {
        let draft = progress.goal.draft;
        Self {
            indicator: draft.indicator,
            name: Text {
                zh: progress.name_zh,
                en: progress.name_en,
            },
            measure: draft.measure,
            wanted: progress.wanted,
            until: draft.until,
            from_month: progress.window.map(|window| window.from),
            month: progress.window.map(|window| window.month),
            reached: progress.reached,
            is_reached: progress.is_reached,
        }
    }
}

/// A campaign's goals and what has been reached of them.
#[utoipa::path(get, path = "/campaign-progress", tag = "figures", params(ProgressQuery),
    responses((status = 200, body = CampaignProgressOut)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn get_campaign_progress(
    State(app): State<App>,
    actor: Allowed<ReadFigures>,
    Query(query): Query<ProgressQuery>,
) -> Reply<Json<CampaignProgressOut>> {
    let found = ops::get_campaign_progress(&app, &actor, &query.campaign, query.month).await?;
    let record = found.campaign.record;
    Ok(Json(CampaignProgressOut {
        id: found.campaign.id,
        code: record.code,
        name: record.name,
        from: record.from,
        until: record.until,
        basis: record.basis,
        goals: found.goals.into_iter().map(GoalProgressOut::from).collect(),
    }))
}
