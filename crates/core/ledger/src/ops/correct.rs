//! Corrections: 核减 and 核增 as new entries of the open month (rule 8).

use super::check::RecordRefusal;
use super::record::{Recorded, record};
use crate::books::Books;
use crate::fact::{Correction, Fact, NewFact, Source};
use crate::store;
use db::DatabaseTransaction;
use kernel::{Actor, Instant, Outcome};

impl NewFact {
    /// The reversal of `fact`: the same entry, taken back.
    pub fn reversing(fact: &Fact, source: Source) -> Self {
        Self {
            kind: fact.kind.clone(),
            subject: fact.subject.clone(),
            occurred_on: fact.occurred_on,
            opening: false,
            amount: fact.amount,
            credits: fact.credits.clone(),
            payload: fact.payload.clone(),
            refs: Vec::new(),
            correction: Some(Correction::Reverses(fact.seq)),
            source,
        }
    }
}

/// Takes the fact `seq` back and, if `change` gives one, puts a replacement in its place:
/// "核减 to 60" is the reversal of 100 and a new 60.
///
/// # Errors
/// [`RecordRefusal`]; among them: it does not exist, has been reversed, is a reversal, or
/// others refer to it.
pub async fn correct(
    tx: &DatabaseTransaction,
    books: &Books,
    actor: &Actor,
    at: Instant,
    seq: i64,
    source: Source,
    change: impl FnOnce(&Fact) -> Option<NewFact> + Send,
) -> Outcome<Vec<Recorded>> {
    let row = store::facts_by_seq(tx, &[seq]).await?.pop();
    let fact = row.ok_or(RecordRefusal::UnknownFact { seq })?.read()?;
    let mut entries = vec![NewFact::reversing(&fact, source)];
    if let Some(replacement) = change(&fact) {
        entries.push(NewFact {
            correction: Some(Correction::Replaces(seq)),
            opening: false,
            ..replacement
        });
    }
    record(tx, books, actor, at, entries).await
}
