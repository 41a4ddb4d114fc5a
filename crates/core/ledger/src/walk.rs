//! Walking the journal subject by subject, in pages, so that no journal is too long.

use crate::fact::Fact;
use crate::store::{FactRow, facts_of};
use db::{ConnectionTrait, Engine, FromQueryResult, Packed, StreamTrait, fetch_all, stream_rows};
use futures_util::TryStreamExt;
use kernel::Fault;
use std::sync::Arc;

/// How many subject keys one page covers.
const SUBJECTS: i64 = 500;

/// A walk over all subjects in the order of their keys.
#[derive(Debug, Default)]
pub(crate) struct SubjectWalk {
    after: Option<i64>,
    ended: bool,
}

/// One page: a range of subject keys and the facts about them. The ranges of all pages
/// together have no gap, so that nothing can hide between two subjects.
pub(crate) struct SubjectPage {
    pub first: i64,
    pub last: i64,
    /// The facts of each subject, oldest first.
    pub subjects: Vec<Vec<Arc<Fact>>>,
}

#[derive(FromQueryResult)]
struct KeyRow {
    subject_id: i64,
}

impl SubjectWalk {
    /// The next page; `None` at the end.
    pub(crate) async fn next<C: ConnectionTrait + StreamTrait>(
        &mut self,
        connection: &C,
    ) -> Result<Option<SubjectPage>, Fault> {
        if self.ended {
            return Ok(None);
        }
        let keys: Vec<KeyRow> = fetch_all(
            connection,
            "SELECT DISTINCT subject_id FROM ledger_facts WHERE subject_id > $1 ORDER BY subject_id LIMIT $2",
            [self.after.unwrap_or(i64::MIN).into(), SUBJECTS.into()],
        )
        .await?;
        let first = self.after.map_or(i64::MIN, |after| after.saturating_add(1));
        let last = match keys.last() {
            Some(last) if i64::try_from(keys.len()) == Ok(SUBJECTS) => last.subject_id,
            _ => i64::MAX,
        };
        self.ended = last == i64::MAX;
        self.after = Some(last);
        // One value for each subject: a journal is long in facts of few subjects.
        let engine = Engine::behind(connection);
        let sql = format!(
            "SELECT {} FROM ledger_facts WHERE subject_id BETWEEN $1 AND $2 \
             GROUP BY subject_id, subject_kind",
            engine.gathered(&facts_of(connection))
        );
        let range = [first.into(), last.into()];
        let mut rows =
            std::pin::pin!(stream_rows::<Packed<Vec<FactRow>>, _>(connection, &sql, range).await?);
        let mut subjects: Vec<Vec<Arc<Fact>>> = Vec::new();
        while let Some(Packed(mut rows)) = rows.try_next().await? {
            rows.sort_unstable_by_key(|row| row.seq);
            let facts = rows.into_iter().map(|row| row.read().map(Arc::new));
            subjects.push(facts.collect::<Result<_, _>>()?);
        }
        Ok(Some(SubjectPage {
            first,
            last,
            subjects,
        }))
    }
}
