//! The two kinds that no slice owns: units, which `orgs` keeps but cannot import since it
//! lies below, and annual targets, which are facts about units and nothing else.

mod plans;
mod units;

pub use plans::PlanImporter;
pub use units::UnitImporter;

use kernel::Month;
use ledger::{Books, Indicator};

/// The indicators that have annual targets, in the order of the catalogue.
pub(crate) fn planned_indicators(
    books: &Books,
    open: Option<Month>,
) -> impl Iterator<Item = &Indicator> {
    books.codes().into_iter().filter_map(move |code| {
        let newest = || books.versions(code).into_iter().next_back();
        open.and_then(|month| books.indicator(code, month))
            .or_else(newest)
            .filter(|indicator| indicator.planned)
    })
}
