//! Faults that tests plant, to show that they are found. Compiled for tests only.

use crate::fact::Fact;
use crate::posting::Held;
use kernel::Month;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// What is done wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A reversal counts in the month it is booked in, not where the reversed fact counts.
    ReversalWhereBooked,
    /// Reversing a state fact negates what it posted, instead of folding the state anew.
    NegatedState,
    /// A unit above gets the sum of its children, however often a fact is in it.
    SumOfChildren,
    /// A fact is booked in the month in which it happened.
    MonthGoesBack,
}

thread_local! {
    static PLANTED: Cell<Option<Fault>> = const { Cell::new(None) };
    static POSTED: RefCell<HashMap<(i64, i64), Held>> = RefCell::new(HashMap::new());
}

/// Runs `work` with `fault` planted in this thread.
pub(crate) fn with<T>(fault: Fault, work: impl FnOnce() -> T) -> T {
    PLANTED.set(Some(fault));
    let done = work();
    PLANTED.set(None);
    done
}

/// Whether `fault` is planted in this thread.
pub(crate) fn is(fault: Fault) -> bool {
    PLANTED.get() == Some(fault)
}

/// Keeps what a fact posted to a version, for [`negation`].
pub(crate) fn remember(version: i64, seq: i64, posted: &Held) {
    if is(Fault::NegatedState) {
        POSTED.with_borrow_mut(|all| all.insert((version, seq), posted.clone()));
    }
}

/// The negative of what the fact posted to the version.
pub(crate) fn negation(version: i64, seq: i64) -> Held {
    let posted = POSTED.with_borrow(|all| all.get(&(version, seq)).cloned());
    let negative = |(place, part): ((i64, i32), (i64, i64))| (place, (-part.0, -part.1));
    posted
        .unwrap_or_default()
        .into_iter()
        .map(negative)
        .collect()
}

/// The fact booked in the month of its day, if that is planted and lies before the open one.
pub(crate) fn moved_back(fact: Fact) -> Fact {
    let day = Month::of(fact.occurred_on);
    if is(Fault::MonthGoesBack) && day < fact.month {
        Fact {
            month: day,
            origin_month: fact.origin_month.map(|origin| origin.min(day)),
            ..fact
        }
    } else {
        fact
    }
}
