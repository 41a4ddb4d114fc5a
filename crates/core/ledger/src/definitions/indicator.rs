//! Indicator definitions: TOML entries, read, checked and compiled.

use super::expression::{Expression, ExpressionRefusal, Names};
use super::kinds::{ENVELOPE, FieldType, Kinds, KindsRefusal};
use kernel::Month;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    indicator: Vec<Indicator>,
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

/// How a definition turns facts into postings or figures.
#[derive(Debug, Clone)]
pub(crate) enum Rule {
    Flow {
        on: BTreeSet<String>,
        when: Option<Expression>,
        amount: Option<Expression>,
        late: Late,
        basis: Basis,
    },
    State {
        subject: String,
        when: Expression,
        amount: Option<Expression>,
        cohort: Option<Expression>,
        basis: Basis,
        credit_of: String,
    },
    Ratio {
        numerator: String,
        denominator: String,
    },
    DoubleHalf {
        of: Vec<String>,
    },
}

/// A checked definition.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    pub(crate) indicator: Indicator,
    pub(crate) rule: Rule,
}

/// Reads one file of definitions.
pub(crate) fn parse(text: &str, kinds: &Kinds) -> Result<Vec<Compiled>, DefinitionRefusal> {
    let file: File =
        toml::from_str(text).map_err(|error| DefinitionRefusal::File(error.to_string()))?;
    file.indicator
        .into_iter()
        .map(|indicator| compile(indicator, kinds))
        .collect()
}

fn compile(indicator: Indicator, kinds: &Kinds) -> Result<Compiled, DefinitionRefusal> {
    let shape = |what: String| DefinitionRefusal::Shape {
        code: indicator.code.clone(),
        what,
    };
    let missing = |field: &str| shape(format!("{field} is missing"));
    let names = match indicator.sort {
        Sort::Flow => fact_names(&indicator.on, kinds).map_err(&shape)?,
        Sort::State => {
            let subject = indicator
                .subject
                .as_deref()
                .ok_or_else(|| missing("subject"))?;
            kinds
                .state_of(subject)
                .map(|(field, of_type)| (format!("state.{field}"), of_type))
                .collect()
        }
        Sort::Ratio | Sort::DoubleHalf => Names::new(),
    };
    let expression = |field: &'static str, source: &Option<String>, wanted: FieldType| {
        source
            .as_deref()
            .map(|source| {
                Expression::compile(source, &names, wanted).map_err(|refusal| {
                    DefinitionRefusal::Expression {
                        code: indicator.code.clone(),
                        field,
                        refusal,
                    }
                })
            })
            .transpose()
    };
    let when = expression("when", &indicator.when, FieldType::Bool)?;
    let amount = expression("amount", &indicator.amount, FieldType::Int)?;
    let cohort = expression("cohort", &indicator.cohort, FieldType::Int)?;
    if matches!(indicator.sort, Sort::Flow | Sort::State) {
        let measure = indicator.measure.ok_or_else(|| missing("measure"))?;
        if (measure == Measure::Amount) != (indicator.unit == UnitOfValue::Money) {
            return Err(shape(
                "an amount is money, and only money is an amount".into(),
            ));
        }
        if measure == Measure::Amount && amount.is_none() {
            return Err(missing("amount"));
        }
        if measure == Measure::Distinct && indicator.sort == Sort::State {
            return Err(shape("a state counts each subject once already".into()));
        }
    }
    let basis = indicator.credit.unwrap_or(Basis::Recognition);
    let rule = match indicator.sort {
        Sort::Flow => Rule::Flow {
            on: indicator.on.iter().cloned().collect(),
            when,
            amount,
            late: indicator.late.ok_or_else(|| missing("late"))?,
            basis,
        },
        Sort::State => {
            let credit_of = indicator
                .credit_of
                .clone()
                .ok_or_else(|| missing("credit_of"))?;
            if kinds.get(&credit_of).is_none() {
                return Err(shape(format!(
                    "credit_of names {credit_of}, which is no kind"
                )));
            }
            Rule::State {
                subject: indicator
                    .subject
                    .clone()
                    .ok_or_else(|| missing("subject"))?,
                when: when.ok_or_else(|| missing("when"))?,
                amount,
                cohort,
                basis,
                credit_of,
            }
        }
        Sort::Ratio => Rule::Ratio {
            numerator: indicator
                .numerator
                .clone()
                .ok_or_else(|| missing("numerator"))?,
            denominator: indicator
                .denominator
                .clone()
                .ok_or_else(|| missing("denominator"))?,
        },
        Sort::DoubleHalf => Rule::DoubleHalf {
            of: indicator.of.clone(),
        },
    };
    Ok(Compiled { indicator, rule })
}

/// The names a flow may use: the envelope, and the fields that every kind in `on` has
/// with one type.
fn fact_names(on: &[String], kinds: &Kinds) -> Result<Names, String> {
    if on.is_empty() {
        return Err("on is missing".into());
    }
    let mut names: Names = ENVELOPE
        .iter()
        .map(|(field, of_type)| (format!("fact.{field}"), *of_type))
        .collect();
    let mut common: Option<BTreeMap<String, FieldType>> = None;
    for code in on {
        let kind = kinds
            .get(code)
            .ok_or_else(|| format!("on names {code}, which is no kind"))?;
        common = Some(match common {
            None => kind.fields.clone(),
            Some(before) => before
                .into_iter()
                .filter(|(field, of_type)| kind.fields.get(field) == Some(of_type))
                .collect(),
        });
    }
    names.extend(
        common
            .unwrap_or_default()
            .into_iter()
            .map(|(field, of_type)| (format!("fact.{field}"), of_type)),
    );
    Ok(names)
}

/// Checks what only the whole set can tell: versions, ratios and double halves.
pub(crate) fn check_together(all: &[Compiled]) -> Result<(), DefinitionRefusal> {
    let mut versions = BTreeSet::new();
    let sorts: BTreeMap<&str, &Indicator> = all
        .iter()
        .map(|compiled| (compiled.indicator.code.as_str(), &compiled.indicator))
        .collect();
    for compiled in all {
        let indicator = &compiled.indicator;
        let shape = |what: String| DefinitionRefusal::Shape {
            code: indicator.code.clone(),
            what,
        };
        if !versions.insert((&indicator.code, indicator.version)) {
            return Err(shape(format!(
                "version {} is there twice",
                indicator.version
            )));
        }
        let base = |code: &String| match sorts.get(code.as_str()) {
            Some(other) if matches!(other.sort, Sort::Flow | Sort::State) => Ok(*other),
            Some(_) => Err(shape(format!("{code} is neither flow nor state"))),
            None => Err(shape(format!("{code} is not defined"))),
        };
        match &compiled.rule {
            Rule::Ratio {
                numerator,
                denominator,
            } => {
                if base(numerator)?.is_stock() != base(denominator)?.is_stock() {
                    return Err(shape(
                        "a stock is not divided by a window, or the reverse".into(),
                    ));
                }
            }
            Rule::DoubleHalf { of } => {
                for code in of {
                    if !base(code)?.planned {
                        return Err(shape(format!("{code} has no annual target")));
                    }
                }
            }
            Rule::Flow { .. } | Rule::State { .. } => {}
        }
    }
    Ok(())
}
