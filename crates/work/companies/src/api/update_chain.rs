//! `PATCH /chains/{id}`

use super::chain_out::ChainOut;
use crate::model::{ChainChange, ChainId, ChainKind};
use crate::ops;
use crate::permits::WriteChains;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChainPatch {
    /// Its Chinese name.
    name: Option<String>,
    /// Its English name; an empty text takes it away.
    name_en: Option<String>,
    /// Whether it has a graph.
    kind: Option<ChainKind>,
    /// Whether it stays 假定; false where absent, for an office has looked at it.
    assumed: Option<bool>,
}

/// Changes a chain.
#[utoipa::path(patch, path = "/chains/{id}", tag = "chains",
    params(("id" = String, Path)), request_body = ChainPatch,
    responses((status = 200, body = ChainOut)),
    security(("session" = ["chains.write"])))]
pub(super) async fn update_chain(
    State(app): State<App>,
    actor: Allowed<WriteChains>,
    FromPath(id): FromPath<ChainId>,
    Json(patch): Json<ChainPatch>,
) -> Reply<Json<ChainOut>> {
    let change = ChainChange {
        name: patch.name,
        name_en: patch.name_en,
        kind: patch.kind,
        assumed: patch.assumed,
    };
    ops::update_chain(&app, &actor, id, change).await?;
    Ok(Json(ops::view_chain(&app, id).await?.into()))
}
