//! How replies show an honour.

use crate::model::{Honour, HonourId, HonourKind};
use serde::Serialize;

/// An honour of a company.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct HonourOut {
    /// Its id, `hon_…`.
    #[schema(value_type = String)]
    id: HonourId,
    /// As what the company is honoured.
    honour: HonourKind,
    /// The year of the list that says so.
    year: i32,
    /// The list or document that says so.
    source: String,
}

impl From<Honour> for HonourOut {
    fn from(honour: Honour) -> Self {
        Self {
            id: honour.id,
            honour: honour.honour,
            year: honour.year,
            source: honour.source,
        }
    }
}
