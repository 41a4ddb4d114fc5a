//! Milestones: what the city recognises of a project, each a fact of the journal.

use chrono::NaiveDate;
use kernel::{Entity, Id, Instant, Month};
use serde::{Deserialize, Serialize};

/// The key of a [`Milestone`].
pub type MilestoneId = Id<Milestone>;

/// What can be recognised of a project. The words are those of the journal's kinds
/// (`project.signed`), of the API and of the table.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// 意向: an intention, which is not a signature.
    Intended,
    /// 签约: a formal contract.
    Signed,
    /// 新引进: recognised as a new project of an investor from another province.
    Introduced,
    /// 落地: the project company is registered here, or the project is filed.
    Landed,
    /// 开工 (运营): the first permanent work has broken ground.
    Started,
    /// 竣工: accepted.
    Completed,
    /// 投产: first sales.
    InProduction,
    /// 达产: at design capacity.
    AtCapacity,
    /// 见证签约: the city's leaders witnessed the signing.
    Witnessed,
    /// 列入顶格推进: onto the list that the city's leaders push themselves.
    Listed,
    /// 移出顶格推进: off that list.
    Unlisted,
    /// 暂缓.
    Suspended,
    /// 恢复: the end of 暂缓.
    Resumed,
    /// 终止.
    Terminated,
    /// 退出.
    Withdrawn,
}

impl MilestoneKind {
    /// All, in the order of a project's life.
    pub const ALL: [Self; 15] = [
        Self::Intended,
        Self::Signed,
        Self::Introduced,
        Self::Landed,
        Self::Started,
        Self::Completed,
        Self::InProduction,
        Self::AtCapacity,
        Self::Witnessed,
        Self::Listed,
        Self::Unlisted,
        Self::Suspended,
        Self::Resumed,
        Self::Terminated,
        Self::Withdrawn,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Intended => "intended",
            Self::Signed => "signed",
            Self::Introduced => "introduced",
            Self::Landed => "landed",
            Self::Started => "started",
            Self::Completed => "completed",
            Self::InProduction => "in_production",
            Self::AtCapacity => "at_capacity",
            Self::Witnessed => "witnessed",
            Self::Listed => "listed",
            Self::Unlisted => "unlisted",
            Self::Suspended => "suspended",
            Self::Resumed => "resumed",
            Self::Terminated => "terminated",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The kind of its fact in the journal.
    pub fn fact_kind(self) -> String {
        format!("project.{}", self.word())
    }

    /// Whether it may happen again after it has ended: on and off a list, pauses.
    pub const fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Listed | Self::Unlisted | Self::Suspended | Self::Resumed
        )
    }

    /// Whether it ends the project.
    pub const fn ends(self) -> bool {
        matches!(self, Self::Terminated | Self::Withdrawn)
    }

    /// Whether its fact carries the planned investment of its day.
    pub const fn carries_plan(self) -> bool {
        matches!(
            self,
            Self::Intended | Self::Signed | Self::Introduced | Self::Witnessed | Self::Listed
        )
    }

    /// Whether its fact carries whether an investor comes from another province.
    pub const fn carries_origin(self) -> bool {
        matches!(self, Self::Intended | Self::Signed | Self::Introduced)
    }
}

/// A recognised milestone that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its key.
    pub id: MilestoneId,
    /// What was recognised.
    pub kind: MilestoneKind,
    /// The day it happened.
    pub occurred_on: NaiveDate,
    /// Permit, contract or photo numbers by which the original is found.
    pub evidence: Option<String>,
    /// The month that its fact belongs to; none before the books (期初).
    pub origin_month: Option<Month>,
    /// The month in which its fact was booked.
    pub month: Month,
    /// Its fact.
    pub fact_seq: i64,
    /// When it was recognised.
    pub recorded_at: Instant,
}

impl Entity for Milestone {
    const PREFIX: &'static str = "mil";
}

/// A list that projects are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListName {
    /// 见证签约.
    Witnessed,
    /// 顶格推进.
    Pushed,
}

/// A stay on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// The list.
    pub list: ListName,
    /// Since when.
    pub listed_on: NaiveDate,
    /// Until when, if it has left.
    pub unlisted_on: Option<NaiveDate>,
    /// The fact that put it there.
    pub fact_seq: i64,
}
