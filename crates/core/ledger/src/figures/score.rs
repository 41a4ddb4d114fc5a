//! The score that ranks units: completion against schedule, capped, weighted [P].

use kernel::{Percent, compare_fractions, round_half_up};
use std::cmp::Ordering;

/// How units are scored. Assumed (假定): a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// Indicator and weight; the weights sum to 100.
    pub parts: Vec<(String, i64)>,
    /// Completion counts up to this many percent of the schedule.
    pub cap: i64,
}

impl Default for Weights {
    /// Funds 60, projects 40, capped at 120 % of the schedule.
    fn default() -> Self {
        Self {
            parts: vec![
                ("funds_arrived".into(), 60),
                ("new_projects_over_100m".into(), 40),
            ],
            cap: 120,
        }
    }
}

/// A unit's score: an exact fraction, so that two units tie only if they are equal.
#[derive(Debug, Clone, Copy)]
pub struct Score {
    numerator: i128,
    denominator: i128,
}

impl Score {
    /// The score as it is printed, with one decimal.
    pub fn points(self) -> Option<Percent> {
        let tenths = round_half_up(self.numerator.checked_mul(10)?, self.denominator);
        Percent::of(tenths, 1000)
    }

    /// Which of two scores is the better, exactly.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        compare_fractions(
            (self.numerator, self.denominator),
            (other.numerator, other.denominator),
        )
    }
}

/// Σ weight × min(value / (plan × passed / 12), cap %). `parts` are (weight, value, plan);
/// `None` where a target is missing: such a unit is not ranked.
pub fn score(parts: &[(i64, Option<i64>, Option<i64>)], passed: i32, cap: i64) -> Option<Score> {
    let mut sum: (i128, i128) = (0, 1);
    for (weight, value, plan) in parts {
        let (value, plan) = (i128::from((*value)?), i128::from((*plan)?));
        if plan <= 0 || passed <= 0 {
            return None;
        }
        let (mut part, mut whole) = (value.max(0) * 12, plan * i128::from(passed));
        if part * 100 > whole * i128::from(cap) {
            (part, whole) = (i128::from(cap), 100);
        }
        let divisor = greatest_common_divisor(part, whole);
        let (part, whole) = (part / divisor * i128::from(*weight), whole / divisor);
        sum = (
            sum.0
                .checked_mul(whole)?
                .checked_add(part.checked_mul(sum.1)?)?,
            sum.1.checked_mul(whole)?,
        );
    }
    Some(Score {
        numerator: sum.0,
        denominator: sum.1,
    })
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 {
        a.max(1)
    } else {
        greatest_common_divisor(b, a % b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_capped_at_120_percent_of_the_schedule() {
        let parts = [(60, Some(595), Some(1_000)), (40, Some(648), Some(1_000))];
        let points = score(&parts, 6, 120).and_then(Score::points);
        assert_eq!(
            points.map(|points| points.to_string()).as_deref(),
            Some("119.4")
        );
    }

    #[test]
    fn scores_that_print_alike_are_still_told_apart() {
        let one = score(&[(100, Some(50_001), Some(100_000))], 12, 120).expect("planned");
        let other = score(&[(100, Some(50_002), Some(100_000))], 12, 120).expect("planned");
        assert_eq!(one.points(), other.points());
        assert_eq!(one.compare(other), Some(Ordering::Less));
    }

    #[test]
    fn a_unit_without_a_target_has_no_score() {
        assert!(score(&[(60, Some(5), None)], 6, 120).is_none());
        assert!(score(&[(60, Some(5), Some(0))], 6, 120).is_none());
    }
}
