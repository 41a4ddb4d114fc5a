//! Names and references for lines of the journal: what stands behind a figure.

use crate::model::ProjectId;
use crate::store;
use db::ConnectionTrait;
use kernel::Outcome;
use ledger::{Source, Subject};
use std::collections::{BTreeSet, HashMap};

/// How a line of the journal names a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectName {
    /// Its id, as addresses hold it.
    pub id: ProjectId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Names of subjects and references of sources.
#[derive(Debug, Clone, Default)]
pub struct Records {
    projects: HashMap<i64, ProjectName>,
    references: HashMap<(String, i64), String>,
}

impl Records {
    /// The project that `subject` is; none for subjects of other slices.
    pub fn project(&self, subject: &Subject) -> Option<&ProjectName> {
        (subject.kind == "project")
            .then(|| self.projects.get(&subject.id))
            .flatten()
    }

    /// The reference under which the source's paper is found: a voucher, a contract's
    /// number, else the project's code.
    pub fn reference(&self, kind: &str, id: i64) -> Option<&str> {
        let found = self.references.get(&(kind.to_owned(), id));
        found.map(String::as_str)
    }
}

/// The names and references of these subjects and sources, in a few queries. Subjects and
/// sources of other slices are passed over. Whoever may see a figure may see the names
/// behind it, so no scope is asked for here.
pub async fn records_of<C: ConnectionTrait>(
    connection: &C,
    subjects: impl IntoIterator<Item = &Subject>,
    sources: impl IntoIterator<Item = &Source>,
) -> Outcome<Records> {
    let projects: BTreeSet<i64> = subjects
        .into_iter()
        .filter(|subject| subject.kind == "project")
        .map(|subject| subject.id)
        .collect();
    let mut of_kind: HashMap<&str, BTreeSet<i64>> = HashMap::new();
    for source in sources {
        of_kind
            .entry(source.kind.as_str())
            .or_default()
            .insert(source.id);
    }
    let keys = |kind: &str| -> Vec<i64> {
        of_kind
            .get(kind)
            .map_or_else(Vec::new, |ids| ids.iter().copied().collect())
    };
    let projects: Vec<i64> = projects.into_iter().collect();
    let mut records = Records::default();
    for row in store::project_records(connection, &projects).await? {
        let name = ProjectName {
            id: ProjectId::new(row.id),
            code: row.code,
            name: row.name,
        };
        records.projects.insert(row.id, name);
    }
    for row in store::fund_records(connection, &keys("fund")).await? {
        records
            .references
            .insert(("fund".to_owned(), row.id), row.voucher);
    }
    for (kind, table) in [
        ("milestone", "project_milestones"),
        ("amendment", "project_amendments"),
    ] {
        for row in store::milestone_records(connection, table, &keys(kind)).await? {
            let reference = row.contract_number.unwrap_or(row.code);
            records
                .references
                .insert((kind.to_owned(), row.id), reference);
        }
    }
    Ok(records)
}
