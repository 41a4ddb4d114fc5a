//! `POST /visits/{id}/reversal`

use super::reversal_in::ReversalIn;
use super::visit_out::VisitOut;
use crate::model::VisitId;
use crate::ops;
use crate::permits::WriteVisits;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// Takes a visit back; its code is free again.
#[utoipa::path(post, path = "/visits/{id}/reversal", tag = "visits",
    params(("id" = String, Path)), request_body = ReversalIn,
    responses((status = 200, body = VisitOut)),
    security(("session" = ["visits.write"])))]
pub(super) async fn reverse_visit(
    State(app): State<App>,
    actor: Allowed<WriteVisits>,
    FromPath(id): FromPath<VisitId>,
    Json(reversal): Json<ReversalIn>,
) -> Reply<Json<VisitOut>> {
    let stands = ops::reverse_visit(&app, &actor, id, &reversal.reason).await?;
    Ok(Json(stands.into()))
}
