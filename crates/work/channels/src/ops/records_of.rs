//! Names for lines of the journal: what stands behind a figure.

use crate::model::Owner;
use crate::store;
use db::ConnectionTrait;
use kernel::{Entity, Id, Outcome};
use ledger::Subject;
use std::collections::HashMap;

/// How a line of the journal names a platform or an opportunity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelName {
    /// Its id, as addresses hold it.
    pub id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Names of subjects.
#[derive(Debug, Clone, Default)]
pub struct ChannelRecords(HashMap<Subject, ChannelName>);

impl ChannelRecords {
    /// The platform or opportunity that `subject` is; none for subjects of other slices.
    pub fn name(&self, subject: &Subject) -> Option<&ChannelName> {
        self.0.get(subject)
    }
}

fn id_text<E: Entity>(key: i64) -> String {
    Id::<E>::new(key).to_string()
}

/// The names of these subjects, in a few queries; those of other slices are passed over.
/// Whoever may see a figure may see the names behind it, so no scope is asked for here.
pub async fn records_of<C: ConnectionTrait>(
    connection: &C,
    subjects: impl IntoIterator<Item = &Subject>,
) -> Outcome<ChannelRecords> {
    let subjects: Vec<&Subject> = subjects.into_iter().collect();
    let mut names = HashMap::new();
    for owner in [Owner::Platform, Owner::Opportunity] {
        let own = subjects
            .iter()
            .filter(|subject| subject.kind == owner.word());
        let mut ids: Vec<i64> = own.map(|subject| subject.id).collect();
        ids.sort_unstable();
        ids.dedup();
        for row in store::names_of(connection, owner, &ids).await? {
            let id = match owner {
                Owner::Platform => id_text::<crate::model::Platform>(row.id),
                Owner::Opportunity => id_text::<crate::model::Opportunity>(row.id),
            };
            let name = ChannelName {
                id,
                code: row.code,
                name: row.name,
            };
            names.insert(Subject::new(owner.word(), row.id), name);
        }
    }
    Ok(ChannelRecords(names))
}
