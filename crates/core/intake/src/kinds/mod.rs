//! The kinds that no slice owns: units, which `orgs` keeps but cannot import since it lies
//! below, and annual targets and 期初累计, which are facts about units and nothing else.

mod opening_totals;
mod plans;
mod unit_facts;
mod units;
mod value;

pub use opening_totals::OpeningTotalImporter;
pub use plans::PlanImporter;
pub use units::UnitImporter;

use kernel::Month;
use ledger::{Books, Indicator};
use sheets::normal_text;

/// The indicators that have annual targets, in the order of the catalogue.
pub(crate) fn planned_indicators(
    books: &Books,
    open: Option<Month>,
) -> impl Iterator<Item = &Indicator> {
    indicators(books, open).filter(|indicator| indicator.planned)
}

/// The indicators that can have totals from before the books: those that count something
/// themselves, which ratios and 双过半 do not.
pub(crate) fn totalled_indicators(
    books: &Books,
    open: Option<Month>,
) -> impl Iterator<Item = &Indicator> {
    indicators(books, open).filter(|indicator| indicator.measure.is_some())
}

/// Every indicator as it is defined in the open month, else its newest version.
fn indicators(books: &Books, open: Option<Month>) -> impl Iterator<Item = &Indicator> {
    books.codes().into_iter().filter_map(move |code| {
        let newest = || books.versions(code).into_iter().next_back();
        open.and_then(|month| books.indicator(code, month))
            .or_else(newest)
    })
}

/// The one that `text` names by code or name.
fn named<'a>(
    mut indicators: impl Iterator<Item = &'a Indicator>,
    text: &str,
) -> Option<&'a Indicator> {
    let wanted = normal_text(text);
    indicators.find(|indicator| {
        indicator.code == wanted || indicator.name.zh == wanted || indicator.name.en == wanted
    })
}
