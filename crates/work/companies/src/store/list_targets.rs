//! Target companies as a list. The list is the city's: whoever may read it sees it whole.

use super::condition::{Condition, like};
use super::count;
use crate::model::{ChainId, NodeId, Recommender, TargetId, TargetRefusal, normal_name};
use db::{ConnectionTrait, fetch_all};
use kernel::{Outcome, Page, PageQuery};
use sea_orm::FromQueryResult;
use std::sync::Arc;

/// Which targets.
#[derive(Debug, Clone, Default)]
pub(crate) struct TargetFilter {
    /// Those wanted for this chain.
    pub chain: Option<ChainId>,
    /// Those wanted for this node.
    pub node: Option<NodeId>,
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those of this list.
    pub batch: Option<String>,
    /// Those that this recommended.
    pub recommended_by: Option<Recommender>,
    /// Those that stand, or those that were given up.
    pub standing: Option<bool>,
    /// Those whose company's name holds this.
    pub q: Option<String>,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: i64,
}

fn condition(filter: &TargetFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("t.reversed_by IS NULL", []);
    if let Some(chain) = filter.chain {
        condition.and("t.chain_id = {}", [chain.key().into()]);
    }
    if let Some(node) = filter.node {
        condition.and("t.node_id = {}", [node.key().into()]);
    }
    if let Some(units) = &filter.units {
        condition.among("t.unit_id", units);
    }
    if let Some(batch) = &filter.batch {
        condition.and("t.batch = {}", [batch.as_str().into()]);
    }
    if let Some(recommender) = filter.recommended_by {
        condition.and("t.recommended_by = {}", [recommender.word().into()]);
    }
    match filter.standing {
        Some(true) => condition.and("t.untargeted_on IS NULL", []),
        Some(false) => condition.and("t.untargeted_on IS NOT NULL", []),
        None => {}
    }
    let q = filter.q.as_deref().map(normal_name);
    if let Some(q) = q.filter(|q| !q.is_empty()) {
        let part = "EXISTS (SELECT 1 FROM companies c WHERE c.id = t.company_id \
             AND c.normal_name LIKE {} ESCAPE '\\')";
        condition.and(part, [like(&q).into()]);
    }
    condition
}

/// A page of the keys of targets, newest first.
pub(crate) async fn page_of_targets<C: ConnectionTrait>(
    connection: &C,
    filter: &TargetFilter,
    page: &PageQuery,
) -> Outcome<Page<i64>> {
    let mut condition = condition(filter);
    let from = format!("FROM targets t WHERE {}", condition.text());
    let (total, total_exact) = count(connection, &from, condition.values.clone()).await?;
    if let Some(cursor) = page.after.as_deref() {
        let cursor: TargetId = cursor.parse().map_err(|_| TargetRefusal::WrongCursor)?;
        condition.and("t.id < {}", [cursor.key().into()]);
    }
    let size = usize::try_from(page.size()).expect("at most 200");
    let sql = format!(
        "SELECT t.id FROM targets t WHERE {} ORDER BY t.id DESC LIMIT {}",
        condition.text(),
        size + 1
    );
    let mut rows: Vec<IdRow> = fetch_all(connection, &sql, condition.values).await?;
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more);
    Ok(Page {
        next: next.map(|row| TargetId::new(row.id).to_string()),
        items: rows.into_iter().map(|row| row.id).collect(),
        total,
        total_exact,
    })
}

/// The keys of all targets that match, for export.
pub(crate) async fn export_target_ids<C: ConnectionTrait>(
    connection: &C,
    filter: &TargetFilter,
) -> Outcome<Vec<i64>> {
    let condition = condition(filter);
    let sql = format!("SELECT t.id FROM targets t WHERE {}", condition.text());
    let rows: Vec<IdRow> = fetch_all(connection, &sql, condition.values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
