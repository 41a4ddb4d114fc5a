//! `GET /visits/{id}`

use super::visit_out::VisitOut;
use crate::model::VisitId;
use crate::ops;
use crate::permits::ReadVisits;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One visit.
#[utoipa::path(get, path = "/visits/{id}", tag = "visits",
    params(("id" = String, Path)), responses((status = 200, body = VisitOut)),
    security(("session" = ["visits.read"])))]
pub(super) async fn get_visit(
    State(app): State<App>,
    actor: Allowed<ReadVisits>,
    FromPath(id): FromPath<VisitId>,
) -> Reply<Json<VisitOut>> {
    Ok(Json(ops::get_visit(&app, &actor, id).await?.into()))
}
