//! `GET /campaigns/{id}`

use super::campaign_out::CampaignOut;
use crate::model::CampaignId;
use crate::ops;
use crate::permits::ReadCampaigns;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One campaign with its goals.
#[utoipa::path(get, path = "/campaigns/{id}", tag = "campaigns",
    params(("id" = String, Path)), responses((status = 200, body = CampaignOut)),
    security(("session" = ["campaigns.read"])))]
pub(super) async fn get_campaign(
    State(app): State<App>,
    actor: Allowed<ReadCampaigns>,
    FromPath(id): FromPath<CampaignId>,
) -> Reply<Json<CampaignOut>> {
    Ok(Json(ops::get_campaign(&app, &actor, id).await?.into()))
}
