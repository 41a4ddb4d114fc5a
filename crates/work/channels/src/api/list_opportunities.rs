//! `GET /opportunities`

use super::opportunity_out::OpportunityItem;
use crate::model::Category;
use crate::ops::{self, OpportunityQuery};
use crate::permits::ReadOpportunities;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use serde::Deserialize;

/// Which opportunities.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct OpportunitiesQuery {
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those of this category.
    category: Option<Category>,
    /// Those that were published, or those that were not.
    published: Option<bool>,
    /// Those that have left the stock, or those that have not.
    closed: Option<bool>,
    /// Those whose code, name, chain or content hold this.
    q: Option<String>,
}

/// Opportunities (储备项目) of one's scope, by code.
#[utoipa::path(get, path = "/opportunities", tag = "opportunities",
    params(OpportunitiesQuery, PageQuery),
    responses((status = 200, body = Page<OpportunityItem>)),
    security(("session" = ["opportunities.read"])))]
pub(super) async fn list_opportunities(
    State(app): State<App>,
    actor: Allowed<ReadOpportunities>,
    Query(query): Query<OpportunitiesQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<OpportunityItem>>> {
    let query = OpportunityQuery {
        unit: query.unit,
        category: query.category,
        published: query.published,
        closed: query.closed,
        q: query.q,
    };
    let found = ops::list_opportunities(&app, &actor, query, &page).await?;
    Ok(Json(found.map(OpportunityItem::from)))
}
