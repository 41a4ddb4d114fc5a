//! `POST /campaigns`

use super::campaign_out::CampaignOut;
use super::goal_in::GoalIn;
use crate::model::{NewCampaign, NewGoal};
use crate::ops;
use crate::permits::WriteCampaigns;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Reply};
use kernel::Month;
use serde::Deserialize;

/// A campaign to be set up.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CampaignIn {
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
    /// Its goals.
    #[serde(default)]
    goals: Vec<GoalIn>,
}

/// Sets a campaign up with its goals.
#[utoipa::path(post, path = "/campaigns", tag = "campaigns",
    request_body = CampaignIn, responses((status = 201, body = CampaignOut)),
    security(("session" = ["campaigns.write"])))]
pub(super) async fn create_campaign(
    State(app): State<App>,
    actor: Allowed<WriteCampaigns>,
    Json(new): Json<CampaignIn>,
) -> Reply<(StatusCode, Json<CampaignOut>)> {
    let goals = new.goals.into_iter().map(NewGoal::from).collect();
    let new = NewCampaign {
        code: new.code,
        name: new.name,
        from: new.from_month,
        until: new.until_month,
        basis: new.basis,
    };
    let created = ops::create_campaign(&app, &actor, new, goals).await?;
    let view = ops::campaign_view(&app, created.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
