//! Taking companies out of the register again: the undoing of an import.

use crate::model::Company;
use crate::store;
use db::DatabaseTransaction;
use kernel::{Instant, Outcome};
use std::collections::HashMap;

/// Why a company stays in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Its record was changed since.
    ChangedSince,
    /// So many projects and other records refer to it.
    ReferredTo {
        /// Projects that it invests in.
        projects: i64,
        /// Honours, targets and what other slices keep of it.
        records: i64,
    },
}

impl Standing {
    /// What keeps `company`, which was last written as `revision`.
    pub(crate) fn of(company: &Company, revision: i32, created: bool) -> Option<Self> {
        if company.revision != revision {
            Some(Self::ChangedSince)
        } else if created && company.projects + company.records > 0 {
            Some(Self::ReferredTo {
                projects: company.projects,
                records: company.records,
            })
        } else {
            None
        }
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ChangedSince => "companies.changed_since",
            Self::ReferredTo { .. } => "companies.referred_to",
        }
    }

    /// The code's parameters.
    pub fn params(&self) -> serde_json::Value {
        match self {
            Self::ChangedSince => serde_json::json!({}),
            Self::ReferredTo { projects, records } => {
                serde_json::json!({ "projects": projects, "records": records })
            }
        }
    }
}

/// Takes companies that were registered as a side effect (their first revision) out again,
/// where nothing has changed and nothing refers to them. Answers what stays, by key.
pub async fn withdraw_companies(
    tx: &DatabaseTransaction,
    at: Instant,
    keys: &[i64],
) -> Outcome<HashMap<i64, Standing>> {
    let mut standing = HashMap::new();
    for company in store::by_ids(tx, keys).await? {
        match Standing::of(&company, 1, true) {
            Some(reason) => {
                standing.insert(company.id.key(), reason);
            }
            None => store::remove(tx, company.id.key(), at).await?,
        }
    }
    Ok(standing)
}
