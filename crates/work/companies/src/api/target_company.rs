//! `POST /targets`

use super::target_out::TargetOut;
use crate::model::{ChainId, CompanyId, NodeId, Recommender};
use crate::ops::{self, NewTarget};
use crate::permits::WriteTargets;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use serde::Deserialize;

/// A company to choose.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetIn {
    /// The company.
    #[schema(value_type = String)]
    company_id: CompanyId,
    /// The list it comes with: 第一批.
    batch: String,
    /// The chain it is wanted for.
    #[schema(value_type = String)]
    chain_id: ChainId,
    /// The node of that chain.
    #[schema(value_type = Option<String>)]
    node_id: Option<NodeId>,
    /// The unit that is to win it, by code or name.
    unit: String,
    /// Who recommended it.
    recommended_by: Recommender,
    /// The day it was chosen.
    targeted_on: NaiveDate,
}

/// Puts a company on the city's list of targets.
#[utoipa::path(post, path = "/targets", tag = "targets",
    request_body = TargetIn, responses((status = 201, body = TargetOut)),
    security(("session" = ["targets.write"])))]
pub(super) async fn target_company(
    State(app): State<App>,
    actor: Allowed<WriteTargets>,
    Json(target): Json<TargetIn>,
) -> Reply<(StatusCode, Json<TargetOut>)> {
    let new = NewTarget {
        company: target.company_id,
        batch: target.batch,
        chain: target.chain_id,
        node: target.node_id,
        unit: target.unit,
        recommended_by: target.recommended_by,
        targeted_on: target.targeted_on,
    };
    let made = ops::target_company(&app, &actor, new).await?;
    let view = ops::view_target(&app, made.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
