//! `POST /chains/{id}/nodes`

use super::chain_out::ChainOut;
use crate::model::{ChainId, NewNode, NodeId, Strength};
use crate::ops;
use crate::permits::WriteChains;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// A node to enter.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChainNodeIn {
    /// Its name.
    name: String,
    /// The node above it, of the same chain.
    #[schema(value_type = Option<String>)]
    parent_id: Option<NodeId>,
    /// The nodes that it supplies, of the same chain.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    downstream: Vec<NodeId>,
    /// How strong the city is in it.
    strength: Option<Strength>,
    /// A note.
    note: Option<String>,
}

/// Enters a node of a chain.
#[utoipa::path(post, path = "/chains/{id}/nodes", tag = "chains",
    params(("id" = String, Path)), request_body = ChainNodeIn,
    responses((status = 201, body = ChainOut)),
    security(("session" = ["chains.write"])))]
pub(super) async fn create_chain_node(
    State(app): State<App>,
    actor: Allowed<WriteChains>,
    FromPath(id): FromPath<ChainId>,
    Json(node): Json<ChainNodeIn>,
) -> Reply<(StatusCode, Json<ChainOut>)> {
    let new = NewNode {
        name: node.name,
        parent: node.parent_id,
        downstream: node.downstream,
        strength: node.strength,
        note: node.note,
    };
    ops::create_chain_node(&app, &actor, id, new).await?;
    let view = ops::view_chain(&app, id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
