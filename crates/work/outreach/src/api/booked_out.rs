//! What replies show of a record's place in the books, and of what it belongs to.

use crate::model::{Booked, CampaignId, Reversal};
use crate::store::NamedCampaign;
use chrono::NaiveDate;
use kernel::{Instant, Month};
use serde::Serialize;

/// A record's place in the books.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = OutreachBooked)]
pub(super) struct BookedOut {
    /// The month in which it was booked.
    #[schema(value_type = String)]
    month: Month,
    /// The month it belongs to; null before the books (期初).
    #[schema(value_type = Option<String>)]
    origin_month: Option<Month>,
    /// Whether it was handed in after its month (补报).
    late: bool,
    /// Its fact.
    fact_seq: i64,
    /// Whether it was taken back.
    reversed: bool,
    /// The fact that took it back.
    reversed_by: Option<i64>,
    /// Why it was taken back.
    reversal_reason: Option<String>,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
}

impl BookedOut {
    /// Of what happened on `day`.
    pub(super) fn of(booked: Booked, reversal: Option<Reversal>, day: NaiveDate) -> Self {
        Self {
            late: booked.is_late(day),
            month: booked.month,
            origin_month: booked.origin_month,
            fact_seq: booked.fact_seq,
            reversed: reversal.is_some(),
            reversed_by: reversal.as_ref().map(|reversal| reversal.by),
            reversal_reason: reversal.map(|reversal| reversal.reason),
            recorded_at: booked.recorded_at,
        }
    }
}

/// A campaign by its id, code and name.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct CampaignRef {
    /// Its id, `cam_…`.
    #[schema(value_type = String)]
    id: CampaignId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
}

impl From<NamedCampaign> for CampaignRef {
    fn from(named: NamedCampaign) -> Self {
        Self {
            id: CampaignId::new(named.id),
            code: named.code,
            name: named.name,
        }
    }
}
