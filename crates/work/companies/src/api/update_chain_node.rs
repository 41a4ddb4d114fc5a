//! `PATCH /chains/{id}/nodes/{node_id}`

use super::chain_out::ChainOut;
use super::given::given;
use crate::model::{ChainId, NodeId, Strength};
use crate::ops::{self, NodeChange};
use crate::permits::WriteChains;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChainNodePatch {
    /// Its name.
    name: Option<String>,
    /// The node above it; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    parent_id: Option<Option<NodeId>>,
    /// All the nodes that it supplies.
    #[schema(value_type = Option<Vec<String>>)]
    downstream: Option<Vec<NodeId>>,
    /// How strong the city is in it; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Strength>)]
    strength: Option<Option<Strength>>,
    /// A note; an empty text takes it away.
    note: Option<String>,
}

/// Changes a node of a chain.
#[utoipa::path(patch, path = "/chains/{id}/nodes/{node_id}", tag = "chains",
    params(("id" = String, Path), ("node_id" = String, Path)), request_body = ChainNodePatch,
    responses((status = 200, body = ChainOut)),
    security(("session" = ["chains.write"])))]
pub(super) async fn update_chain_node(
    State(app): State<App>,
    actor: Allowed<WriteChains>,
    FromPath((id, node)): FromPath<(ChainId, NodeId)>,
    Json(patch): Json<ChainNodePatch>,
) -> Reply<Json<ChainOut>> {
    let change = NodeChange {
        name: patch.name,
        parent: patch.parent_id,
        downstream: patch.downstream,
        strength: patch.strength,
        note: patch.note,
    };
    ops::update_chain_node(&app, &actor, id, node, change).await?;
    Ok(Json(ops::view_chain(&app, id).await?.into()))
}
