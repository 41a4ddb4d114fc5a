//! `POST /funds/{id}/reversal`

use super::fund_out::FundOut;
use crate::model::FundId;
use crate::ops;
use crate::permits::WriteFunds;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use kernel::Money;
use serde::Deserialize;

/// A correction of funds.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FundReversalIn {
    /// Why.
    reason: String,
    /// What remains after a 核减, in yuan; absent, nothing does.
    #[schema(value_type = Option<String>)]
    amount: Option<Money>,
}

/// Takes funds back, whole or down to an amount; answers what stands now.
#[utoipa::path(post, path = "/funds/{id}/reversal", tag = "funds",
    params(("id" = String, Path)), request_body = FundReversalIn,
    responses((status = 200, body = FundOut)),
    security(("session" = ["funds.write"])))]
pub(super) async fn reverse_funds(
    State(app): State<App>,
    actor: Allowed<WriteFunds>,
    FromPath(id): FromPath<FundId>,
    Json(reversal): Json<FundReversalIn>,
) -> Reply<Json<FundOut>> {
    let stands = ops::reverse_funds(&app, &actor, id, &reversal.reason, reversal.amount).await?;
    Ok(Json(stands.into()))
}
