//! That a platform brought a project in.

use super::platform::PlatformId;
use chrono::NaiveDate;
use kernel::{Entity, Id, Instant, Money, Month};
use projects::ProjectId;

/// The key of a [`PlatformProject`].
pub type PlatformProjectId = Id<PlatformProject>;

/// A project that a platform brought in. A project has one platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformProject {
    /// Its key.
    pub id: PlatformProjectId,
    /// The platform.
    pub platform: PlatformId,
    /// The project.
    pub project: ProjectId,
    /// The project's lead unit, as it was when this was recorded.
    pub unit: i64,
    /// The day.
    pub brought_on: NaiveDate,
    /// The month it is booked in.
    pub month: Month,
    /// How many funds of the project stood recognised before: they stay without the
    /// platform, for a fact is not changed.
    pub earlier_funds: i64,
    /// Their vouchers' sum.
    pub earlier_amount: Money,
    /// Its fact.
    pub fact_seq: i64,
    /// The fact that took it back.
    pub reversed_by: Option<i64>,
    /// Why it was taken back.
    pub reversal_reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: Instant,
}

impl Entity for PlatformProject {
    const PREFIX: &'static str = "ppr";
}
