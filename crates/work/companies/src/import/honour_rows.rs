//! Judging and writing rows of honours.

use super::checker::{Plan, RowChecker};
use super::company_rows::registered;
use super::named::Named;
use super::problem::{place_of, place_only, problems};
use crate::model::{Company, Honour, HonourKind, check_honour};
use crate::ops::count_records;
use crate::store;
use chrono::Datelike;
use db::DatabaseTransaction;
use intake::{Change, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Outcome, local_date};
use serde_json::json;
use std::collections::HashMap;

/// What decides which honour it is: company, honour, year.
type Key = (i64, HonourKind, i32);

/// The honours that rows may be about.
pub(super) struct HonourRows {
    standing: HashMap<Key, Honour>,
    /// The rows that were accepted.
    rows: HashMap<Key, RowIn>,
}

/// What a row of honours will write.
pub(super) struct HonourPlan {
    /// The company, where the row registers it.
    company: Option<Company>,
    honour: Honour,
    /// Its source before, where it is known.
    before: Option<String>,
}

impl HonourRows {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        companies: &[i64],
        wanted: bool,
    ) -> Outcome<Self> {
        let companies = if wanted { companies } else { &[] };
        let found = store::honours_of(tx, companies).await?.into_iter();
        let keyed = found.map(|honour| {
            let key = (honour.company.key(), honour.honour, honour.year);
            (key, honour)
        });
        Ok(Self {
            standing: keyed.collect(),
            rows: HashMap::new(),
        })
    }
}

impl RowChecker {
    pub(super) fn check_honour(&mut self, row: &RowIn) -> Verdict {
        let mut wrong = Fields::default();
        let year = row.integer("year").unwrap_or_default();
        let source = row.text("source").unwrap_or_default();
        let this_year = local_date(self.at).year();
        let checked = check_honour(&mut wrong, year, source, this_year);
        let mut found = problems(row, wrong);
        let named = self.register.named(row);
        let honour = row.choice("honour").and_then(HonourKind::from_word);
        let (named, honour, year, source) = match (named, honour, checked) {
            (Ok(named), Some(honour), Some((year, source))) => (named, honour, year, source),
            (named, ..) => {
                found.extend(named.err().unwrap_or_default());
                return Verdict::Refused(found);
            }
        };
        let (company, new) = match named {
            Named::Known(company) => (company.id, None),
            Named::New(draft) => {
                let company = self.register.enter(draft);
                (company.id, Some(company))
            }
        };
        let key = (company.key(), honour, year);
        let known = self.honours.standing.get(&key);
        if known.is_some_and(|known| known.source == source) {
            return Verdict::Same;
        }
        if let Some(first) = self.honours.rows.get(&key) {
            return Verdict::Refused(vec![RowProblem::twice("honour", first)]);
        }
        let before = known.map(|known| known.source.clone());
        let honour = Honour {
            id: known.map_or_else(|| self.ids.id(), |known| known.id),
            company,
            honour,
            year,
            source: source.clone(),
            revision: known.map_or(1, |known| known.revision + 1),
            updated_at: self.at,
        };
        self.honours.standing.insert(key, honour.clone());
        self.honours.rows.insert(key, place_only(row));
        let plan = HonourPlan {
            company: new,
            honour,
            before: before.clone(),
        };
        self.plans.insert(place_of(row), Plan::Honour(plan));
        match before {
            None => Verdict::New,
            from => Verdict::Changed(vec![Change {
                field: "source".to_owned(),
                from,
                to: Some(source),
            }]),
        }
    }

    pub(super) async fn commit_honours(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut written = Vec::with_capacity(rows.len());
        let mut companies = Vec::new();
        let mut created = Vec::new();
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Honour(plan)) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            if let Some(company) = plan.company {
                written.push(registered(position, &company));
                companies.push(company);
            }
            let honour = plan.honour;
            written.push(Written {
                row: position,
                record_kind: "honour",
                record_id: honour.id.key(),
                fact_seqs: Vec::new(),
                created: plan.before.is_none(),
                before: Some(json!({ "revision": honour.revision, "source": plan.before })),
            });
            if plan.before.is_some() {
                store::rewrite_honour(tx, &honour).await?;
            } else {
                created.push(honour);
            }
        }
        store::insert(tx, &companies).await?;
        store::insert_honours(tx, &created).await?;
        count_records(tx, created.iter().map(|honour| (honour.company, 1))).await?;
        Ok(written)
    }
}
