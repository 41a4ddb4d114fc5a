//! `PATCH /targets/{id}`

use super::given::given;
use super::target_out::TargetOut;
use crate::model::{ChainId, NodeId, TargetId};
use crate::ops::{self, TargetChange};
use crate::permits::WriteTargets;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays. The rest is recognised.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetPatch {
    /// The chain it is wanted for; with another chain it has no node unless one is given.
    #[schema(value_type = Option<String>)]
    chain_id: Option<ChainId>,
    /// The node of that chain; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    node_id: Option<Option<NodeId>>,
}

/// Moves a target on the chains.
#[utoipa::path(patch, path = "/targets/{id}", tag = "targets",
    params(("id" = String, Path)), request_body = TargetPatch,
    responses((status = 200, body = TargetOut)),
    security(("session" = ["targets.write"])))]
pub(super) async fn update_target(
    State(app): State<App>,
    actor: Allowed<WriteTargets>,
    FromPath(id): FromPath<TargetId>,
    Json(patch): Json<TargetPatch>,
) -> Reply<Json<TargetOut>> {
    let change = TargetChange {
        chain: patch.chain_id,
        node: patch.node_id,
    };
    ops::update_target(&app, &actor, id, change).await?;
    Ok(Json(ops::view_target(&app, id).await?.into()))
}
