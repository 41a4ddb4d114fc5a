//! Judging rows of targets against those that stand, and recording them.

use super::{DEFAULT_UNIT, NEGATIVE, WRONG_UNIT, YEAR_IMPOSSIBLE, source};
use crate::importer::{Boxed, Change, Checker, Context, RowProblem, Verdict, Written};
use crate::kind::KindSpec;
use crate::kinds::planned_indicators;
use crate::row::RowIn;
use db::DatabaseTransaction;
use kernel::{Fault, Money, Outcome, local_date};
use ledger::{
    Books, Credit, CreditMode, FieldValue, Indicator, NewFact, PLAN_SET, Subject, UnitOfValue,
};
use orgs::UnitTree;
use serde_json::json;
use sheets::{Decimal, MoneyUnit, Unit, normal_text, parse};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A target's place: year, indicator, and the unit by its code, since a unit may be new in
/// the same batch.
pub(super) type Place = (i32, String, String);

pub(super) struct PlanChecker {
    pub tree: UnitTree,
    pub books: Arc<Books>,
    pub open: Option<kernel::Month>,
    /// Units that are new in the batch: code and name, both leading to the code.
    pub new_units: HashMap<String, String>,
    pub standing: BTreeMap<Place, i64>,
    pub seen: HashMap<Place, (RowIn, i64)>,
}

/// A row that says what a target is to be.
struct Target {
    place: Place,
    value: i64,
    is_money: bool,
}

impl PlanChecker {
    fn indicator(&self, text: &str) -> Option<&Indicator> {
        let wanted = normal_text(text);
        planned_indicators(&self.books, self.open).find(|indicator| {
            indicator.code == wanted || indicator.name.zh == wanted || indicator.name.en == wanted
        })
    }

    fn unit_code(&self, text: &str) -> Option<String> {
        self.tree
            .by_name(text)
            .map(|unit| unit.code.clone())
            .or_else(|| self.new_units.get(text.trim()).cloned())
    }

    /// What the row says, or everything that is wrong with it.
    fn target(&self, row: &RowIn) -> Result<Target, Vec<RowProblem>> {
        let mut problems = Vec::new();
        let year = row.integer("year").unwrap_or_default();
        let year = i32::try_from(year)
            .ok()
            .filter(|year| (1900..=2999).contains(year));
        if year.is_none() {
            problems.push(RowProblem::new("year", YEAR_IMPOSSIBLE, json!({})));
        }
        let text = row.text("unit").unwrap_or_default();
        let unit = self.unit_code(text);
        if unit.is_none() {
            problems.push(RowProblem::unknown("unit", text));
        }
        let text = row.text("indicator").unwrap_or_default();
        let indicator = self.indicator(text);
        if indicator.is_none() {
            problems.push(RowProblem::unknown("indicator", text));
        }
        let value = indicator.and_then(|indicator| {
            value_of(row, indicator)
                .map_err(|problem| problems.push(problem))
                .ok()
        });
        match (year, unit, indicator, value) {
            (Some(year), Some(unit), Some(indicator), Some(value)) => Ok(Target {
                place: (year, indicator.code.clone(), unit),
                value,
                is_money: indicator.unit == UnitOfValue::Money,
            }),
            _ => Err(problems),
        }
    }
}

/// The row's value: in fen for money, else a count.
fn value_of(row: &RowIn, indicator: &Indicator) -> Result<i64, RowProblem> {
    let Some(cell) = row.raw("value") else {
        return Err(RowProblem::empty("value"));
    };
    let named = row.text("unit_of_value");
    let wrong_unit = || {
        let found = named.unwrap_or_default();
        RowProblem::new("unit_of_value", WRONG_UNIT, json!({ "found": found }))
    };
    let parsed = if indicator.unit == UnitOfValue::Money {
        let unit = match named {
            Some(text) => MoneyUnit::from_name(text).ok_or_else(wrong_unit)?,
            None => row
                .unit("value")
                .and_then(Unit::money)
                .unwrap_or(DEFAULT_UNIT),
        };
        parse::money(cell, unit)
    } else {
        if named.is_some_and(|text| MoneyUnit::from_name(text).is_some()) {
            return Err(wrong_unit());
        }
        parse::integer(cell)
    };
    let value = parsed.map_err(|error| RowProblem::cell("value", &error))?;
    if value < 0 {
        return Err(RowProblem::new("value", NEGATIVE, json!({})));
    }
    Ok(value)
}

