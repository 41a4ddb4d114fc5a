//! `GET /targets`

use super::target_out::TargetOut;
use crate::model::{ChainId, NodeId, Recommender};
use crate::ops::{self, TargetQuery};
use crate::permits::ReadTargets;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use serde::Deserialize;

/// Which targets.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct TargetsQuery {
    /// Those wanted for this chain, by id.
    #[param(value_type = Option<String>)]
    chain: Option<ChainId>,
    /// Those wanted for this node, by id.
    #[param(value_type = Option<String>)]
    node: Option<NodeId>,
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those of this list.
    batch: Option<String>,
    /// Those that this recommended: agency, `local_company`, department.
    recommended_by: Option<Recommender>,
    /// True: those that stand on the list. False: those that were given up.
    standing: Option<bool>,
    /// Those whose company's name holds this.
    q: Option<String>,
}

/// The city's target companies, newest first, whatever the caller's own unit.
#[utoipa::path(get, path = "/targets", tag = "targets",
    params(TargetsQuery, PageQuery), responses((status = 200, body = Page<TargetOut>)),
    security(("session" = ["targets.read"])))]
pub(super) async fn list_targets(
    State(app): State<App>,
    actor: Allowed<ReadTargets>,
    Query(query): Query<TargetsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<TargetOut>>> {
    let query = TargetQuery {
        chain: query.chain,
        node: query.node,
        unit: query.unit,
        batch: query.batch,
        recommended_by: query.recommended_by,
        standing: query.standing,
        q: query.q,
    };
    let found = ops::list_targets(&app, &actor, query, &page).await?;
    Ok(Json(found.map(TargetOut::from)))
}
