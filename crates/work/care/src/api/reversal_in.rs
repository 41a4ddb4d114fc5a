//! What a reversal asks for.

use serde::Deserialize;

/// Why a record is taken back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CareReversalIn)]
pub(super) struct ReversalIn {
    /// Why.
    pub(super) reason: String,
}
