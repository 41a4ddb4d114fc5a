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
pub use load::{ProjectKey, load_projects};

pub(crate) use amendments::{amendments_of, insert_amendment};
pub(crate) use funds::{
    find_fund, funds_by_ids, insert_funds, mark_reversed_funds, standing_vouchers,
};
pub(crate) use list_funds::{FundFilter, FundRow, export_funds, page_of_funds};
pub(crate) use list_projects::{ProjectFilter, ProjectRow, export_ids, page_of_projects};
pub(crate) use load::{Taken, find_taken};
pub(crate) use milestones::{
    export_milestones, insert_milestones, mark_reversed_milestones, milestones_by_ids,
};
pub(crate) use projects::{
    add_funds, insert_projects, remove_project, rewrite_project, save_summary, set_plan,
    set_platform,
};
pub(crate) use records::{fund_records, milestone_records, project_records};

use db::{ConnectionTrait, DbErr, Value, execute, fetch_all};
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

/// How many rows one bulk update takes.
const UPDATED_AT_ONCE: usize = 200;

/// Runs `sql`, an `UPDATE … FROM (VALUES {rows}) AS v`, for all of `rows`, each of three
/// integers, some hundred at a time. Both engines call the columns of VALUES `column1` and
/// so on; `tail` fills the placeholders from `$1`.
async fn update_many<C: ConnectionTrait>(
    connection: &C,
    sql: &str,
    tail: &[Value],
    rows: &[[i64; 3]],
) -> Result<(), DbErr> {
    for chunk in rows.chunks(UPDATED_AT_ONCE) {
        let mut places = String::new();
        let mut values = tail.to_vec();
        for row in chunk {
            let from = values.len() + 1;
            let comma = if places.is_empty() { "" } else { ", " };
            // PostgreSQL takes placeholders of VALUES for texts unless it is told.
            let casts = [from, from + 1, from + 2].map(|n| format!("CAST(${n} AS BIGINT)"));
            places.push_str(&format!("{comma}({})", casts.join(", ")));
            values.extend(row.iter().map(|&number| Value::from(number)));
        }
        execute(connection, &sql.replace("{rows}", &places), values).await?;
    }
    Ok(())
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
    Ok(counted(row.map_or(0, |row| row.count)))
}

/// What a list says of so many found rows, which were counted to one more than 10,000.
fn counted(found: i64) -> (u64, bool) {
    let total = u64::try_from(found.min(COUNTED)).expect("a count is not negative");
    (total, found <= COUNTED)
}

/// `text` as part of a LIKE pattern: what stands for itself only.
fn like(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}
