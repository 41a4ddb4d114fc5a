//! `GET /campaigns`

use super::campaign_out::CampaignItem;
use crate::ops::{self, CampaignQuery};
use crate::permits::ReadCampaigns;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Month, Page, PageQuery};
use serde::Deserialize;

/// Which campaigns.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct CampaignsQuery {
    /// Those whose window holds this month.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
    /// Those whose code or name hold this.
    q: Option<String>,
}

/// The city's campaigns, those that began last first.
#[utoipa::path(get, path = "/campaigns", tag = "campaigns",
    params(CampaignsQuery, PageQuery), responses((status = 200, body = Page<CampaignItem>)),
    security(("session" = ["campaigns.read"])))]
pub(super) async fn list_campaigns(
    State(app): State<App>,
    actor: Allowed<ReadCampaigns>,
    Query(query): Query<CampaignsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<CampaignItem>>> {
    let query = CampaignQuery {
        month: query.month,
        q: query.q,
    };
    let found = ops::list_campaigns(&app, &actor, query, &page).await?;
    Ok(Json(found.map(CampaignItem::from)))
}
