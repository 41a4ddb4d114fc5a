//! Every query of this crate. Companies, chains and targets are the whole city's: whoever
//! may read them sees them all, so no query takes a scope.

mod chains;
mod condition;
mod honours;
mod list_targets;
mod nodes;
mod read;
mod targets;
mod write;

pub(crate) use chains::{
    ChainCounts, chain_counts, chains, chains_by_ids, insert_chains, remove_chain, rewrite_chain,
};
pub(crate) use honours::{
    export_honours, honours_by_ids, honours_of, insert_honours, remove_honours, rewrite_honour,
};
pub(crate) use list_targets::{TargetFilter, export_target_ids, page_of_targets};
pub(crate) use nodes::{
    insert_nodes, node_targets, nodes_of, remove_nodes, rewrite_node, save_links,
};
pub(crate) use read::{CompanyQuery, by_ids, candidates, export, page};
pub(crate) use targets::{TargetKey, insert_targets, load_targets, rewrite_target};
pub(crate) use write::{Counter, count as count_change, insert, remove, update};

use db::{ConnectionTrait, FromQueryResult, Value, fetch_all, fetch_one};
use kernel::{Fault, Outcome};

/// How many keys go into one `IN (…)`.
pub(crate) const KEYS: usize = 400;

/// Placeholders `$from, …` of this length.
pub(crate) fn placeholders(from: usize, length: usize) -> String {
    (from..from + length)
        .map(|n| format!("${n}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The rows of `sql`, which holds `{keys}`, for all of `keys`, some hundred at a time.
async fn fetch_by_keys<T: FromQueryResult, C: ConnectionTrait>(
    connection: &C,
    sql: &str,
    keys: &[i64],
) -> Outcome<Vec<T>> {
    let mut rows = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let sql = sql.replace("{keys}", &placeholders(1, chunk.len()));
        let values = chunk.iter().map(|&key| Value::from(key));
        rows.extend(fetch_all::<T, _>(connection, &sql, values).await?);
    }
    Ok(rows)
}

/// A column that does not read as what it must be: somebody wrote to the table.
fn unreadable(table: &str, key: i64, column: &str) -> Fault {
    Fault::broken(format!("{table} {key} has an unreadable {column}"))
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

/// A list counts to this, then says that there are more.
const COUNTED: i64 = 10_000;

/// How many rows `from_where` finds, counted to 10,000, and whether that is all.
async fn count<C: ConnectionTrait>(
    connection: &C,
    from_where: &str,
    values: Vec<Value>,
) -> Outcome<(u64, bool)> {
    let sql = format!(
        "SELECT COUNT(*) AS count FROM (SELECT 1 {from_where} LIMIT {}) AS found",
        COUNTED + 1
    );
    let row: Option<CountRow> = fetch_one(connection, &sql, values).await?;
    let found = row.map_or(0, |row| row.count);
    let total = u64::try_from(found.min(COUNTED)).expect("a count is not negative");
    Ok((total, found <= COUNTED))
}
