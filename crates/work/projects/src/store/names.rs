//! Names of projects, for finding them.

use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_all};

/// A project as far as finding it needs.
#[derive(Debug, FromQueryResult)]
pub(crate) struct NameRow {
    pub id: i64,
    pub code: String,
    pub name: String,
    pub investors_text: String,
    pub stage: String,
    pub lead_unit_id: i64,
    pub joint_unit_id: Option<i64>,
    pub updated_at: String,
    pub removed_at: Option<String>,
}

const COLUMNS: &str = "SELECT id, code, name, investors_text, stage, lead_unit_id, \
     joint_unit_id, updated_at, removed_at FROM projects";

/// The projects written or removed at `since` or later; all that are there without it.
pub(crate) async fn names_since<C: ConnectionTrait>(
    connection: &C,
    since: Option<&str>,
) -> Result<Vec<NameRow>, DbErr> {
    let Some(since) = since else {
        let sql = format!("{COLUMNS} WHERE removed_at IS NULL");
        return fetch_all(connection, &sql, []).await;
    };
    let sql = format!(
        "{COLUMNS} WHERE updated_at >= $1 UNION {COLUMNS} WHERE removed_at IS NOT NULL AND removed_at >= $1"
    );
    fetch_all(connection, &sql, [since.into()]).await
}
