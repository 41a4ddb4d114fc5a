//! `POST /funds`

use super::fund_out::FundOut;
use crate::model::{EvidenceKind, FundKind, NewFund, ProjectId};
use crate::ops;
use crate::permits::WriteFunds;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use kernel::Money;
use serde::Deserialize;

/// Funds to be recognised.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FundIn {
    /// The project they went to, by id.
    #[schema(value_type = String)]
    project_id: ProjectId,
    /// The voucher's number.
    voucher: String,
    /// The day they arrived.
    arrived_on: NaiveDate,
    /// What the voucher says, in yuan.
    #[schema(value_type = String)]
    amount: Money,
    /// What they are for.
    kind: FundKind,
    /// Who paid.
    payer: String,
    /// What proves them.
    evidence_kind: Option<EvidenceKind>,
}

/// Recognises arrived funds in the open month.
#[utoipa::path(post, path = "/funds", tag = "funds",
    request_body = FundIn, responses((status = 201, body = FundOut)),
    security(("session" = ["funds.write"])))]
pub(super) async fn record_funds(
    State(app): State<App>,
    actor: Allowed<WriteFunds>,
    Json(fund): Json<FundIn>,
) -> Reply<(StatusCode, Json<FundOut>)> {
    let new = NewFund {
        voucher: fund.voucher,
        arrived_on: fund.arrived_on,
        amount: fund.amount,
        kind: fund.kind,
        payer: fund.payer,
        evidence_kind: fund.evidence_kind,
    };
    let recorded = ops::record_funds(&app, &actor, fund.project_id, new).await?;
    Ok((StatusCode::CREATED, Json(recorded.into())))
}
