//! How replies show a project that a platform brought.

use crate::model::{PlatformId, PlatformProjectId};
use crate::ops::ListedPlatformProject;
use kernel::{Instant, Money, Month};
use orgs::UnitRef;
use projects::ProjectId;
use serde::Serialize;

/// A platform by id, code and name.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct PlatformRef {
    /// Its id.
    #[schema(value_type = String)]
    id: PlatformId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
}

/// A project by id, code and name.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = ChannelProjectRef)]
pub(super) struct ProjectRef {
    /// Its id.
    #[schema(value_type = String)]
    id: ProjectId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
}

impl From<projects::ProjectName> for ProjectRef {
    fn from(name: projects::ProjectName) -> Self {
        Self {
            id: name.id,
            code: name.code,
            name: name.name,
        }
    }
}

/// Funds of the project that stood recognised before the platform was noted.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct EarlierFunds {
    /// How many.
    count: i64,
    /// Their vouchers' sum, in yuan.
    #[schema(value_type = String)]
    amount: Money,
}

/// A project that a platform brought in.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct PlatformProjectOut {
    /// The entry's id, `ppr_…`.
    #[schema(value_type = String)]
    id: PlatformProjectId,
    /// The platform.
    platform: PlatformRef,
    /// The project.
    project: ProjectRef,
    /// The project's lead unit, as it was when this was recorded.
    unit: UnitRef,
    /// The day.
    brought_on: String,
    /// The month it is booked in.
    #[schema(value_type = String)]
    month: Month,
    /// What had been recognised of the project's funds before: it is not counted as the
    /// platform's.
    earlier_funds: EarlierFunds,
    /// The fact.
    fact_seq: i64,
    /// The fact that took it back.
    reversed_by: Option<i64>,
    /// Why it was taken back.
    reversal_reason: Option<String>,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
}

impl From<ListedPlatformProject> for PlatformProjectOut {
    fn from(listed: ListedPlatformProject) -> Self {
        let entry = listed.entry;
        Self {
            id: entry.id,
            platform: PlatformRef {
                id: entry.platform,
                code: listed.platform_code,
                name: listed.platform_name,
            },
            project: listed.project.into(),
            unit: listed.unit,
            brought_on: entry.brought_on.to_string(),
            month: entry.month,
            earlier_funds: EarlierFunds {
                count: entry.earlier_funds,
                amount: entry.earlier_amount,
            },
            fact_seq: entry.fact_seq,
            reversed_by: entry.reversed_by,
            reversal_reason: entry.reversal_reason,
            recorded_at: entry.recorded_at,
        }
    }
}
