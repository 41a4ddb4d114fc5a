//! `POST /opportunities`

use super::opportunity_out::OpportunityOut;
use crate::model::{Category, NewOpportunity};
use crate::ops;
use crate::permits::WriteOpportunities;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use kernel::Money;
use serde::Deserialize;

/// An opportunity to put in stock.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OpportunityIn {
    /// Its code, unique.
    code: String,
    /// Its name.
    name: String,
    /// Its category.
    category: Category,
    /// The unit that plans it, by code or name.
    unit: String,
    /// Its industrial chain.
    chain: Option<String>,
    /// What is to be invested, in yuan.
    #[schema(value_type = Option<String>)]
    investment: Option<Money>,
    /// The day it was planned.
    reserved_on: NaiveDate,
    /// What it is about.
    content: Option<String>,
}

/// Puts an opportunity in stock: it counts from that day on.
#[utoipa::path(post, path = "/opportunities", tag = "opportunities",
    request_body = OpportunityIn, responses((status = 201, body = OpportunityOut)),
    security(("session" = ["opportunities.write"])))]
pub(super) async fn create_opportunity(
    State(app): State<App>,
    actor: Allowed<WriteOpportunities>,
    Json(opportunity): Json<OpportunityIn>,
) -> Reply<(StatusCode, Json<OpportunityOut>)> {
    let new = NewOpportunity {
        code: opportunity.code,
        name: opportunity.name,
        category: opportunity.category,
        unit: opportunity.unit,
        chain: opportunity.chain,
        investment: opportunity.investment,
        reserved_on: opportunity.reserved_on,
        content: opportunity.content,
    };
    let created = ops::create_opportunity(&app, &actor, new).await?;
    let view = ops::view_opportunity(&app, &actor, created.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
