//! `GET /funds/{id}`

use super::fund_out::FundOut;
use crate::model::FundId;
use crate::ops;
use crate::permits::ReadFunds;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One entry of arrived funds.
#[utoipa::path(get, path = "/funds/{id}", tag = "funds",
    params(("id" = String, Path)), responses((status = 200, body = FundOut)),
    security(("session" = ["funds.read"])))]
pub(super) async fn get_fund(
    State(app): State<App>,
    actor: Allowed<ReadFunds>,
    FromPath(id): FromPath<FundId>,
) -> Reply<Json<FundOut>> {
    Ok(Json(ops::get_fund(&app, &actor, id).await?.into()))
}
