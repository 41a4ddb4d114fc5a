//! `GET /facts/{seq}`: a fact with its hashes.

use crate::model::FactOut;
use crate::ops;
use crate::permits::ReadLineage;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};

/// A fact of the journal: what was recorded, by whom, and the hashes that chain it.
#[utoipa::path(get, path = "/facts/{seq}", tag = "figures",
    params(("seq" = i64, Path, description = "Its place in the journal")),
    responses((status = 200, body = FactOut)),
    security(("session" = [ReadLineage::PERMISSION.0])))]
pub(crate) async fn get_fact(
    State(app): State<App>,
    actor: Allowed<ReadLineage>,
    FromPath(seq): FromPath<i64>,
) -> Reply<Json<FactOut>> {
    Ok(Json(ops::get_fact(&app, &actor, seq).await?))
}
