//! Every query of this crate. Whoever reads rows of units hands in a [`kernel::Scope`].

mod condition;
mod cursor;
mod opportunities;
mod platform_projects;
mod platforms;
mod publications;
mod recognitions;
mod records;

pub use cursor::CursorRefusal;

pub(crate) use opportunities::{
    OpportunityFilter, OpportunityKey, all_opportunities, insert_opportunities, load_opportunities,
    page_of_opportunities, remove_opportunity, rewrite_opportunity,
};
pub(crate) use platform_projects::{
    PlatformProjectFilter, PlatformProjectRow, all_platform_projects, insert_platform_projects,
    mark_reversed_platform_projects, page_of_platform_projects, platform_projects_by_ids,
    platforms_of_projects,
};
pub(crate) use platforms::{
    PlatformFilter, PlatformKey, all_platforms, insert_platforms, load_platforms,
    page_of_platforms, remove_platform, rewrite_platform,
};
pub(crate) use publications::{
    all_publications, carry_fact, insert_publications, publications_by_ids, publications_of,
    remove_publications,
};
pub(crate) use recognitions::{insert_recognitions, mark_reversed, recognitions_of};
pub(crate) use records::names_of;

use db::{ConnectionTrait, DbErr, FromQueryResult, Value, execute, fetch_all};
use kernel::{Fault, Instant, Month, Outcome};

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

/// Runs `sql`, an `UPDATE … FROM (VALUES {rows}) AS v`, for all of `rows`, some hundred at a
/// time. Both engines call the columns of VALUES `column1` and `column2`; `tail` fills the
/// placeholders from `$1`.
async fn update_many<C: ConnectionTrait>(
    connection: &C,
    sql: &str,
    tail: &[Value],
    rows: &[(i64, i64)],
) -> Result<(), DbErr> {
    for chunk in rows.chunks(UPDATED_AT_ONCE) {
        let mut places = Vec::with_capacity(chunk.len());
        let mut values = tail.to_vec();
        for &(first, second) in chunk {
            let from = values.len() + 1;
            // PostgreSQL takes placeholders of VALUES for texts unless it is told.
            places.push(format!(
                "(CAST(${from} AS BIGINT), CAST(${} AS BIGINT))",
                from + 1
            ));
            values.extend([first.into(), second.into()]);
        }
        execute(
            connection,
            &sql.replace("{rows}", &places.join(", ")),
            values,
        )
        .await?;
    }
    Ok(())
}

/// A column that does not read as what it must be: somebody wrote to the table.
fn unreadable(table: &str, key: i64, column: &str) -> Fault {
    Fault::broken(format!("{table} {key} has an unreadable {column}"))
}

fn day_of(text: &str) -> Option<chrono::NaiveDate> {
    text.parse().ok()
}

/// `0` in a column of origin months: before the books.
fn origin_of(number: i32) -> Result<Option<Month>, kernel::MonthRefusal> {
    match number {
        0 => Ok(None),
        number => Month::from_number(number).map(Some),
    }
}

/// Takes a row of `table` out of the register, as if it had never been entered.
async fn remove<C: ConnectionTrait>(
    connection: &C,
    table: &'static str,
    key: i64,
    at: Instant,
) -> Result<(), DbErr> {
    let sql = format!("UPDATE {table} SET removed_at = $2, revision = revision + 1 WHERE id = $1");
    execute(connection, &sql, [key.into(), at.to_string().into()]).await?;
    Ok(())
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

/// What lists search in: the texts in one normal spelling.
fn search_text<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<String> = texts.into_iter().map(companies::normal_name).collect();
    texts.join("\n")
}
