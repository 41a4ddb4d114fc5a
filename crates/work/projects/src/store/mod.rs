//! Every query of this crate. Whoever reads rows of units hands in a [`Scope`].

mod amendments;
mod cursor;
mod funds;
mod list_funds;
mod list_projects;
mod load;
mod milestones;
mod projects;
mod records;
mod scope;

pub use cursor::CursorRefusal;
pub use list_projects::ProjectSort;

pub(crate) use amendments::{amendments_of, insert_amendment};
pub(crate) use funds::{
    find_fund, funds_by_ids, insert_funds, mark_reversed_funds, standing_vouchers,
};
pub(crate) use list_funds::{FundFilter, FundRow, export_funds, page_of_funds};
pub(crate) use list_projects::{ProjectFilter, ProjectRow, export_ids, page_of_projects};
pub(crate) use load::{ProjectKey, load_projects};
pub(crate) use milestones::{
    export_milestones, insert_milestones, mark_reversed_milestones, milestones_by_ids,
};
pub(crate) use projects::{
    add_funds, insert_projects, remove_project, rewrite_project, save_summary, set_plan,
};
pub(crate) use records::{fund_records, milestone_records, project_records};

use db::{ConnectionTrait, Value, fetch_all};
use kernel::{Fault, Outcome};
use sea_orm::FromQueryResult;

/// How many keys go into one `IN (…)`.
const KEYS: usize = 400;

/// Placeholders `$from, …` of this length.
fn placeholders(from: usize, length: usize) -> String {
    (from..from + length)
        .map(|n| format!("${n}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The rows of `sql`, which holds `{keys}`, for all of `keys`, some hundred at a time.
async fn fetch_by_keys<T: FromQueryResult, C: ConnectionTrait>(
    connection: &C,
    sql: &str,
    keys: impl IntoIterator<Item = Value>,
) -> Outcome<Vec<T>> {
    let keys: Vec<Value> = keys.into_iter().collect();
    let mut rows = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let sql = sql.replace("{keys}", &placeholders(1, chunk.len()));
        rows.extend(fetch_all::<T, _>(connection, &sql, chunk.iter().cloned()).await?);
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
    let row: Option<CountRow> = db::fetch_one(connection, &sql, values).await?;
    let found = row.map_or(0, |row| row.count);
    let total = u64::try_from(found.min(COUNTED)).expect("a count is not negative");
    Ok((total, found <= COUNTED))
}

/// `text` as part of a LIKE pattern: what stands for itself only.
fn like(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}
