//! Codes and names of records that the journal names, also of those that were taken out of
//! the register.

use super::fetch_by_keys;
use crate::model::Owner;
use db::ConnectionTrait;
use kernel::Outcome;
use sea_orm::FromQueryResult;

/// A record as a line of the journal names it.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct NameRow {
    pub id: i64,
    pub code: String,
    pub name: String,
}

/// The codes and names of these.
pub(crate) async fn names_of<C: ConnectionTrait>(
    connection: &C,
    owner: Owner,
    ids: &[i64],
) -> Outcome<Vec<NameRow>> {
    let table = match owner {
        Owner::Platform => "platforms",
        Owner::Opportunity => "opportunities",
    };
    let sql = format!("SELECT id, code, name FROM {table} WHERE id IN ({{keys}})");
    fetch_by_keys(connection, &sql, ids.iter().map(|&id| id.into())).await
}
