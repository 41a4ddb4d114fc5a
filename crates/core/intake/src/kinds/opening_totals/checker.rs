//! Judging rows of totals against those that stand, and recording them.

use super::{MONTH_IN_BOOKS, NOT_TOTALLED, VALUE};
use crate::importer::{Boxed, Change, Checker, Context, RowProblem, Verdict, Written};
use crate::kind::KindSpec;
use crate::kinds::unit_facts::{Units, written};
use crate::kinds::value::{is_money, shown, value_of};
use crate::kinds::{indicators, named};
use crate::row::RowIn;
use db::DatabaseTransaction;
use kernel::{Fault, Month, Outcome};
use ledger::{Books, FieldValue, Indicator, NewFact, OPENING_TOTAL};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A total's place: the unit by its code, since it may be new in the same batch, indicator
/// and month.
pub(super) type Place = (String, String, Month);

/// What a total says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    pub value: i64,
    pub document: String,
}

pub(super) struct TotalChecker {
    pub units: Units,
    pub books: Arc<Books>,
    pub open: Option<Month>,
    /// The first month of the books, which only months before it have totals beside.
    pub first: Option<Month>,
    pub standing: BTreeMap<Place, Standing>,
    pub seen: HashMap<Place, (RowIn, Standing)>,
}

/// A row that says what a total is.
struct Total {
    place: Place,
    says: Standing,
    is_money: bool,
}

impl TotalChecker {
    fn indicator(&self, text: &str) -> Result<&Indicator, RowProblem> {
        let found = named(indicators(&self.books, self.open), text)
            .ok_or_else(|| RowProblem::unknown("indicator", text))?;
        if found.measure.is_none() {
            let name = json!({ "indicator": found.name.zh });
            return Err(RowProblem::new("indicator", NOT_TOTALLED, name));
        }
        Ok(found)
    }

    /// The month, which the books do not cover themselves.
    fn until(&self, row: &RowIn) -> Result<Month, RowProblem> {
        let month = row
            .month("until")
            .ok_or_else(|| RowProblem::empty("until"))?;
        match self.first {
            Some(first) if month >= first => {
                let months = json!({ "month": month, "first_month": first });
                Err(RowProblem::new("until", MONTH_IN_BOOKS, months))
            }
            _ => Ok(month),
        }
    }

    /// What the row says, or everything that is wrong with it.
    fn total(&self, row: &RowIn) -> Result<Total, Vec<RowProblem>> {
        let mut problems = Vec::new();
        let text = row.text("unit").unwrap_or_default();
        let unit = self.units.code(text);
        if unit.is_none() {
            problems.push(RowProblem::unknown("unit", text));
        }
        let indicator = self
            .indicator(row.text("indicator").unwrap_or_default())
            .map_err(|problem| problems.push(problem))
            .ok();
        let until = self
            .until(row)
            .map_err(|problem| problems.push(problem))
            .ok();
        let value = indicator.and_then(|indicator| {
            value_of(row, indicator, &VALUE)
                .map_err(|problem| problems.push(problem))
                .ok()
        });
        let document = row.text("document").unwrap_or_default().to_owned();
        if document.is_empty() {
            problems.push(RowProblem::empty("document"));
        }
        match (unit, indicator, until, value) {
            (Some(unit), Some(indicator), Some(until), Some(value)) if problems.is_empty() => {
                Ok(Total {
                    place: (unit, indicator.code.clone(), until),
                    says: Standing { value, document },
                    is_money: is_money(indicator),
                })
            }
            _ => Err(problems),
        }
    }

    fn fact(&self, cx: &Context, total: Total) -> Outcome<NewFact> {
        let (code, indicator, until) = total.place;
        let payload = BTreeMap::from([
            ("indicator".to_owned(), FieldValue::Text(indicator)),
            (
                "until".to_owned(),
                FieldValue::Int(i64::from(until.number())),
            ),
            ("value".to_owned(), FieldValue::Int(total.says.value)),
            ("document".to_owned(), FieldValue::Text(total.says.document)),
        ]);
        self.units.fact(cx, OPENING_TOTAL, &code, payload)
    }
}

/// What a row changes of the total that stands.
fn changes(standing: &Standing, total: &Total) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut note = |field: &str, from: String, to: String| {
        if from != to {
            changes.push(Change {
                field: field.to_owned(),
                from: Some(from),
                to: Some(to),
            });
        }
    };
    note(
        "value",
        shown(standing.value, total.is_money),
        shown(total.says.value, total.is_money),
    );
    note(
        "document",
        standing.document.clone(),
        total.says.document.clone(),
    );
    changes
}

impl Checker for TotalChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        let total = match self.total(row) {
            Ok(total) => total,
            Err(problems) => return Verdict::Refused(problems),
        };
        if let Some((first, says)) = self.seen.get(&total.place) {
            return if *says == total.says {
                Verdict::Same
            } else {
                Verdict::Refused(vec![RowProblem::twice("value", first)])
            };
        }
        self.seen
            .insert(total.place.clone(), (row.clone(), total.says.clone()));
        match self.standing.get(&total.place) {
            None => Verdict::New,
            Some(standing) if *standing == total.says => Verdict::Same,
            Some(standing) => Verdict::Changed(changes(standing, &total)),
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
                let total = self.total(row).map_err(|_| {
                    Fault::broken(format!(
                        "the total of {} has become unreadable",
                        row.place()
                    ))
                })?;
                facts.push(self.fact(cx, total)?);
            }
            let recorded = ledger::record(tx, &self.books, &cx.actor, cx.at, facts).await?;
            Ok(written("opening_total", &recorded))
        })
    }
}
