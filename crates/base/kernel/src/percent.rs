//! Printed percentages, and exact comparison where a printed one would not do.

use crate::money::{format_scaled, round_half_up};
use std::cmp::Ordering;
use std::fmt;

/// A percentage with one decimal, kept in tenths of a percent. For printing only:
/// schedule, lights and ranks compare exact fractions (domain rule 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// `part` of `whole`, half up; `None` where there is no positive base (printed —).
    pub fn of(part: i128, whole: i128) -> Option<Self> {
        if whole <= 0 {
            return None;
        }
        let tenths = round_half_up(part.checked_mul(1000)?, whole);
        i64::try_from(tenths).ok().map(Self)
    }

    /// How much `now` has grown over `then`; `None` where there is no positive base.
    pub fn growth(now: i128, then: i128) -> Option<Self> {
        Self::of(now.checked_sub(then)?, then)
    }

    /// The tenths of a percent.
    pub const fn tenths(self) -> i64 {
        self.0
    }

    /// The difference of two printed percentages, in 百分点 (percentage points).
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format_scaled(i128::from(self.0), 1))
    }
}

impl serde::Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Compares `a/b` with `c/d` exactly; both denominators positive. `None` on overflow.
pub fn compare_fractions((a, b): (i128, i128), (c, d): (i128, i128)) -> Option<Ordering> {
    Some(a.checked_mul(d)?.cmp(&c.checked_mul(b)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_round_half_up() {
        assert_eq!(Percent::of(243, 400).expect("base").to_string(), "60.8"); // 60.75 exactly
        assert_eq!(Percent::growth(243, 218).expect("base").to_string(), "11.5");
        assert_eq!(Percent::growth(3, 4).expect("base").to_string(), "-25.0");
        assert_eq!(
            Percent::growth(-1, 2000).map(|p| p.to_string()).as_deref(),
            Some("-100.1")
        );
    }

    #[test]
    fn no_base_gives_no_percentage() {
        assert_eq!(Percent::of(5, 0), None);
        assert_eq!(Percent::growth(5, 0), None);
    }
}
