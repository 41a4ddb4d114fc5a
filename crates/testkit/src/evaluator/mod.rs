//! An independent evaluator: what every figure of a history must be.
//!
//! It was written from the rules, not from the ledger, and shares nothing with it: its own
//! types, its own arithmetic, no postings, no balances, no state kept between two questions.
//! Every figure walks the whole history again. That makes it slow and easy to believe.
//!
//! - [`History`]: what was booked, in its order, with the tree of the day
//! - [`Kind`], [`Definition`]: what counts, as plain functions
//! - [`Evaluator`]: the questions

mod credit;
mod exact;
mod figures;
mod history;
mod rules;
mod sums;
mod totals;

pub use exact::{half_up, tenths_of_percent};
pub use figures::{Answer, Lamp, Worth};

pub(crate) use credit::part_of;
pub(crate) use figures::{change, progress};
pub use history::{Datum, Entry, History, Mode, Share, View, month_after, month_before};
pub use rules::{Belongs, Definition, Gives, Kind, Owner, Put, Rule};

/// A history with the rules that it is read by.
#[derive(Debug, Clone, Default)]
pub struct Evaluator {
    /// What kinds of entries there are.
    pub kinds: Vec<Kind>,
    /// Every version of every indicator.
    pub definitions: Vec<Definition>,
    /// What was booked.
    pub history: History,
}

impl Evaluator {
    pub(crate) fn kind(&self, code: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.code == code)
    }

    /// The definition that figures of `month` use: the newest version that has taken
    /// effect; before any has, the oldest.
    pub fn definition(&self, code: &str, month: i32) -> Option<&Definition> {
        let of_code = || {
            self.definitions
                .iter()
                .filter(|definition| definition.code == code)
        };
        of_code()
            .filter(|definition| definition.effective <= month)
            .max_by_key(|definition| definition.version)
            .or_else(|| of_code().min_by_key(|definition| definition.version))
    }
}
