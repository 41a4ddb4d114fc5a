//! Random steps: raw numbers that the driver reads as what can be done next, so that any
//! shorter list of steps is a history too and failures shrink well.

use proptest::prelude::*;

/// What to try next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Record a fact.
    Record,
    /// Take one back.
    Reverse,
    /// Take one back and put another in its place.
    Correct,
    /// Put another in the place of one taken back before.
    Replace,
    /// Close some months.
    Close,
    /// Reopen the last closed month.
    Reopen,
    /// Move a unit in the tree.
    Move,
    /// Set an annual target.
    Plan,
    /// Bring a total from before the books.
    Total,
    /// Install the second versions.
    Install,
}

/// A step.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub deed: Deed,
    /// Chooses what, whom, how.
    pub a: u8,
    pub b: u8,
    pub c: u8,
    /// An amount, a share.
    pub d: u16,
    /// Whether the next fact goes into the same transaction.
    pub goes_on: bool,
}

impl std::fmt::Debug for Step {
    /// On one line, so that a whole history can be read.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            deed,
            a,
            b,
            c,
            d,
            goes_on,
        } = self;
        write!(
            f,
            "{deed:?} {a} {b} {c} {d}{}",
            if *goes_on { " +" } else { "" }
        )
    }
}

/// A first month and what follows.
pub(super) fn histories() -> impl Strategy<Value = (i32, Vec<Step>)> {
    let deed = prop_oneof![
        24 => Just(Deed::Record),
        5 => Just(Deed::Reverse),
        3 => Just(Deed::Correct),
        2 => Just(Deed::Replace),
        7 => Just(Deed::Close),
        1 => Just(Deed::Reopen),
        2 => Just(Deed::Move),
        3 => Just(Deed::Plan),
        2 => Just(Deed::Total),
        1 => Just(Deed::Install),
    ];
    let step = (deed, any::<[u8; 3]>(), any::<u16>(), any::<bool>()).prop_map(
        |(deed, [a, b, c], d, goes_on)| Step {
            deed,
            a,
            b,
            c,
            d,
            goes_on,
        },
    );
    (1..=12i32, prop::collection::vec(step, 12..48))
        .prop_map(|(month, steps)| (202_200 + month, steps))
}
