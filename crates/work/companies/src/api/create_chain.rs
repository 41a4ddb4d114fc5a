//! `POST /chains`

use super::chain_out::ChainOut;
use crate::model::{ChainKind, NewChain};
use crate::ops;
use crate::permits::WriteChains;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Reply};
use serde::Deserialize;

/// A chain to enter.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChainIn {
    /// Its code, which stays.
    code: String,
    /// Its Chinese name.
    name: String,
    /// Its English name.
    #[serde(default)]
    name_en: String,
    /// Whether it has a graph: chain (the default) or direction.
    #[serde(default)]
    kind: ChainKind,
}

/// Enters a chain or a direction.
#[utoipa::path(post, path = "/chains", tag = "chains",
    request_body = ChainIn, responses((status = 201, body = ChainOut)),
    security(("session" = ["chains.write"])))]
pub(super) async fn create_chain(
    State(app): State<App>,
    actor: Allowed<WriteChains>,
    Json(chain): Json<ChainIn>,
) -> Reply<(StatusCode, Json<ChainOut>)> {
    let new = NewChain {
        code: chain.code,
        name: chain.name,
        name_en: chain.name_en,
        kind: chain.kind,
    };
    let created = ops::create_chain(&app, &actor, new).await?;
    let view = ops::view_chain(&app, created.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
