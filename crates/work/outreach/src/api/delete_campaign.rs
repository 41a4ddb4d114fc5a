//! `DELETE /campaigns/{id}`

use crate::model::CampaignId;
use crate::ops;
use crate::permits::WriteCampaigns;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Reply};

/// Takes a campaign out of the register, unless activities or documents belong to it.
#[utoipa::path(delete, path = "/campaigns/{id}", tag = "campaigns",
    params(("id" = String, Path)), responses((status = 204)),
    security(("session" = ["campaigns.write"])))]
pub(super) async fn delete_campaign(
    State(app): State<App>,
    actor: Allowed<WriteCampaigns>,
    FromPath(id): FromPath<CampaignId>,
) -> Reply<StatusCode> {
    ops::delete_campaign(&app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
