//! Judging rows of targets against those that stand, and recording them.

use super::{VALUE, YEAR_IMPOSSIBLE};
use crate::importer::{Boxed, Change, Checker, Context, RowProblem, Verdict, Written};
use crate::kind::KindSpec;
use crate::kinds::unit_facts::{Units, written};
use crate::kinds::value::{is_money, shown, value_of};
use crate::kinds::{named, planned_indicators};
use crate::row::RowIn;
use db::DatabaseTransaction;
use kernel::{Fault, Outcome};
use ledger::{Books, FieldValue, NewFact, PLAN_SET};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A target's place: year, indicator, and the unit by its code, since a unit may be new in
/// the same batch.
pub(super) type Place = (i32, String, String);

pub(super) struct PlanChecker {
    pub units: Units,
    pub books: Arc<Books>,
    pub open: Option<kernel::Month>,
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
        let unit = self.units.code(text);
        if unit.is_none() {
            problems.push(RowProblem::unknown("unit", text));
        }
        let text = row.text("indicator").unwrap_or_default();
        let indicator = named(planned_indicators(&self.books, self.open), text);
        if indicator.is_none() {
            problems.push(RowProblem::unknown("indicator", text));
        }
        let value = indicator.and_then(|indicator| {
            value_of(row, indicator, &VALUE)
                .map_err(|problem| problems.push(problem))
                .ok()
        });
        match (year, unit, indicator, value) {
            (Some(year), Some(unit), Some(indicator), Some(value)) => Ok(Target {
                place: (year, indicator.code.clone(), unit),
                value,
                is_money: is_money(indicator),
            }),
            _ => Err(problems),
        }
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
        self.units.heard(row);
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
            self.units.tree = orgs::ops::load_units(tx).await?;
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
            Ok(written("plan", &recorded))
        })
    }
}

impl PlanChecker {
    fn fact(&self, cx: &Context, target: Target) -> Outcome<NewFact> {
        let (year, indicator, code) = target.place;
        let payload = BTreeMap::from([
            ("indicator".to_owned(), FieldValue::Text(indicator)),
            ("year".to_owned(), FieldValue::Int(i64::from(year))),
            ("value".to_owned(), FieldValue::Int(target.value)),
        ]);
        self.units.fact(cx, PLAN_SET, &code, payload)
    }
}
