//! The indicators that goals name.

use kernel::Month;
use ledger::{Books, Indicator};

/// The indicator that `text` names by code or name, as it is defined in the open month,
/// else its newest version.
pub(crate) fn indicator_named<'a>(
    books: &'a Books,
    open: Option<Month>,
    text: &str,
) -> Option<&'a Indicator> {
    let wanted = sheets::normal_text(text);
    let newest = |code: &str| books.versions(code).into_iter().next_back();
    books
        .codes()
        .into_iter()
        .filter_map(|code| {
            open.and_then(|month| books.indicator(code, month))
                .or_else(|| newest(code))
        })
        .find(|indicator| {
            indicator.code == wanted || indicator.name.zh == wanted || indicator.name.en == wanted
        })
}
