//! From TOML entries to checked rules: expressions compiled, shapes compared.

use super::expression::{Expression, Names};
use super::indicator::{Basis, DefinitionRefusal, Indicator, Late, Measure, Sort, UnitOfValue};
use super::kinds::{ENVELOPE, FieldType, Kinds};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    indicator: Vec<Indicator>,
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
