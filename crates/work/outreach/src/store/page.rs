//! Pages of lists that are ordered by a day or month and a key, latest first.

use super::condition::Condition;
use db::{ConnectionTrait, Value, fetch_all, fetch_one};
use kernel::{Outcome, Page, PageQuery};
use sea_orm::FromQueryResult;

kernel::refusals! {
    /// Why a page was not given.
    pub enum CursorRefusal {
        /// The cursor is none that this list gave.
        WrongCursor = (Invalid, "outreach.wrong_cursor"),
    }
}

/// A list: what it selects from, and by what it is ordered.
pub(super) struct List {
    /// Behind FROM, such as `activities a`.
    pub from: &'static str,
    /// The column of the key.
    pub key: &'static str,
    /// The column of the day (text) or month (number), both as text in cursors.
    pub day: &'static str,
    /// Whether that column is a number.
    pub is_number: bool,
}

/// A list counts to this, then says that there are more.
const COUNTED: i64 = 10_000;

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

#[derive(FromQueryResult)]
struct KeyRow {
    id: i64,
    day: String,
}

/// The keys of one page, latest first, with what was counted of the list.
pub(super) async fn page_of_keys<C: ConnectionTrait>(
    connection: &C,
    list: &List,
    mut condition: Condition,
    page: &PageQuery,
) -> Outcome<Page<i64>> {
    let List { from, key, day, .. } = list;
    let sql = format!(
        "SELECT COUNT(*) AS count FROM (SELECT 1 FROM {from} WHERE {} LIMIT {}) AS found",
        condition.text(),
        COUNTED + 1
    );
    let counted: Option<CountRow> = fetch_one(connection, &sql, condition.values.clone()).await?;
    let counted = counted.map_or(0, |row| row.count);
    if let Some(text) = page.after.as_deref() {
        let (value, after) = read_cursor(text, list.is_number)?;
        let part = format!("({day}, {key}) < ({{}}, {{}})");
        condition.and(&part, [value, after.into()]);
    }
    let size = usize::try_from(page.size()).expect("at most 200");
    let sql = format!(
        "SELECT {key} AS id, CAST({day} AS TEXT) AS day FROM {from} WHERE {} \
         ORDER BY {day} DESC, {key} DESC LIMIT {}",
        condition.text(),
        size + 1
    );
    let mut rows: Vec<KeyRow> = fetch_all(connection, &sql, condition.values).await?;
    let more = rows.len() > size;
    rows.truncate(size);
    let last = rows.last().filter(|_| more);
    Ok(Page {
        next: last.map(|row| format!("{}~{:x}", row.day, row.id)),
        items: rows.into_iter().map(|row| row.id).collect(),
        total: u64::try_from(counted.min(COUNTED)).expect("a count is not negative"),
        total_exact: counted <= COUNTED,
    })
}

/// Every key of the list, in the order in which they were entered.
pub(super) async fn all_keys<C: ConnectionTrait>(
    connection: &C,
    list: &List,
    condition: Condition,
) -> Outcome<Vec<i64>> {
    let List { from, key, day, .. } = list;
    let sql = format!(
        "SELECT {key} AS id, CAST({day} AS TEXT) AS day FROM {from} WHERE {} ORDER BY {key}",
        condition.text()
    );
    let rows: Vec<KeyRow> = fetch_all(connection, &sql, condition.values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The place at which a page ended.
fn read_cursor(text: &str, is_number: bool) -> Result<(Value, i64), CursorRefusal> {
    let inside = || {
        let (day, key) = text.split_once('~')?;
        let value = if is_number {
            day.parse::<i32>().ok()?.into()
        } else {
            day.parse::<chrono::NaiveDate>().ok()?.to_string().into()
        };
        Some((value, i64::from_str_radix(key, 16).ok()?))
    };
    inside().ok_or(CursorRefusal::WrongCursor)
}

/// Loaded records in the order of their keys; those that were not found are left out.
pub(super) fn in_order<T>(keys: &[i64], mut found: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    let places: std::collections::HashMap<i64, usize> = keys
        .iter()
        .enumerate()
        .map(|(place, &key)| (key, place))
        .collect();
    found.sort_by_key(|record| places.get(&key(record)).copied());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_of_another_list_is_refused() {
        assert_eq!(
            read_cursor("2023-06-05~1f", false),
            Ok(("2023-06-05".into(), 31))
        );
        assert_eq!(read_cursor("202306~1f", true), Ok((202_306.into(), 31)));
        for (text, is_number) in [
            ("202306~1f", false),
            ("2023-06-05~1f", true),
            ("2023-06-05", false),
            ("2023-06-05~x", false),
        ] {
            let refused = read_cursor(text, is_number);
            assert_eq!(refused, Err(CursorRefusal::WrongCursor), "{text}");
        }
    }

    #[test]
    fn records_stand_in_the_order_of_the_page() {
        assert_eq!(in_order(&[3, 1, 2], vec![1, 2, 3], |&key| key), [3, 1, 2]);
    }
}
