//! Taking many facts back at once: the undoing of an import.

use super::check::RecordRefusal;
use super::record::{Recorded, record};
use crate::books::Books;
use crate::fact::{NewFact, Source};
use crate::store;
use db::DatabaseTransaction;
use kernel::{Actor, Instant, Outcome};
use std::collections::HashMap;

/// Takes these facts back, in the order given, each named with the source of its reversal.
/// What refers to another fact must come before it.
///
/// # Errors
/// [`RecordRefusal`]; among them: one does not exist, has been reversed, is a reversal, or
/// a fact that is not in the list before it refers to it.
pub async fn reverse(
    tx: &DatabaseTransaction,
    books: &Books,
    actor: &Actor,
    at: Instant,
    facts: Vec<(i64, Source)>,
) -> Outcome<Vec<Recorded>> {
    let seqs: Vec<i64> = facts.iter().map(|(seq, _)| *seq).collect();
    let rows = store::facts_by_seq(tx, &seqs).await?;
    let mut found: HashMap<i64, _> = rows.into_iter().map(|row| (row.seq, row)).collect();
    let mut entries = Vec::with_capacity(facts.len());
    for (seq, source) in facts {
        let row = found
            .remove(&seq)
            .ok_or(RecordRefusal::UnknownFact { seq })?;
        entries.push(NewFact::reversing(&row.read()?, source));
    }
    record(tx, books, actor, at, entries).await
}
