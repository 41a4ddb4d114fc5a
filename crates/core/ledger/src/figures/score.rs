//! The score that ranks units: completion against schedule, capped, weighted [P].

use kernel::{Percent, round_half_up};

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

/// The score with one decimal: Σ weight × min(value / (plan × passed / 12), cap %).
/// `None` where a target is missing: such a unit is not ranked.
pub fn score(parts: &[(i64, Option<i64>, Option<i64>)], passed: i32, cap: i64) -> Option<Percent> {
    let (numerator, denominator) = score_fraction(parts, passed, cap)?;
    let tenths = round_half_up(numerator.checked_mul(10)?, denominator);
    Percent::of(tenths, 1000)
}

/// The score as an exact fraction, for ranking. `parts` are (weight, value, plan).
pub(crate) fn score_fraction(
    parts: &[(i64, Option<i64>, Option<i64>)],
    passed: i32,
    cap: i64,
) -> Option<(i128, i128)> {
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
    Some(sum)
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
        assert_eq!(score(&parts, 6, 120).expect("planned").to_string(), "119.4");
    }

    #[test]
    fn a_unit_without_a_target_has_no_score() {
        assert_eq!(score(&[(60, Some(5), None)], 6, 120), None);
        assert_eq!(score(&[(60, Some(5), Some(0))], 6, 120), None);
    }
}
