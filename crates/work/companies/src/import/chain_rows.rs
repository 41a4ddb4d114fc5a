//! Judging and writing rows of chains.

use super::checker::{Plan, RowChecker};
use super::problem::{place_of, place_only, problem, problems};
use crate::model::{Chain, ChainChange, ChainKind, Chains, NewChain, check_chain};
use crate::ops::{judge_graph, load_chains, refuse_namesake};
use crate::store;
use db::DatabaseTransaction;
use intake::{Change, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Outcome};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// The chains that rows may be about.
pub(super) struct ChainRows {
    pub chains: Chains,
    /// The keys of those that have nodes in the table.
    drawn: HashSet<i64>,
    /// The rows that were accepted, by the chain's key.
    rows: HashMap<i64, RowIn>,
}

impl ChainRows {
    pub(super) async fn load(tx: &DatabaseTransaction, wanted: bool) -> Outcome<Self> {
        let mut rows = Self {
            chains: Chains::default(),
            drawn: HashSet::new(),
            rows: HashMap::new(),
        };
        if wanted {
            rows.chains = load_chains(tx).await?;
            let keys: Vec<i64> = rows.chains.all().iter().map(|c| c.id.key()).collect();
            let nodes = store::nodes_of(tx, &keys).await?;
            rows.drawn = nodes.iter().map(|node| node.chain.key()).collect();
        }
        Ok(rows)
    }
}

/// What an undo needs: the record before, and the revision that the import left.
fn memo(before: Option<&Chain>, revision: i32) -> Option<Value> {
    let before = before.map(|chain| {
        json!({
            "name": chain.name,
            "kind": chain.kind,
            "assumed": chain.assumed,
        })
    });
    Some(json!({ "revision": revision, "before": before }))
}

impl RowChecker {
    pub(super) fn check_chain(&mut self, row: &RowIn) -> Verdict {
        let kind = row.choice("kind").and_then(ChainKind::from_word);
        let typed = NewChain {
            code: row.text("code").unwrap_or_default().to_owned(),
            name: row.text("name").unwrap_or_default().to_owned(),
            name_en: String::new(),
            kind: kind.unwrap_or_default(),
        };
        let mut wrong = Fields::default();
        let new = check_chain(&mut wrong, &typed);
        if !wrong.is_clean() {
            return Verdict::Refused(problems(row, wrong));
        }
        let known = self.chains.chains.by_code(&new.code).cloned();
        let own = known.as_ref().map(|known| known.id);
        if let Err(refusal) = refuse_namesake(&self.chains.chains, &new.name, own) {
            return Verdict::Refused(vec![problem("name", refusal)]);
        }
        let Some(known) = known else {
            let chain = Chain::fresh(self.ids.id(), new, false, self.at);
            self.accept_chain(row, chain, None);
            return Verdict::New;
        };
        let change = ChainChange {
            name: Some(new.name),
            kind,
            ..ChainChange::default()
        };
        self.change_chain(row, known, change)
    }

    fn change_chain(&mut self, row: &RowIn, known: Chain, change: ChainChange) -> Verdict {
        let after = known.changed(change, self.at);
        let mut changes = Vec::new();
        let mut compare = |field: &str, from: &str, to: &str| {
            if from != to {
                changes.push(Change {
                    field: field.to_owned(),
                    from: Some(from.to_owned()),
                    to: Some(to.to_owned()),
                });
            }
        };
        compare("name", &known.name, &after.name);
        compare("kind", known.kind.word(), after.kind.word());
        if changes.is_empty() {
            return Verdict::Same;
        }
        if let Some(first) = self.chains.rows.get(&known.id.key()) {
            return Verdict::Refused(vec![RowProblem::twice("code", first)]);
        }
        let has_nodes = self.chains.drawn.contains(&known.id.key());
        if let Err(refusal) = judge_graph(&after, has_nodes) {
            return Verdict::Refused(vec![problem("kind", refusal)]);
        }
        self.accept_chain(row, after, Some(known));
        Verdict::Changed(changes)
    }

    fn accept_chain(&mut self, row: &RowIn, chain: Chain, before: Option<Chain>) {
        self.chains.rows.insert(chain.id.key(), place_only(row));
        self.chains.chains.put(chain.clone());
        let plan = Plan::Chain { chain, before };
        self.plans.insert(place_of(row), plan);
    }

    pub(super) async fn commit_chains(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut written = Vec::with_capacity(rows.len());
        let mut created = Vec::new();
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Chain { chain, before }) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            written.push(Written {
                row: position,
                record_kind: "chain",
                record_id: chain.id.key(),
                fact_seqs: Vec::new(),
                created: before.is_none(),
                before: memo(before.as_ref(), chain.revision),
            });
            if before.is_some() {
                store::rewrite_chain(tx, &chain).await?;
            } else {
                created.push(chain);
            }
        }
        store::insert_chains(tx, &created).await?;
        Ok(written)
    }
}
