//! How replies show a target.

use crate::model::{ChainRef, CompanyRef, NodeRef, Recommender, TargetId, TargetView};
use chrono::NaiveDate;
use kernel::Month;
use orgs::UnitRef;
use serde::Serialize;

/// A company on the city's list of targets, or that was on it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TargetOut {
    /// Its id, `tgt_…`.
    #[schema(value_type = String)]
    id: TargetId,
    /// The company.
    company: CompanyRef,
    /// The list it came with.
    batch: String,
    /// The chain it is wanted for.
    chain: ChainRef,
    /// The node of that chain.
    node: Option<NodeRef>,
    /// The unit that is to win it.
    unit: UnitRef,
    /// Who recommended it.
    recommended_by: Recommender,
    /// The day it was chosen.
    targeted_on: NaiveDate,
    /// The day it was given up; null while it stands on the list.
    untargeted_on: Option<NaiveDate>,
    /// The month in which the choice was booked.
    #[schema(value_type = String)]
    month: Month,
    /// The month it belongs to; null before the books (期初).
    #[schema(value_type = Option<String>)]
    origin_month: Option<Month>,
    /// The fact of the choice.
    fact_seq: i64,
    /// The fact of giving it up.
    untargeting_fact_seq: Option<i64>,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: kernel::Instant,
}

impl From<TargetView> for TargetOut {
    fn from(view: TargetView) -> Self {
        let target = view.target;
        Self {
            id: target.id,
            company: view.company,
            batch: target.batch,
            chain: view.chain,
            node: view.node,
            unit: view.unit,
            recommended_by: target.recommended_by,
            targeted_on: target.targeted_on,
            untargeted_on: target.untargeting.map(|end| end.on),
            month: target.booked.month,
            origin_month: target.booked.origin_month,
            fact_seq: target.booked.fact_seq,
            untargeting_fact_seq: target.untargeting.map(|end| end.fact_seq),
            updated_at: target.updated_at,
        }
    }
}
