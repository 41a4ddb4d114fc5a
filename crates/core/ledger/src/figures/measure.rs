//! From sums to figures: values, growth, completion, schedule, lights and ranks, all in
//! exact integers; only what is printed is rounded (rule 14).

use crate::definitions::UnitOfValue;
use kernel::{Money, Percent, compare_fractions};
use serde_json::Value as Json;
use std::cmp::Ordering;

/// The value of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Money.
    Money(Money),
    /// A number of things.
    Count(i64),
    /// One count divided by another; nothing where the denominator is 0.
    Ratio {
        /// The part.
        numerator: i64,
        /// The whole.
        denominator: i64,
    },
    /// Yes or no.
    Truth(bool),
}

impl Value {
    /// From a sum of fen or of things.
    pub(crate) fn of(unit: UnitOfValue, sum: i64) -> Self {
        match unit {
            UnitOfValue::Money => Self::Money(Money::from_fen(sum)),
            _ => Self::Count(sum),
        }
    }

    /// The plain number behind money and counts.
    pub(crate) fn number(self) -> Option<i64> {
        match self {
            Self::Money(money) => Some(money.fen()),
            Self::Count(count) => Some(count),
            Self::Ratio { .. } | Self::Truth(_) => None,
        }
    }

    /// The printed percentage of a ratio.
    pub fn percent(self) -> Option<Percent> {
        match self {
            Self::Ratio {
                numerator,
                denominator,
            } => Percent::of(numerator.into(), denominator.into()),
            _ => None,
        }
    }

    /// As JSON carries it: money as a decimal string in yuan, a count as an integer, a
    /// percentage as a string with one decimal, null where there is none.
    pub fn json(self) -> Json {
        match self {
            Self::Money(money) => money.to_string().into(),
            Self::Count(count) => count.into(),
            Self::Ratio { .. } => self
                .percent()
                .map_or(Json::Null, |percent| percent.to_string().into()),
            Self::Truth(truth) => truth.into(),
        }
    }

    /// As a headline prints it: 亿元 and percentages with one decimal, — where there is none.
    pub fn display(self) -> String {
        match self {
            Self::Money(money) => money.in_yi(),
            Self::Count(count) => count.to_string(),
            Self::Ratio { .. } => self
                .percent()
                .map_or_else(|| "—".into(), |percent| percent.to_string()),
            Self::Truth(truth) => truth.to_string(),
        }
    }
}

/// How a value has changed since last year: in percent, for ratios in 百分点. `None`
/// without a base (domain rule 6: printed —, never 100 % or ∞).
pub(crate) fn change(now: Value, then: Value) -> Option<Percent> {
    match (now, then) {
        (Value::Ratio { .. }, Value::Ratio { .. }) => Some(now.percent()?.minus(then.percent()?)),
        _ => Percent::growth(now.number()?.into(), then.number()?.into()),
    }
}

/// A light: how far a value lies behind its schedule [P 银川].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// On schedule or less than 10 points behind.
    Normal,
    /// 10 to 30 points behind.
    Slow,
    /// More than 30 points behind.
    Behind,
}

/// What a value is against its annual target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Progress {
    pub completion: Percent,
    pub on_schedule: bool,
    pub light: Light,
}

/// Progress at the end of month `passed` (1 to 12) of the year; `None` without a positive
/// target.
pub(crate) fn progress(value: i64, plan: i64, passed: i32) -> Option<Progress> {
    let (value, plan, passed) = (i128::from(value), i128::from(plan), i128::from(passed));
    let completion = Percent::of(value, plan)?;
    // How far behind, as a fraction of 12 × plan; no percentage is compared.
    let behind = plan * passed - value * 12;
    let light = if behind * 10 < plan * 12 {
        Light::Normal
    } else if behind * 10 <= plan * 36 {
        Light::Slow
    } else {
        Light::Behind
    };
    Some(Progress {
        completion,
        on_schedule: behind <= 0,
        light,
    })
}

/// What units are compared by: a fraction with a positive denominator.
pub(crate) type Standing = (i128, i128);

/// Ranks in the order of `standings`, best first; ties share (1, 1, 3). Who has no
/// standing has no rank.
pub(crate) fn ranks(standings: &[Option<Standing>]) -> Vec<Option<u32>> {
    standings
        .iter()
        .map(|standing| {
            let own = (*standing)?;
            let better = standings
                .iter()
                .flatten()
                .filter(|other| compare_fractions(**other, own) == Some(Ordering::Greater))
                .count();
            u32::try_from(better + 1).ok()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn april_stood_exactly_on_schedule() {
        let yi = 10_000_000_000i64;
        let progress = progress(2_167 * yi / 10, 650 * yi, 4).expect("planned");
        assert!(
            progress.on_schedule,
            "216.7 × 12 ≥ 650 × 4, whatever 33.3 % looks like"
        );
        assert_eq!(progress.completion.to_string(), "33.3");
        assert_eq!(progress.light, Light::Normal);
    }

    #[test]
    fn lights_turn_at_ten_and_thirty_points() {
        let light = |value| progress(value, 1_000, 6).expect("planned").light;
        assert_eq!(light(401), Light::Normal);
        assert_eq!(light(400), Light::Slow);
        assert_eq!(light(200), Light::Slow);
        assert_eq!(light(199), Light::Behind);
    }

    #[test]
    fn no_target_gives_no_progress() {
        assert_eq!(progress(5, 0, 6), None);
    }

    #[test]
    fn ties_share_a_rank() {
        let standings = [
            Some((1, 2)),
            Some((2, 4)),
            None,
            Some((1, 3)),
            Some((9, 10)),
        ];
        assert_eq!(
            ranks(&standings),
            [Some(2), Some(2), None, Some(4), Some(1)]
        );
    }

    #[test]
    fn a_ratio_changes_in_percentage_points() {
        let now = Value::Ratio {
            numerator: 324,
            denominator: 437,
        };
        let then = Value::Ratio {
            numerator: 1,
            denominator: 2,
        };
        assert_eq!(now.display(), "74.1");
        assert_eq!(
            change(now, then)
                .map(|points| points.to_string())
                .as_deref(),
            Some("24.1")
        );
        assert_eq!(
            change(
                now,
                Value::Ratio {
                    numerator: 0,
                    denominator: 0
                }
            ),
            None
        );
    }
}
