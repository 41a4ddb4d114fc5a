//! How replies show what was recognised.

use crate::model::{Recognition, Step};
use kernel::{Instant, Month};
use serde::Serialize;

/// A recognised step.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = ChannelRecognition)]
pub(super) struct RecognitionOut {
    /// What was recognised.
    step: Step,
    /// The day it happened.
    occurred_on: String,
    /// The month it is booked in.
    #[schema(value_type = String)]
    month: Month,
    /// Whether it was handed in after its month (补报).
    late: bool,
    /// Its fact.
    fact_seq: i64,
    /// The fact that took it back.
    reversed_by: Option<i64>,
    /// Why it was taken back.
    reversal_reason: Option<String>,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
}

impl From<Recognition> for RecognitionOut {
    fn from(recognition: Recognition) -> Self {
        let origin = recognition.origin_month;
        Self {
            step: recognition.step,
            occurred_on: recognition.occurred_on.to_string(),
            late: origin.is_some() && Month::of(recognition.occurred_on) < recognition.month,
            month: recognition.month,
            fact_seq: recognition.fact_seq,
            reversed_by: recognition.reversed_by,
            reversal_reason: recognition.reversal_reason,
            recorded_at: recognition.recorded_at,
        }
    }
}
