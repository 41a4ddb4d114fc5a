//! A goal as forms send it.

use crate::model::{GoalMeasure, NewGoal};
use kernel::Month;
use serde::Deserialize;

/// A goal to be set.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GoalIn {
    /// The indicator, by code or name.
    indicator: String,
    /// What of it the goal is set for.
    measure: GoalMeasure,
    /// The value: yuan for money, percent with at most one decimal for percentages and
    /// changes since last year, else a whole number.
    value: String,
    /// The month by whose end it is to be reached.
    #[schema(value_type = String)]
    until_month: Month,
}

impl From<GoalIn> for NewGoal {
    fn from(goal: GoalIn) -> Self {
        Self {
            indicator: goal.indicator,
            measure: goal.measure,
            value: goal.value,
            until: goal.until_month,
        }
    }
}
