//! Totals from before the books (期初累计) behind a figure, with their documents.

use kernel::Month;
use ledger::{OpeningTotal, UnitOfValue};
use orgs::UnitRef;
use serde::Serialize;
use serde_json::Value as Json;

/// A total from before the books that a figure contains.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OpeningTotalOut {
    /// The indicator: the figure's own, or one of a ratio's two.
    pub indicator: String,
    /// The unit.
    pub unit: UnitRef,
    /// The month that it runs to, from January of its year; a stock's is that at its end.
    #[schema(value_type = String)]
    pub until: Month,
    /// What it brings to the figure; negative where the window begins after it, so that it
    /// is taken off.
    #[schema(value_type = Object)]
    pub value: Json,
    /// The number of the document that it comes from.
    pub document: String,
    /// The fact that recorded it.
    pub seq: i64,
}

impl OpeningTotalOut {
    /// The total as it is shown, of an indicator measured in `measured_in`.
    pub(crate) fn of(total: OpeningTotal, unit: &UnitRef, measured_in: UnitOfValue) -> Self {
        Self {
            indicator: total.indicator,
            unit: unit.clone(),
            until: total.until,
            value: super::plan_json(measured_in, total.value),
            document: total.document,
            seq: total.seq,
        }
    }
}
