//! `PATCH /campaigns/{id}`

use super::campaign_out::CampaignOut;
use super::goal_in::GoalIn;
use crate::model::{CampaignChange, CampaignId, NewGoal};
use crate::ops;
use crate::permits::WriteCampaigns;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use kernel::Month;
use serde::Deserialize;

/// What is to change; what is absent stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CampaignPatch {
    /// Its name.
    name: Option<String>,
    /// Its first month.
    #[schema(value_type = Option<String>)]
    from_month: Option<Month>,
    /// Its last month.
    #[schema(value_type = Option<String>)]
    until_month: Option<Month>,
    /// The document it rests on; an empty text takes it away.
    basis: Option<String>,
    /// All its goals.
    goals: Option<Vec<GoalIn>>,
}

/// Changes a campaign and its goals.
#[utoipa::path(patch, path = "/campaigns/{id}", tag = "campaigns",
    params(("id" = String, Path)), request_body = CampaignPatch,
    responses((status = 200, body = CampaignOut)),
    security(("session" = ["campaigns.write"])))]
pub(super) async fn update_campaign(
    State(app): State<App>,
    actor: Allowed<WriteCampaigns>,
    FromPath(id): FromPath<CampaignId>,
    Json(patch): Json<CampaignPatch>,
) -> Reply<Json<CampaignOut>> {
    let goals = patch.goals;
    let change = CampaignChange {
        name: patch.name,
        from: patch.from_month,
        until: patch.until_month,
        basis: patch.basis,
        goals: goals.map(|goals| goals.into_iter().map(NewGoal::from).collect()),
    };
    ops::update_campaign(&app, &actor, id, change).await?;
    let view = ops::campaign_view(&app, id).await?;
    Ok(Json(view.into()))
}
