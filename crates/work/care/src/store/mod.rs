//! Every query of this crate. Whoever reads rows of units hands in a [`Scope`](kernel::Scope).

mod condition;
mod cursor;
mod listing;
mod names;
mod problems;
mod reading;
mod records;
mod rosters;
mod solutions;
mod uses;
mod visits;

pub(crate) use names::Names;
pub(crate) use problems::{
    ProblemFilter, all_problems, find_problem, page_of_problems, problems_by_codes,
    problems_by_ids, save_problems,
};
pub(crate) use records::codes_of;
pub use rosters::PartyKind;
pub(crate) use rosters::{
    RosterFilter, all_rosters, find_roster, page_of_rosters, rosters_by_ids, rosters_of,
    save_releases, save_rosters,
};
pub(crate) use solutions::save_solutions;
pub(crate) use uses::problems_from;
pub(crate) use visits::{
    VisitFilter, all_visits, find_visit, page_of_visits, save_visits, visits_by_codes,
    visits_by_ids,
};

use db::{ConnectionTrait, FromQueryResult, Value, fetch_all};
use kernel::Outcome;

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

/// `text` as part of a LIKE pattern: what stands for itself only.
fn like(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}

/// The tail of an insert that rewrites the row of the same key: all of `columns` but the key.
fn rewriting(columns: &[&str]) -> String {
    let kept = ["id", "recorded_at"];
    let changed = columns.iter().filter(|column| !kept.contains(column));
    let set: Vec<String> = changed
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    format!("ON CONFLICT (id) DO UPDATE SET {}", set.join(", "))
}
