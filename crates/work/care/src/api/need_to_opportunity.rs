//! `POST /visits/{id}/opportunity`

use super::visit_out::VisitOut;
use crate::model::VisitId;
use crate::ops;
use crate::permits::WriteVisits;
use axum::extract::State;
use axum::http::StatusCode;
use channels::{Category, NewOpportunity, WriteOpportunities};
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use kernel::Money;
use serde::Deserialize;

/// The opportunity that a need becomes.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NeedIn {
    /// The opportunity's code, unique.
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

/// Plans an opportunity of the need that a visit notes; whoever may write visits and
/// opportunities may do so.
#[utoipa::path(post, path = "/visits/{id}/opportunity", tag = "visits",
    params(("id" = String, Path)), request_body = NeedIn,
    responses((status = 201, body = VisitOut)),
    security(("session" = ["visits.write"])))]
pub(super) async fn need_to_opportunity(
    State(app): State<App>,
    actor: Allowed<WriteVisits>,
    planner: Allowed<WriteOpportunities>,
    FromPath(id): FromPath<VisitId>,
    Json(need): Json<NeedIn>,
) -> Reply<(StatusCode, Json<VisitOut>)> {
    let new = NewOpportunity {
        code: need.code,
        name: need.name,
        category: need.category,
        unit: need.unit,
        chain: need.chain,
        investment: need.investment,
        reserved_on: need.reserved_on,
        content: need.content,
    };
    let visit = ops::need_to_opportunity(&app, &actor, &planner, id, new).await?;
    Ok((StatusCode::CREATED, Json(visit.into())))
}
