//! References for lines of the journal: what stands behind a figure.

use crate::store;
use db::ConnectionTrait;
use kernel::Outcome;
use ledger::{Source, Subject};
use std::collections::{BTreeSet, HashMap};

/// Codes of visits and problems, by the kind and key that the journal names them with.
#[derive(Debug, Clone, Default)]
pub struct CareRecords {
    codes: HashMap<(String, i64), String>,
}

impl CareRecords {
    /// The code of a visit (`visit`), a problem (`problem`) or the problem of a solution
    /// (`problem_solution`); none for what is no record of this crate. Entries of the roster
    /// have no code: their subject is the company or the project.
    pub fn code(&self, kind: &str, id: i64) -> Option<&str> {
        let found = self.codes.get(&(kind.to_owned(), id));
        found.map(String::as_str)
    }
}

/// The codes of these subjects and sources, in a few queries. Those of other slices are
/// passed over. Whoever may see a figure may see the codes behind it, so no scope is asked
/// for here.
pub async fn records_of<C: ConnectionTrait>(
    connection: &C,
    subjects: impl IntoIterator<Item = &Subject>,
    sources: impl IntoIterator<Item = &Source>,
) -> Outcome<CareRecords> {
    let subjects = subjects
        .into_iter()
        .map(|subject| (subject.kind.as_str(), subject.id));
    let sources = sources
        .into_iter()
        .map(|source| (source.kind.as_str(), source.id));
    let mut wanted: HashMap<&str, BTreeSet<i64>> = HashMap::new();
    for (kind, id) in subjects.chain(sources) {
        wanted.entry(kind).or_default().insert(id);
    }
    let mut records = CareRecords::default();
    for (kind, ids) in wanted {
        let ids: Vec<i64> = ids.into_iter().collect();
        for (id, code) in store::codes_of(connection, kind, &ids).await? {
            records.codes.insert((kind.to_owned(), id), code);
        }
    }
    Ok(records)
}
