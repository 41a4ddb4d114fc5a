//! How replies show funds.

use crate::model::{EvidenceKind, FundId, FundKind, ProjectId};
use crate::ops::ListedFund;
use chrono::NaiveDate;
use kernel::{Instant, Money, Month};
use orgs::UnitRef;
use serde::Serialize;

/// A project by its id, code and name.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ProjectRef {
    /// Its id, `prj_…`.
    #[schema(value_type = String)]
    id: ProjectId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
}

/// One entry of arrived funds.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct FundOut {
    /// Its id, `fnd_…`.
    #[schema(value_type = String)]
    id: FundId,
    /// The voucher's number.
    voucher: String,
    /// The project it went to.
    project: ProjectRef,
    /// The project's lead unit at recognition.
    unit: UnitRef,
    /// The day it arrived.
    arrived_on: NaiveDate,
    /// The month in which it was booked.
    #[schema(value_type = String)]
    month: Month,
    /// The month it belongs to; null before the books (期初).
    #[schema(value_type = Option<String>)]
    origin_month: Option<Month>,
    /// Whether it was handed in after its month (补报).
    late: bool,
    /// What the voucher says, in yuan.
    #[schema(value_type = String)]
    amount: Money,
    /// What it is for.
    kind: FundKind,
    /// Who paid.
    payer: String,
    /// What proves it.
    evidence_kind: Option<EvidenceKind>,
    /// The share of investors from other provinces at recognition, in basis points.
    other_province_bp: i64,
    /// What of it counts as 到位省外资金, in yuan.
    #[schema(value_type = String)]
    counted_amount: Money,
    /// Its fact.
    fact_seq: i64,
    /// Whether it was taken back.
    reversed: bool,
    /// The fact that took it back.
    reversed_by: Option<i64>,
    /// Why it was taken back.
    reversal_reason: Option<String>,
    /// The entry that it stands in for, after a 核减.
    #[schema(value_type = Option<String>)]
    replaces: Option<FundId>,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
}

impl From<ListedFund> for FundOut {
    fn from(listed: ListedFund) -> Self {
        let fund = listed.fund;
        Self {
            counted_amount: fund.counted(),
            late: fund.is_late(),
            id: fund.id,
            voucher: fund.voucher,
            project: ProjectRef {
                id: fund.project,
                code: listed.project_code,
                name: listed.project_name,
            },
            unit: listed.unit,
            arrived_on: fund.arrived_on,
            month: fund.month,
            origin_month: fund.origin_month,
            amount: fund.amount,
            kind: fund.kind,
            payer: fund.payer,
            evidence_kind: fund.evidence_kind,
            other_province_bp: fund.other_province_bp,
            fact_seq: fund.fact_seq,
            reversed: fund.reversed_by.is_some(),
            reversed_by: fund.reversed_by,
            reversal_reason: fund.reversal_reason,
            replaces: fund.replaces,
            recorded_at: fund.recorded_at,
        }
    }
}
