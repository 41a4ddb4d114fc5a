//! `GET /funds`

use super::fund_out::FundOut;
use crate::model::{FundKind, ProjectId};
use crate::ops::{self, FundQuery};
use crate::permits::ReadFunds;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Month, Page, PageQuery};
use serde::Deserialize;

/// Which funds.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FundsQuery {
    /// Those of projects of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those booked in this month.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
    /// Those of this project, by id.
    #[param(value_type = Option<String>)]
    project: Option<ProjectId>,
    /// Those of this kind.
    kind: Option<FundKind>,
    /// Those whose voucher or payer, or whose project's code, name or investors, hold this.
    q: Option<String>,
}

/// Funds of one's scope, last booked first; reversed ones are among them.
#[utoipa::path(get, path = "/funds", tag = "funds",
    params(FundsQuery, PageQuery), responses((status = 200, body = Page<FundOut>)),
    security(("session" = ["funds.read"])))]
pub(super) async fn list_funds(
    State(app): State<App>,
    actor: Allowed<ReadFunds>,
    Query(query): Query<FundsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<FundOut>>> {
    let query = FundQuery {
        unit: query.unit,
        month: query.month,
        project: query.project,
        kind: query.kind,
        q: query.q,
    };
    let found = ops::list_funds(&app, &actor, query, &page).await?;
    Ok(Json(found.map(FundOut::from)))
}
