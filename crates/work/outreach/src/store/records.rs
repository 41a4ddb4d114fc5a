//! Names and references of records that the journal names, also of those that have been
//! taken back.

use super::fetch_by_keys;
use db::ConnectionTrait;
use kernel::Outcome;
use sea_orm::FromQueryResult;

/// A record as a line of the journal names it.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct NamedRecord {
    pub id: i64,
    pub code: String,
    pub name: String,
}

/// The activities with these keys.
pub(crate) async fn activity_records<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<NamedRecord>> {
    let sql = "SELECT id, code, name FROM activities WHERE id IN ({keys})";
    fetch_by_keys(connection, sql, ids.iter().map(|&id| id.into())).await
}

/// The policy documents with these keys.
pub(crate) async fn document_records<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<NamedRecord>> {
    let sql = "SELECT id, number AS code, name FROM policy_documents WHERE id IN ({keys})";
    fetch_by_keys(connection, sql, ids.iter().map(|&id| id.into())).await
}

/// The activities of the meetings with these keys, by the meeting's key.
pub(crate) async fn meeting_records<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<NamedRecord>> {
    let sql = "SELECT m.id, a.code, a.name FROM meetings m \
         JOIN activities a ON a.id = m.activity_id WHERE m.id IN ({keys})";
    fetch_by_keys(connection, sql, ids.iter().map(|&id| id.into())).await
}
