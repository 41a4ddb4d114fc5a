//! Annual targets, and totals from before the books.

use super::Evaluator;
use super::history::{Datum, month_before};

/// The kind of entry that sets an annual target.
const PLAN: &str = "plan.set";
/// The kind of entry that brings a total from before the books.
const TOTAL: &str = "opening.total";

impl Evaluator {
    /// The annual target that stood at the end of `month`, for its year.
    pub(crate) fn plan(&self, code: &str, unit: i64, month: i32) -> Option<i128> {
        self.newest(PLAN, unit, month, |view| {
            view.word("indicator") == code && view.number("year") == i128::from(month / 100)
        })
    }

    /// The total up to `until` from before the books, as known at the end of `month`.
    /// What the books began with is known in every month.
    fn total(&self, code: &str, unit: i64, until: i32, month: i32) -> Option<i128> {
        let known = month.max(self.history.first_month);
        self.newest(TOTAL, unit, known, |view| {
            view.word("indicator") == code && view.number("until") == i128::from(until)
        })
    }

    fn newest(
        &self,
        kind: &str,
        unit: i64,
        month: i32,
        fits: impl Fn(&super::View) -> bool,
    ) -> Option<i128> {
        self.history
            .standing(month)
            .into_iter()
            .rfind(|&place| {
                let entry = &self.history.entries[place];
                entry.kind == kind && entry.subject.1 == unit && fits(&self.history.view(place))
            })
            .map(
                |place| match self.history.entries[place].fields.get("value") {
                    Some(Datum::Number(value)) => *value,
                    _ => 0,
                },
            )
    }

    /// What months before the books bring to `from..=until`, as known at the end of
    /// `month`: totals run from January, so a piece of a year is the difference of two.
    /// `None` where a total is missing, except for the year in which the books begin:
    /// there the books themselves are the year to date.
    pub(crate) fn before_the_books(
        &self,
        code: &str,
        unit: i64,
        (from, until): (i32, i32),
        month: i32,
    ) -> Option<i128> {
        let first = self.history.first_month;
        let last = until.min(month_before(first));
        let mut sum = 0;
        let mut start = from;
        while start <= last {
            let end = last.min(start / 100 * 100 + 12);
            let january = start % 100 == 1;
            let upto_end = self.total(code, unit, end, month);
            let books_go_on = until >= first && end == month_before(first) && first % 100 != 1;
            sum += match (upto_end, january) {
                (Some(upto_end), true) => upto_end,
                (Some(upto_end), false) => {
                    upto_end - self.total(code, unit, month_before(start), month)?
                }
                (None, true) if books_go_on => 0,
                (None, _) => return None,
            };
            start = (start / 100 + 1) * 100 + 1;
        }
        Some(sum)
    }

    /// A stock before the books, as known at the end of `month`.
    pub(crate) fn stock_before(&self, code: &str, unit: i64, at: i32, month: i32) -> Option<i128> {
        self.total(code, unit, at, month)
    }
}
