//! Names and references of records that the journal names, also of those that have been
//! taken back.

use super::fetch_by_keys;
use db::ConnectionTrait;
use kernel::Outcome;
use sea_orm::FromQueryResult;

/// A project as a line of the journal names it.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ProjectRecord {
    pub id: i64,
    pub code: String,
    pub name: String,
}

/// Funds as a line of the journal names them.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FundRecord {
    pub id: i64,
    pub voucher: String,
}

/// A milestone as a line of the journal names it.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct MilestoneRecord {
    pub id: i64,
    pub contract_number: Option<String>,
    pub code: String,
}

/// The projects with these keys.
pub(crate) async fn project_records<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<ProjectRecord>> {
    fetch_by_keys(
        connection,
        "SELECT id, code, name FROM projects WHERE id IN ({keys})",
        ids.iter().map(|&id| id.into()),
    )
    .await
}

/// The funds with these keys.
pub(crate) async fn fund_records<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<FundRecord>> {
    fetch_by_keys(
        connection,
        "SELECT id, voucher FROM funds WHERE id IN ({keys})",
        ids.iter().map(|&id| id.into()),
    )
    .await
}

/// The milestones (or, from `project_amendments`, amendments) with these keys.
pub(crate) async fn milestone_records<C: ConnectionTrait>(
    connection: &C,
    table: &'static str,
    ids: &[i64],
) -> Outcome<Vec<MilestoneRecord>> {
    fetch_by_keys(
        connection,
        &format!(
            "SELECT m.id, p.contract_number, p.code FROM {table} m \
             JOIN projects p ON p.id = m.project_id WHERE m.id IN ({{keys}})"
        ),
        ids.iter().map(|&id| id.into()),
    )
    .await
}
