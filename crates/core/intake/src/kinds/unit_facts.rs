//! What rows that become facts about units share: finding the unit, recording the fact,
//! taking it back.

use crate::codes;
use crate::importer::{Context, Kept, Written, WrittenRow};
use crate::kind::KindSpec;
use crate::row::RowIn;
use db::DatabaseTransaction;
use kernel::{Fault, Money, Outcome, local_date};
use ledger::{Books, Credit, CreditMode, NewFact, Payload, Recorded, Source, Subject};
use orgs::UnitTree;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The code that an undo meets where somebody has reversed the fact by hand.
pub(super) const ALREADY_REVERSED: &str = "ledger.already_reversed";

/// The units that rows can name: those that are there, and those that are new in the batch.
pub(super) struct Units {
    pub tree: UnitTree,
    /// Code and name, both leading to the code.
    new: HashMap<String, String>,
}

impl Units {
    /// Those that are there.
    pub(super) fn of(tree: UnitTree) -> Self {
        Self {
            tree,
            new: HashMap::new(),
        }
    }

    /// Another importer's row, which may bring a unit.
    pub(super) fn heard(&mut self, row: &RowIn) {
        if row.kind().kind == "units"
            && let (Some(code), Some(name)) = (row.text("code"), row.text("name"))
        {
            self.new.insert(code.to_owned(), code.to_owned());
            self.new.insert(name.to_owned(), code.to_owned());
        }
    }

    /// The code of the unit that `text` names.
    pub(super) fn code(&self, text: &str) -> Option<String> {
        self.tree
            .by_name(text)
            .map(|unit| unit.code.clone())
            .or_else(|| self.new.get(text.trim()).cloned())
    }

    /// A fact about the unit of `code`, which by now is in the tree.
    pub(super) fn fact(
        &self,
        cx: &Context,
        kind: &str,
        code: &str,
        payload: Payload,
    ) -> Outcome<NewFact> {
        let unit = self
            .tree
            .by_code(code)
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
            kind: kind.to_owned(),
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
            payload,
            refs: Vec::new(),
            correction: None,
            source: source(cx),
        })
    }
}

/// The installed books.
pub(super) fn books_of(cx: &Context) -> Outcome<Arc<Books>> {
    cx.app
        .part()
        .ok_or_else(|| Fault::broken("the ledger's Books were not installed"))
}

fn source(cx: &Context) -> Source {
    Source {
        kind: "import".to_owned(),
        id: cx.batch,
    }
}

/// What was written: a fact for each row, in their order.
pub(super) fn written(record_kind: &'static str, recorded: &[Recorded]) -> Vec<Written> {
    recorded
        .iter()
        .enumerate()
        .map(|(row, recorded)| Written {
            row,
            record_kind,
            record_id: recorded.seq,
            fact_seqs: vec![recorded.seq],
            created: true,
            before: None,
        })
        .collect()
}

/// Reverses the facts of these rows.
pub(super) async fn take_back(
    tx: &DatabaseTransaction,
    cx: &Context,
    kind: &KindSpec,
    rows: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let books = books_of(cx)?;
    let mut kept = Vec::new();
    for row in rows {
        for &seq in &row.fact_seqs {
            let taken = ledger::correct(tx, &books, &cx.actor, cx.at, seq, source(cx), |_| None);
            match taken.await {
                Ok(_) => {}
                // Somebody has reversed it by hand: there is nothing left to take back.
                Err(Fault::Refused(refusal)) if refusal.code == ALREADY_REVERSED => {
                    kept.push(Kept {
                        kind: kind.kind.to_owned(),
                        key: row.key.clone(),
                        code: refusal.code.to_owned(),
                        params: refusal.params.clone(),
                    });
                }
                Err(fault) => return Err(fault),
            }
        }
    }
    Ok(kept)
}

/// The years that the screen's filters leave: `year`, nothing else.
pub(super) fn years_of(filters: &BTreeMap<String, String>) -> Outcome<Vec<i32>> {
    let mut wrong = kernel::Fields::default();
    let mut years = Vec::new();
    for (name, value) in filters {
        match (name.as_str(), value.parse()) {
            ("year", Ok(year)) => years.push(year),
            _ => wrong.refuse(name, codes::UNKNOWN_FILTER, json!({ "found": value })),
        }
    }
    wrong.done()?;
    Ok(years)
}
