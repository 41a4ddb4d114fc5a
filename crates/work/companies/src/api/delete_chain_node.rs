//! `DELETE /chains/{id}/nodes/{node_id}`

use crate::model::{ChainId, NodeId};
use crate::ops;
use crate::permits::WriteChains;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Reply};

/// Takes a node out of a chain, where no other node and no target refers to it.
#[utoipa::path(delete, path = "/chains/{id}/nodes/{node_id}", tag = "chains",
    params(("id" = String, Path), ("node_id" = String, Path)),
    responses((status = 204)),
    security(("session" = ["chains.write"])))]
pub(super) async fn delete_chain_node(
    State(app): State<App>,
    actor: Allowed<WriteChains>,
    FromPath((id, node)): FromPath<(ChainId, NodeId)>,
) -> Reply<StatusCode> {
    ops::delete_chain_node(&app, &actor, id, node).await?;
    Ok(StatusCode::NO_CONTENT)
}
