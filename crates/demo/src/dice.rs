//! Chance from a seed: one `ChaCha` stream and integers only, so that a city is
//! the same on every machine and with every version of the random crates.

use chrono::NaiveDate;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// A source of chance.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A stream of its own for a part of the city, so that what one part draws
    /// does not move the others.
    pub(crate) fn of_part(seed: u64, part: u64) -> Self {
        Self::new(seed ^ part.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// Evenly from 0 to `bound` − 1; 0 for a bound of 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(bound);
        u64::try_from(wide >> 64).expect("the upper half of a product of two u64 fits")
    }

    /// Evenly from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).expect("bounds stand in order");
        low + i64::try_from(self.below(width)).expect("below the width of an i64 range")
    }

    /// From `low` to `high`, small values far more often, as investments are.
    pub(crate) fn skewed(&mut self, low: i64, high: i64) -> i64 {
        let u = i128::from(self.between(0, 1000));
        let share = i128::from(high - low) * u * u * u / 1_000_000_000;
        low + i64::try_from(share).expect("a share is no larger than the range")
    }

    /// True in `percent` of 100 cases.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A position in a list of `length`.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).expect("below a length")
    }

    /// One of `items`.
    ///
    /// # Panics
    /// If there is none.
    pub(crate) fn pick<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.index(items.len())]
    }

    /// `items` in a new order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.index(at + 1));
        }
    }

    /// At most `count` of `items`, in a new order.
    pub(crate) fn choose<T: Copy>(&mut self, items: &[T], count: usize) -> Vec<T> {
        let mut items = items.to_vec();
        self.shuffle(&mut items);
        items.truncate(count);
        items
    }

    /// A day from `first` to `last`, both included; `first` if they cross.
    pub(crate) fn day(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        let days = (last - first).num_days().max(0);
        let ahead = self.between(0, days);
        crate::span::later(first, ahead.unsigned_abs())
    }
}
