//! What has been recognised of a platform or an opportunity, step by step.

use chrono::NaiveDate;
use kernel::{Instant, Month};
use serde::Serialize;

/// Whose recognition it is; the word is the subject's in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A platform.
    Platform,
    /// An opportunity.
    Opportunity,
}

impl Owner {
    /// The subject kind in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Opportunity => "opportunity",
        }
    }
}

/// A step in the life of either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChannelStep)]
pub enum Step {
    /// 成立: a platform is founded.
    Founded,
    /// 策划入库: an opportunity is in stock.
    Reserved,
    /// 发布: an opportunity was published for the first time.
    Published,
    /// 撤销 of a platform, 出库 of an opportunity.
    Closed,
}

impl Step {
    const ALL: [Self; 4] = [Self::Founded, Self::Reserved, Self::Published, Self::Closed];

    /// The word in the database and behind the point of the fact's kind.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Founded => "founded",
            Self::Reserved => "reserved",
            Self::Published => "published",
            Self::Closed => "closed",
        }
    }

    /// The step that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }
}

/// A step that was recognised, and the fact of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The key of the platform or opportunity.
    pub owner_id: i64,
    /// What was recognised.
    pub step: Step,
    /// The day it happened.
    pub occurred_on: NaiveDate,
    /// The month it is booked in.
    pub month: Month,
    /// The month it belongs to; none before the books (期初).
    pub origin_month: Option<Month>,
    /// Its fact.
    pub fact_seq: i64,
    /// The fact that took it back.
    pub reversed_by: Option<i64>,
    /// Why it was taken back.
    pub reversal_reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: Instant,
}
