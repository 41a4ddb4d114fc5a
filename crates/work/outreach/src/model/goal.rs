//! A goal of a campaign: what an indicator is to reach, and by when.

use super::words::{GoalMeasure, GoalUnit};
use kernel::{Entity, Id, Money, Month};
use ledger::{Indicator, UnitOfValue};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The key of a [`Goal`].
pub type GoalId = Id<Goal>;

/// A goal as typed into a form: its value as text in its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGoal {
    /// The indicator, by code or name.
    pub indicator: String,
    /// What of it the goal is set for.
    pub measure: GoalMeasure,
    /// The value: yuan, a percentage, or a whole number.
    pub value: String,
    /// The month by whose end it is to be reached.
    pub until: Month,
}

/// A goal that passed its checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalDraft {
    /// The indicator's code.
    pub indicator: String,
    /// What of it the goal is set for.
    pub measure: GoalMeasure,
    /// What the value is measured in.
    pub unit: GoalUnit,
    /// The value: in fen, in tenths of a percent, or a whole number; never negative.
    pub value: i64,
    /// The month by whose end it is to be reached.
    pub until: Month,
}

/// A goal as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its key.
    pub id: GoalId,
    /// What it is.
    pub draft: GoalDraft,
    /// How often it was written, from 1.
    pub revision: i32,
}

impl Entity for Goal {
    const PREFIX: &'static str = "goa";
}

/// Why a goal is refused, as a problem of one field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GoalRefusal {
    /// The field of a row; in a form all are `goals`.
    pub field: &'static str,
    /// The stable code.
    pub code: &'static str,
    /// The code's parameters.
    pub params: Value,
}

/// The codes with which goals are refused.
pub(crate) const CODES: &[&str] = &[
    "campaigns.goal_before_campaign",
    "campaigns.goal_malformed",
    "campaigns.goal_twice",
    "campaigns.indicator_unknown",
    "campaigns.indicator_without_goal",
];

impl GoalDraft {
    /// What tells the goals of a campaign apart.
    pub(crate) fn key(&self) -> (&str, GoalMeasure) {
        (&self.indicator, self.measure)
    }

    /// The value as text in its unit: `"35000000000.00"` yuan, `"10.0"` percent, `"120"`.
    pub fn value_text(&self) -> String {
        match self.unit {
            GoalUnit::Money => Money::from_fen(self.value).to_string(),
            GoalUnit::Percent => format!("{}.{}", self.value / 10, self.value % 10),
            GoalUnit::Count => self.value.to_string(),
        }
    }
}

/// What a goal of this measure is measured in.
///
/// # Errors
/// For what is true or false there is no goal.
pub(crate) fn unit_of(
    indicator: &Indicator,
    measure: GoalMeasure,
) -> Result<GoalUnit, GoalRefusal> {
    match (indicator.unit, measure) {
        (UnitOfValue::Boolean, _) => Err(GoalRefusal {
            field: "indicator",
            code: "campaigns.indicator_without_goal",
            params: json!({ "indicator": indicator.name.zh }),
        }),
        (_, GoalMeasure::Yoy) | (UnitOfValue::Percent, _) => Ok(GoalUnit::Percent),
        (UnitOfValue::Money, _) => Ok(GoalUnit::Money),
        (UnitOfValue::Count, _) => Ok(GoalUnit::Count),
    }
}

/// Refuses a goal that is to be reached before its campaign begins.
pub(crate) fn judge_until(from: Month, until: Month) -> Result<(), GoalRefusal> {
    if until >= from {
        return Ok(());
    }
    Err(GoalRefusal {
        field: "until",
        code: "campaigns.goal_before_campaign",
        params: json!({ "from": from }),
    })
}

/// Checks a goal of a campaign that begins in `from`.
pub(crate) fn check_goal<'a>(
    from: Month,
    new: &NewGoal,
    find: impl Fn(&str) -> Option<&'a Indicator>,
) -> Result<GoalDraft, GoalRefusal> {
    let indicator = find(&new.indicator).ok_or_else(|| GoalRefusal {
        field: "indicator",
        code: "campaigns.indicator_unknown",
        params: json!({ "indicator": new.indicator }),
    })?;
    let unit = unit_of(indicator, new.measure)?;
    judge_until(from, new.until)?;
    let value = value_of(&new.value, unit).ok_or_else(|| GoalRefusal {
        field: "value",
        code: "campaigns.goal_malformed",
        params: json!({ "found": new.value }),
    })?;
    Ok(GoalDraft {
        indicator: indicator.code.clone(),
        measure: new.measure,
        unit,
        value,
        until: new.until,
    })
}

/// A value that is not negative, from its text in `unit`.
fn value_of(text: &str, unit: GoalUnit) -> Option<i64> {
    let text = text.trim();
    let value = match unit {
        GoalUnit::Money => text.parse::<Money>().ok()?.fen(),
        GoalUnit::Count => text.parse::<i64>().ok()?,
        GoalUnit::Percent => {
            let (whole, tenths) = text.split_once('.').unwrap_or((text, "0"));
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            if !digits(whole) || tenths.len() != 1 || !digits(tenths) {
                return None;
            }
            let whole = whole.parse::<i64>().ok()?;
            whole.checked_mul(10)?.checked_add(tenths.parse().ok()?)?
        }
    };
    (value >= 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_survives_its_text() {
        for (text, unit, value) in [
            ("35000000000.00", GoalUnit::Money, 3_500_000_000_000),
            ("10.5", GoalUnit::Percent, 105),
            ("100.0", GoalUnit::Percent, 1_000),
            ("120", GoalUnit::Count, 120),
        ] {
            assert_eq!(value_of(text, unit), Some(value), "{text}");
            let draft = GoalDraft {
                indicator: "x".into(),
                measure: GoalMeasure::Value,
                unit,
                value,
                until: "2023-12".parse().unwrap(),
            };
            assert_eq!(draft.value_text(), text);
        }
        assert_eq!(value_of("10", GoalUnit::Percent), Some(100));
    }

    #[test]
    fn what_is_no_value_of_its_unit_is_refused() {
        for (text, unit) in [
            ("10.55", GoalUnit::Percent),
            ("-1.0", GoalUnit::Percent),
            ("10%", GoalUnit::Percent),
            ("1.5", GoalUnit::Count),
            ("-3", GoalUnit::Count),
            ("1.234", GoalUnit::Money),
            ("-1.00", GoalUnit::Money),
        ] {
            assert_eq!(value_of(text, unit), None, "{text}");
        }
    }

    #[test]
    fn a_goal_is_not_due_before_its_campaign() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        assert_eq!(judge_until(month("2023-02"), month("2023-02")), Ok(()));
        let refusal = judge_until(month("2023-02"), month("2023-01")).unwrap_err();
        assert_eq!(refusal.code, "campaigns.goal_before_campaign");
    }
}
