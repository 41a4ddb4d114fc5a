//! Judging and writing the rows of one batch.

use crate::model::{Company, CompanyDraft, Directory, Match, NewCompany, check_draft, differences};
use crate::ops::{company_of, load_directory, lock, rewritten};
use crate::store;
use db::DatabaseTransaction;
use intake::{Boxed, Change, Checker, Context, KindSpec, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Ids, Instant, Outcome};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;

/// A row's place in its batch.
type Place = (i32, u32);

/// What a row will write.
enum Plan {
    Create(Company),
    Update { before: Company, after: Company },
}

/// Holds the companies that the rows may mean, and what accepted rows will do.
pub(super) struct CompanyChecker {
    directory: Directory,
    ids: Arc<Ids>,
    at: Instant,
    plans: HashMap<Place, Plan>,
    /// The rows that were accepted, by the company they are about.
    seen: HashMap<i64, RowIn>,
}

fn place_of(row: &RowIn) -> Place {
    (row.table.place, row.row_number)
}

fn typed(row: &RowIn) -> NewCompany {
    NewCompany {
        name: row.text("name").unwrap_or_default().to_owned(),
        aliases: row.list("aliases").to_vec(),
        uscc: row.text("uscc").map(str::to_owned),
        division: row.text("division").unwrap_or_default().to_owned(),
    }
}

/// The fields that a check found wrong, as problems of the row.
fn problems(row: &RowIn, wrong: Fields) -> Vec<RowProblem> {
    let fields = wrong
        .done()
        .err()
        .map_or_else(Vec::new, |refusal| refusal.fields);
    fields
        .into_iter()
        .map(|refused| RowProblem {
            field: row
                .kind()
                .fields
                .iter()
                .map(|spec| spec.field)
                .find(|field| *field == refused.field),
            code: super::CODES
                .iter()
                .copied()
                .find(|code| *code == refused.code)
                .unwrap_or("field.malformed"),
            params: refused.params,
        })
        .collect()
}

impl CompanyChecker {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Self> {
        let drafts: Vec<CompanyDraft> = rows
            .iter()
            .filter_map(|row| check_draft(&mut Fields::default(), &typed(row)))
            .collect();
        Ok(Self {
            directory: load_directory(tx, &drafts).await?,
            ids: cx.app.ids.clone(),
            at: cx.at,
            plans: HashMap::new(),
            seen: HashMap::new(),
        })
    }

    /// Remembers that `row` is about the company `key`.
    fn remember(&mut self, key: i64, row: &RowIn) {
        let place = RowIn {
            table: row.table.clone(),
            row_number: row.row_number,
            values: Vec::new(),
        };
        self.seen.insert(key, place);
    }

    fn judge(&mut self, row: &RowIn, draft: CompanyDraft) -> Verdict {
        let company = match self.directory.find_draft(&draft) {
            Match::One(company) => company.clone(),
            Match::Several => {
                return Verdict::Refused(vec![RowProblem::new(
                    "uscc",
                    "companies.several_of_this_name",
                    json!({ "name": draft.name, "division": draft.division_code }),
                )]);
            }
            Match::None => {
                let company = company_of(draft, &self.ids, self.at);
                self.remember(company.id.key(), row);
                self.directory.add(company.clone());
                self.plans.insert(place_of(row), Plan::Create(company));
                return Verdict::New;
            }
        };
        let found = differences(&company, &draft);
        if found.is_empty() {
            return Verdict::Same;
        }
        if let Some(first) = self.seen.get(&company.id.key()) {
            return Verdict::Refused(vec![RowProblem::twice("name", first)]);
        }
        self.remember(company.id.key(), row);
        let changes = found.into_iter().map(|(field, from, to)| Change {
            field: field.to_owned(),
            from,
            to,
        });
        let changes = changes.collect();
        let after = rewritten(company.clone(), merged(&company, draft), self.at);
        let plan = Plan::Update {
            before: company,
            after,
        };
        self.plans.insert(place_of(row), plan);
        Verdict::Changed(changes)
    }
}

/// The draft with what the row does not say kept: its code, and aliases already known.
fn merged(company: &Company, draft: CompanyDraft) -> CompanyDraft {
    let renamed = !company.is_called(&draft.name);
    let old_name = renamed.then(|| company.name.clone());
    let all = NewCompany {
        aliases: [
            company.aliases.clone(),
            draft.aliases,
            Vec::from_iter(old_name),
        ]
        .concat(),
        uscc: None,
        name: if renamed {
            draft.name
        } else {
            company.name.clone()
        },
        division: draft.division_code,
    };
    let checked = check_draft(&mut Fields::default(), &all);
    CompanyDraft {
        uscc: draft.uscc.or_else(|| company.uscc.clone()),
        ..checked.expect("every part has passed the check")
    }
}

/// What an undo needs: the record before, and the revision that the import left.
fn memo(before: Option<&Company>, revision: i32) -> Option<Value> {
    let before = before.map(|company| {
        json!({
            "name": company.name,
            "aliases": company.aliases,
            "uscc": company.uscc.as_ref().map(ToString::to_string),
            "division": company.division_code,
        })
    });
    Some(json!({ "revision": revision, "before": before }))
}

impl Checker for CompanyChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        let mut wrong = Fields::default();
        match check_draft(&mut wrong, &typed(row)) {
            Some(draft) => self.judge(row, draft),
            None => Verdict::Refused(problems(row, wrong)),
        }
    }

    fn commit<'a>(
        &'a mut self,
        tx: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'static KindSpec,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Vec<Written>>> {
        Box::pin(async move {
            lock(tx).await?;
            let mut written = Vec::with_capacity(rows.len());
            let mut created = Vec::new();
            for (position, row) in rows.iter().enumerate() {
                let Some(plan) = self.plans.remove(&place_of(row)) else {
                    continue;
                };
                let (company, before) = match plan {
                    Plan::Create(company) => (company, None),
                    Plan::Update { before, after } => {
                        store::update(tx, &after).await?;
                        (after, Some(before))
                    }
                };
                written.push(Written {
                    row: position,
                    record_kind: "company",
                    record_id: company.id.key(),
                    fact_seqs: Vec::new(),
                    created: before.is_none(),
                    before: memo(before.as_ref(), company.revision),
                });
                if before.is_none() {
                    created.push(company);
                }
            }
            store::insert(tx, &created).await?;
            Ok(written)
        })
    }
}
