//! What counts, as plain functions.

use super::history::{Datum, View};

/// What a kind of entry puts into a field of its subject's state.
#[derive(Debug, Clone)]
pub enum Put {
    /// Always this.
    Always(Datum),
    /// The entry's field of this name.
    Field(&'static str),
    /// The month that the entry belongs to.
    Origin,
}

/// A kind of entry.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its code.
    pub code: &'static str,
    /// What it sets of its subject's state.
    pub sets: Vec<(&'static str, Put)>,
    /// Whether it gives the subject to other units.
    pub moves_credit: bool,
}

/// Where a correction across years goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belongs {
    /// To the month in which it is booked.
    WhereBooked,
    /// To the month of what it corrects.
    WhereItWas,
}

/// Whose an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The units named when it was recognised.
    AtRecognition,
    /// The units that the newest transfer names.
    Now,
}

/// What an indicator gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// Fen.
    Money,
    /// Events or subjects.
    Count,
    /// Different subjects.
    Different,
    /// Another sort of answer: a ratio, or yes and no.
    Derived,
}

/// How an indicator is reckoned.
#[derive(Debug, Clone)]
pub enum Rule {
    /// Entries of some kinds, summed.
    Flow {
        /// The kinds.
        on: Vec<&'static str>,
        /// Which of them.
        when: fn(&View) -> bool,
        /// What each brings.
        amount: fn(&View) -> i128,
        /// Where corrections across years go.
        belongs: Belongs,
        /// Whose they are.
        owner: Owner,
    },
    /// Subjects in some state.
    State {
        /// The subjects' kind.
        subject: &'static str,
        /// Which state.
        when: fn(&View) -> bool,
        /// What each brings.
        amount: fn(&View) -> i128,
        /// The month each counts in; none for a stock.
        month: Option<fn(&View) -> i128>,
        /// Whose they are.
        owner: Owner,
        /// The kind of entry that names the owner.
        credit_of: &'static str,
    },
    /// One indicator divided by another.
    Ratio {
        /// The part.
        part: &'static str,
        /// The whole.
        whole: &'static str,
    },
    /// Whether all of these are on schedule at the end of June.
    BothHalves {
        /// The indicators.
        of: Vec<&'static str>,
    },
}

/// A version of an indicator.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The indicator's code.
    pub code: &'static str,
    /// The version.
    pub version: i32,
    /// The first month whose figures use it, `yyyymm`; 0 for always.
    pub effective: i32,
    /// What it gives.
    pub gives: Gives,
    /// How it is reckoned.
    pub rule: Rule,
    /// Whether units are ranked by completion instead of value.
    pub ranked_by_completion: bool,
}

impl Definition {
    /// Whether it tells what there is, instead of what a window brought.
    pub fn is_stock(&self) -> bool {
        matches!(self.rule, Rule::State { month: None, .. })
    }
}
