//! Names and references for lines of the journal: what stands behind a figure.

use crate::model::{ActivityId, PolicyDocumentId};
use crate::store;
use db::ConnectionTrait;
use kernel::Outcome;
use ledger::{Source, Subject};
use std::collections::{BTreeSet, HashMap};

/// How a line of the journal names an activity or a policy document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordName {
    /// Its id, as addresses hold it.
    pub id: String,
    /// Its code or number.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Names of subjects and references of sources.
#[derive(Debug, Clone, Default)]
pub struct Records {
    names: HashMap<Subject, RecordName>,
    references: HashMap<(String, i64), String>,
}

impl Records {
    /// The activity or policy document that `subject` is; none for other subjects.
    pub fn name(&self, subject: &Subject) -> Option<&RecordName> {
        self.names.get(subject)
    }

    /// The reference under which the source's paper is found: an activity's code, a
    /// document's number.
    pub fn reference(&self, kind: &str, id: i64) -> Option<&str> {
        let found = self.references.get(&(kind.to_owned(), id));
        found.map(String::as_str)
    }
}

/// The names and references of these subjects and sources, in a few queries. Those of other
/// slices are passed over. Whoever may see a figure may see the names behind it, so no
/// scope is asked for here.
pub async fn records_of<C: ConnectionTrait>(
    connection: &C,
    subjects: impl IntoIterator<Item = &Subject>,
    sources: impl IntoIterator<Item = &Source>,
) -> Outcome<Records> {
    let mut named: HashMap<&str, BTreeSet<i64>> = HashMap::new();
    for subject in subjects {
        named.entry(&subject.kind).or_default().insert(subject.id);
    }
    let mut referred: HashMap<&str, BTreeSet<i64>> = HashMap::new();
    for source in sources {
        referred.entry(&source.kind).or_default().insert(source.id);
    }
    let keys = |of: &HashMap<&str, BTreeSet<i64>>, kind: &str| -> Vec<i64> {
        of.get(kind)
            .map_or_else(Vec::new, |ids| ids.iter().copied().collect())
    };
    let mut records = Records::default();
    for row in store::activity_records(connection, &keys(&named, "activity")).await? {
        records.note("activity", ActivityId::new(row.id).to_string(), row);
    }
    for row in store::document_records(connection, &keys(&named, "document")).await? {
        records.note("document", PolicyDocumentId::new(row.id).to_string(), row);
    }
    let activities = store::activity_records(connection, &keys(&referred, "activity")).await?;
    let meetings = store::meeting_records(connection, &keys(&referred, "meeting")).await?;
    let kind = "policy_document";
    let documents = store::document_records(connection, &keys(&referred, kind)).await?;
    for (kind, rows) in [
        ("activity", activities),
        ("meeting", meetings),
        (kind, documents),
    ] {
        let rows = rows.into_iter();
        let entries = rows.map(|row| ((kind.to_owned(), row.id), row.code));
        records.references.extend(entries);
    }
    Ok(records)
}

impl Records {
    fn note(&mut self, kind: &str, id: String, row: store::NamedRecord) {
        let name = RecordName {
            id,
            code: row.code,
            name: row.name,
        };
        self.names.insert(Subject::new(kind, row.id), name);
    }
}
