//! Indicator definitions: TOML entries, read, checked and compiled.

use super::expression::ExpressionRefusal;
use super::kinds::KindsRefusal;
use kernel::Month;
use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// What an indicator's value is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub enum UnitOfValue {
    /// Money.
    #[serde(rename = "CNY")]
    Money,
    /// A number of things.
    #[serde(rename = "count")]
    Count,
    /// A percentage.
    #[serde(rename = "percent")]
    Percent,
    /// Yes or no.
    #[serde(rename = "boolean")]
    Boolean,
}

/// The sort of an indicator (rule 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Sums what facts bring.
    Flow,
    /// Counts subjects by their recognised state.
    State,
    /// One indicator divided by another.
    Ratio,
    /// Whether every planned indicator named is on schedule at the end of June (双过半).
    DoubleHalf,
}

/// What a flow or state gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The sum of amounts.
    Amount,
    /// The number of events (次) or subjects (个).
    Count,
    /// The number of different subjects (家).
    Distinct,
}

/// Where a correction across years is charged (rule 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Late {
    /// To the month it is booked in.
    ChargeCurrent,
    /// To the month of what it corrects.
    RestateOrigin,
}

/// Whose credit counts (rule 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The units credited when the fact was recognised.
    Recognition,
    /// The units that hold it now; a transfer moves it.
    Now,
}

/// What units are ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankBy {
    /// The value itself.
    Value,
    /// The completion of the plan.
    Completion,
}

/// One version of an indicator's definition, as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The code, such as `funds_arrived`.
    pub code: String,
    /// The version, from 1.
    #[serde(default = "first")]
    pub version: i32,
    /// The first month whose figures use this version; every month when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<Month>,
    /// Its name.
    pub name: Text,
    /// Its meaning, in a sentence.
    pub definition: Text,
    /// The unit of count that is printed: 个, 家, 次, 亿元.
    pub count_unit: Text,
    /// Where the rule comes from.
    pub source: Text,
    /// What the value is measured in.
    pub unit: UnitOfValue,
    /// Flow, state, ratio or double half.
    pub sort: Sort,
    /// What it gives; for flows and states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// The kinds of facts that a flow looks at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    /// The kind of subject whose state a state indicator looks at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The condition, in CEL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The amount in fen, in CEL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// The month a subject counts in, in CEL; a state without one is a stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cohort: Option<String>,
    /// Where corrections across years go; flows only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
    /// Whose credit counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Basis>,
    /// For states: the kind of fact whose credit counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_of: Option<String>,
    /// A ratio's numerator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<String>,
    /// A ratio's denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// The indicators of a double half.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
    /// Whether annual targets are set for it.
    #[serde(default)]
    pub planned: bool,
    /// What units are ranked by.
    #[serde(default = "by_value")]
    pub rank_by: RankBy,
}

fn first() -> i32 {
    1
}

fn by_value() -> RankBy {
    RankBy::Value
}

impl Indicator {
    /// Whether it is a stock: a state that takes all cohorts.
    pub fn is_stock(&self) -> bool {
        self.sort == Sort::State && self.cohort.is_none()
    }

    /// The text that is kept with the version, so that a figure's definition can be shown
    /// as it was.
    pub fn body(&self) -> String {
        serde_json::to_string(self).expect("a definition is plain data")
    }
}

/// Why definitions were refused; the text names the indicator and the field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionRefusal {
    /// The file is not TOML of the right shape.
    #[error("definitions: {0}")]
    File(String),
    /// The kinds are wrong.
    #[error(transparent)]
    Kinds(#[from] KindsRefusal),
    /// An expression is wrong.
    #[error("indicator {code}, {field}: {refusal}")]
    Expression {
        /// The indicator.
        code: String,
        /// `when`, `amount` or `cohort`.
        field: &'static str,
        /// What is wrong.
        refusal: ExpressionRefusal,
    },
    /// A definition contradicts itself or the others.
    #[error("indicator {code}: {what}")]
    Shape {
        /// The indicator.
        code: String,
        /// What is wrong.
        what: String,
    },
}
