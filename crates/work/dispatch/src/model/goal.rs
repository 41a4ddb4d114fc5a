//! What has been reached of a campaign's goal, by exact comparison.

use kernel::{Money, Month};
use ledger::{Figure, Indicator, Value, Window};
use outreach::{Goal, GoalMeasure, GoalUnit};

/// A goal with what has been reached of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalProgress {
    /// The goal.
    pub goal: Goal,
    /// The indicator's name in Chinese; its code where no definition has it any more.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// What is to be reached, as print has it: `100.0%`, `650.0亿元`, `120家`.
    pub wanted: String,
    /// The months that were looked at; nothing where the campaign has not begun.
    pub window: Option<Window>,
    /// What has been reached, printed in the same way; nothing where there is no figure.
    pub reached: Option<String>,
    /// Whether the goal is reached; nothing where there is no figure.
    pub is_reached: Option<bool>,
}

/// 2023年6月.
pub(crate) fn month_label(month: Month) -> String {
    format!("{}年{}月", month.year(), month.of_year())
}

fn percent(tenths: i64) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}%", tenths / 10, tenths % 10)
}

/// A goal's value as print has it.
pub(crate) fn goal_text(goal: &Goal, indicator: Option<&Indicator>) -> String {
    let unit = indicator.map_or("", |indicator| indicator.count_unit.zh.as_str());
    match goal.draft.unit {
        GoalUnit::Money => {
            let money = Value::Money(Money::from_fen(goal.draft.value));
            format!("{}亿元", money.display())
        }
        GoalUnit::Percent => percent(goal.draft.value),
        GoalUnit::Count => format!("{}{unit}", goal.draft.value),
    }
}

impl GoalProgress {
    /// The progress of `goal`, whose indicator's figure of `window` is `figure`.
    pub(crate) fn new(
        goal: &Goal,
        indicator: Option<&Indicator>,
        window: Option<Window>,
        figure: Option<&Figure>,
    ) -> Self {
        let standing = figure.and_then(|figure| standing(goal, figure));
        let unit = indicator.map_or("", |indicator| indicator.count_unit.zh.as_str());
        let printed = |figure: &Figure| match goal.draft.measure {
            GoalMeasure::Yoy => figure.yoy.map(|yoy| percent(yoy.tenths())),
            GoalMeasure::Value => figure.value.map(|value| match value {
                Value::Money(_) => format!("{}亿元", value.display()),
                Value::Ratio { .. } => format!("{}%", value.display()),
                _ => format!("{}{unit}", value.display()),
            }),
        };
        let code = &goal.draft.indicator;
        Self {
            goal: goal.clone(),
            name_zh: indicator.map_or_else(|| code.clone(), |known| known.name.zh.clone()),
            name_en: indicator.map_or_else(|| code.clone(), |known| known.name.en.clone()),
            wanted: goal_text(goal, indicator),
            window,
            reached: figure.and_then(printed),
            is_reached: standing.map(|(has, wants)| has >= wants),
        }
    }
}

/// What there is and what the goal wants, on one scale.
fn standing(goal: &Goal, figure: &Figure) -> Option<(i128, i128)> {
    let wanted = i128::from(goal.draft.value);
    let plain = |value: Value| match value {
        Value::Money(money) => Some(i128::from(money.fen())),
        Value::Count(count) => Some(i128::from(count)),
        _ => None,
    };
    match (goal.draft.measure, figure.value?) {
        (
            GoalMeasure::Value,
            Value::Ratio {
                numerator,
                denominator,
            },
        ) => Some((
            i128::from(numerator) * 1_000,
            wanted * i128::from(denominator),
        )),
        (GoalMeasure::Value, value) => Some((plain(value)?, wanted)),
        (GoalMeasure::Yoy, value) => {
            let (now, then) = (plain(value)?, plain(figure.last_year?)?);
            (then > 0).then(|| ((now - then) * 1_000, wanted * then))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Percent;
    use outreach::{GoalDraft, GoalId};

    fn goal(measure: GoalMeasure, unit: GoalUnit, value: i64) -> Goal {
        Goal {
            id: GoalId::new(1),
            draft: GoalDraft {
                indicator: "x".into(),
                measure,
                unit,
                value,
                until: "2023-12".parse().expect("a month"),
            },
            revision: 1,
        }
    }

    fn figure(value: Value, last_year: Option<Value>) -> Figure {
        Figure {
            indicator: "x".into(),
            unit: 1,
            value: Some(value),
            last_year,
            last_year_known_now: None,
            yoy: None,
            plan: None,
            completion: None,
            on_schedule: None,
            light: None,
            rank: None,
            facts: 0,
            subjects: None,
            definition_version: 1,
        }
    }

    fn is_reached(goal: &Goal, figure: &Figure) -> Option<bool> {
        GoalProgress::new(goal, None, None, Some(figure)).is_reached
    }

    #[test]
    fn a_growth_of_ten_percent_is_reached_exactly_at_ten_percent() {
        let goal = goal(GoalMeasure::Yoy, GoalUnit::Percent, 100);
        let of = |now| figure(Value::Count(now), Some(Value::Count(1_000)));
        assert_eq!(is_reached(&goal, &of(1_100)), Some(true));
        assert_eq!(is_reached(&goal, &of(1_099)), Some(false));
        let no_base = figure(Value::Count(5), None);
        assert_eq!(is_reached(&goal, &no_base), None);
    }

    #[test]
    fn a_rate_is_compared_as_a_fraction() {
        let goal = goal(GoalMeasure::Value, GoalUnit::Percent, 1_000);
        let of = |numerator| {
            figure(
                Value::Ratio {
                    numerator,
                    denominator: 5_000,
                },
                None,
            )
        };
        // 4,999 of 5,000 is printed as 100.0 %.
        assert_eq!(is_reached(&goal, &of(4_999)), Some(false));
        assert_eq!(is_reached(&goal, &of(5_000)), Some(true));
        assert_eq!(Percent::of(4_999, 5_000).map(Percent::tenths), Some(1_000));
    }

    #[test]
    fn goals_are_printed_in_their_unit() {
        let money = goal(GoalMeasure::Value, GoalUnit::Money, 6_500_000_000_000);
        assert_eq!(goal_text(&money, None), "650.0亿元");
        let percent = goal(GoalMeasure::Yoy, GoalUnit::Percent, 105);
        assert_eq!(goal_text(&percent, None), "10.5%");
    }
}
