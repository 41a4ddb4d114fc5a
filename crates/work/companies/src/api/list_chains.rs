//! `GET /chains`

use super::chain_out::ChainItem;
use crate::ops;
use crate::permits::ReadChains;
use axum::extract::State;
use http_base::{Allowed, App, Json, Reply};
use serde::Serialize;

/// All chains, in the order of entry.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ChainsOut {
    /// The chains and directions.
    items: Vec<ChainItem>,
}

/// The city's industry chains, with their nodes by strength and their targets.
#[utoipa::path(get, path = "/chains", tag = "chains",
    responses((status = 200, body = ChainsOut)),
    security(("session" = ["chains.read"])))]
pub(super) async fn list_chains(
    State(app): State<App>,
    actor: Allowed<ReadChains>,
) -> Reply<Json<ChainsOut>> {
    let chains = ops::list_chains(&app, &actor).await?.into_iter();
    Ok(Json(ChainsOut {
        items: chains.map(ChainItem::from).collect(),
    }))
}