/// A value as a person would write it: 亿元 without trailing zeros, or a count.
fn shown(value: i64, is_money: bool) -> String {
    if is_money {
        format!("{}亿元", Decimal::new(value, 10))
    } else {
        value.to_string()
    }
}

impl Checker for PlanChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        let target = match self.target(row) {
            Ok(target) => target,
            Err(problems) => return Verdict::Refused(problems),
        };
        if let Some((first, value)) = self.seen.get(&target.place) {
            return if *value == target.value {
                Verdict::Same
            } else {
                Verdict::Refused(vec![RowProblem::twice("value", first)])
            };
        }
        self.seen
            .insert(target.place.clone(), (row.clone(), target.value));
        match self.standing.get(&target.place) {
            None => Verdict::New,
            Some(value) if *value == target.value => Verdict::Same,
            Some(value) => Verdict::Changed(vec![Change {
                field: "value".to_owned(),
                from: Some(shown(*value, target.is_money)),
                to: Some(shown(target.value, target.is_money)),
            }]),
        }
    }

    fn heard(&mut self, row: &RowIn) {
        if row.kind().kind == "units"
            && let (Some(code), Some(name)) = (row.text("code"), row.text("name"))
        {
            self.new_units.insert(code.to_owned(), code.to_owned());
            self.new_units.insert(name.to_owned(), code.to_owned());
        }
    }

    fn commit<'a>(
        &'a mut self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        _: &'static KindSpec,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Vec<Written>>> {
        Box::pin(async move {
            // Units that were new in the batch have their keys by now.
            self.tree = orgs::ops::load_units(tx).await?;
            let mut facts = Vec::with_capacity(rows.len());
            for row in rows {
                let target = self.target(row).map_err(|_| {
                    Fault::broken(format!(
                        "the target of {} has become unreadable",
                        row.place()
                    ))
                })?;
                facts.push(self.fact(cx, target)?);
            }
            let recorded = ledger::record(tx, &self.books, &cx.actor, cx.at, facts).await?;
            Ok(recorded
                .iter()
                .enumerate()
                .map(|(row, recorded)| Written {
                    row,
                    record_kind: "plan",
                    record_id: recorded.seq,
                    fact_seqs: vec![recorded.seq],
                    created: true,
                    before: None,
                })
                .collect())
        })
    }
}

impl PlanChecker {
    fn fact(&self, cx: &Context, target: Target) -> Outcome<NewFact> {
        let (year, indicator, code) = target.place;
        let unit = self
            .tree
            .by_code(&code)
            .ok_or_else(|| Fault::broken(format!("unit {code} has gone")))?;
        let mut above: Vec<i64> = self
            .tree
            .path(unit.key)
            .iter()
            .map(|unit| unit.key)
            .collect();
        above.pop();
        above.reverse();
        Ok(NewFact {
            kind: PLAN_SET.to_owned(),
            subject: Subject::new("unit", unit.key),
            occurred_on: local_date(cx.at),
            opening: false,
            amount: Money::ZERO,
            credits: vec![Credit {
                unit: unit.key,
                above,
                basis_points: 10_000,
                mode: CreditMode::Exclusive,
            }],
            payload: BTreeMap::from([
                ("indicator".to_owned(), FieldValue::Text(indicator)),
                ("year".to_owned(), FieldValue::Int(i64::from(year))),
                ("value".to_owned(), FieldValue::Int(target.value)),
            ]),
            refs: Vec::new(),
            correction: None,
            source: source(cx),
        })
    }
}
