//! What recording needs to know of the subjects that it touches.

use super::{KEYS, PackedFact, facts_by_seq, facts_of, placeholders};
use crate::fact::{Correction, Fact, Subject};
use crate::posting::{Held, SubjectBook};
use db::{ConnectionTrait, FromQueryResult, Value, fetch_all};
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[derive(FromQueryResult)]
struct HeldRow {
    version: i64,
    unit: i64,
    cohort: i32,
    subject_kind: String,
    subject_id: i64,
    amount: i64,
    count: i64,
}

/// The books of these subjects: all their facts, and what they hold.
pub(crate) async fn load_books(
    connection: &impl ConnectionTrait,
    subjects: &BTreeSet<Subject>,
) -> Result<BTreeMap<Subject, SubjectBook>, kernel::Fault> {
    let ids: Vec<i64> = subjects.iter().map(|subject| subject.id).collect();
    let mut facts: BTreeMap<Subject, Vec<Fact>> = BTreeMap::new();
    let mut held: BTreeMap<Subject, HashMap<i64, Held>> = BTreeMap::new();
    for chunk in ids.chunks(KEYS) {
        let keys = placeholders(1, chunk.len());
        let values = || chunk.iter().map(|&id| Value::from(id));
        let sql = format!(
            "SELECT {} FROM ledger_facts WHERE subject_id IN ({keys}) ORDER BY seq",
            facts_of(connection)
        );
        for row in fetch_all::<PackedFact, _>(connection, &sql, values()).await? {
            let fact = row.0.read()?;
            facts.entry(fact.subject.clone()).or_default().push(fact);
        }
        let sql = format!(
            "SELECT version, unit, cohort, subject_kind, subject_id, \
             CAST(SUM(amount_fen) AS BIGINT) AS amount, CAST(SUM(count) AS BIGINT) AS count \
             FROM ledger_postings WHERE seq IN \
             (SELECT seq FROM ledger_facts WHERE subject_id IN ({keys})) \
             GROUP BY version, unit, cohort, subject_kind, subject_id"
        );
        for row in fetch_all::<HeldRow, _>(connection, &sql, values()).await? {
            if (row.amount, row.count) != (0, 0) {
                held.entry(Subject {
                    kind: row.subject_kind,
                    id: row.subject_id,
                })
                .or_default()
                .entry(row.version)
                .or_default()
                .insert((row.unit, row.cohort), (row.amount, row.count));
            }
        }
    }
    Ok(subjects
        .iter()
        .map(|subject| {
            let book = SubjectBook::loaded(
                subject.clone(),
                facts.remove(subject).unwrap_or_default(),
                held.remove(subject).unwrap_or_default(),
            );
            (subject.clone(), book)
        })
        .collect())
}

/// Of each subject only what corrections of `seqs` need: those facts, the facts in whose
/// place they stand, and whatever has reversed or replaced one of them. It is enough for
/// kinds that touch no state, and does not grow with the subject.
pub(crate) async fn load_corrected(
    connection: &impl ConnectionTrait,
    seqs: &BTreeSet<i64>,
) -> Result<BTreeMap<Subject, SubjectBook>, kernel::Fault> {
    let mut facts: BTreeMap<i64, Fact> = BTreeMap::new();
    let mut wanted: Vec<i64> = seqs.iter().copied().collect();
    while !wanted.is_empty() {
        let mut before = BTreeSet::new();
        for row in facts_by_seq(connection, &wanted).await? {
            let fact = row.read()?;
            if let Some(Correction::Replaces(seq)) = fact.correction {
                before.insert(seq);
            }
            facts.insert(fact.seq, fact);
        }
        wanted = before
            .into_iter()
            .filter(|seq| !facts.contains_key(seq))
            .collect();
    }
    let known: Vec<i64> = facts.keys().copied().collect();
    for chunk in known.chunks(KEYS) {
        for column in ["reverses", "replaces"] {
            let sql = format!(
                "SELECT {} FROM ledger_facts WHERE {column} IN ({})",
                facts_of(connection),
                placeholders(1, chunk.len())
            );
            let values = chunk.iter().map(|&seq| Value::from(seq));
            for row in fetch_all::<PackedFact, _>(connection, &sql, values).await? {
                let fact = row.0.read()?;
                facts.insert(fact.seq, fact);
            }
        }
    }
    let mut by_subject: BTreeMap<Subject, Vec<Fact>> = BTreeMap::new();
    for fact in facts.into_values() {
        by_subject
            .entry(fact.subject.clone())
            .or_default()
            .push(fact);
    }
    Ok(by_subject
        .into_iter()
        .map(|(subject, facts)| {
            let book = SubjectBook::loaded(subject.clone(), facts, HashMap::new());
            (subject, book)
        })
        .collect())
}
