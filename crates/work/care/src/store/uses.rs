//! Who refers to what: an undone import takes away only what nothing refers to.

use super::fetch_by_keys;
use db::{ConnectionTrait, FromQueryResult};
use kernel::Outcome;
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct Use {
    owner: i64,
    count: i64,
}

async fn count<C: ConnectionTrait>(
    connection: &C,
    from_where: &str,
    column: &str,
    keys: &[i64],
) -> Outcome<Vec<Use>> {
    let sql = format!(
        "SELECT {column} AS owner, COUNT(*) AS count FROM {from_where} \
         AND {column} IN ({{keys}}) GROUP BY {column}"
    );
    fetch_by_keys(connection, &sql, keys.iter().map(|&key| key.into())).await
}

/// How many problems came from each of these visits.
pub(crate) async fn problems_from<C: ConnectionTrait>(
    connection: &C,
    visits: &[i64],
) -> Outcome<HashMap<i64, usize>> {
    let from = "problems WHERE removed_at IS NULL";
    let found = count(connection, from, "visit_id", visits).await?;
    Ok(found
        .into_iter()
        .map(|row| (row.owner, usize::try_from(row.count).unwrap_or(0)))
        .collect())
}
