//! `GET /chains/{id}`

use super::chain_out::ChainOut;
use crate::model::ChainId;
use crate::ops;
use crate::permits::ReadChains;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One chain with its graph.
#[utoipa::path(get, path = "/chains/{id}", tag = "chains",
    params(("id" = String, Path)), responses((status = 200, body = ChainOut)),
    security(("session" = ["chains.read"])))]
pub(super) async fn get_chain(
    State(app): State<App>,
    actor: Allowed<ReadChains>,
    FromPath(id): FromPath<ChainId>,
) -> Reply<Json<ChainOut>> {
    Ok(Json(ops::get_chain(&app, &actor, id).await?.into()))
}
