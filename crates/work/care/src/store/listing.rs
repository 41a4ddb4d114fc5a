//! Reading rows of one table: by keys, as a page, or all.

use super::condition::Condition;
use super::cursor::Cursor;
use super::fetch_by_keys;
use db::{ConnectionTrait, FromQueryResult, Value, fetch_all, fetch_one};
use kernel::{Fault, Outcome, Page, PageQuery};

/// How a table is read, latest day first.
pub(super) struct Listing {
    /// What is selected.
    pub columns: &'static str,
    /// From which tables.
    pub from: &'static str,
    /// The column of the day.
    pub day: &'static str,
    /// The column of the key.
    pub key: &'static str,
    /// The refusal of a cursor that is none of this list's.
    pub wrong_cursor: fn() -> Fault,
}

/// A row of a list.
pub(super) trait Listed: FromQueryResult {
    /// Its day, as in the table.
    fn day(&self) -> &str;
    /// Its key.
    fn key(&self) -> i64;
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

/// A list counts to this, then says that there are more.
const COUNTED: i64 = 10_000;

impl Listing {
    fn select(&self, condition: &str) -> String {
        format!(
            "SELECT {} FROM {} WHERE {condition}",
            self.columns, self.from
        )
    }

    /// The rows of which `part`, which holds `{keys}`, is true for one of `keys`.
    pub(super) async fn by_keys<T: FromQueryResult, C: ConnectionTrait>(
        &self,
        connection: &C,
        part: &str,
        keys: Vec<Value>,
    ) -> Outcome<Vec<T>> {
        fetch_by_keys(connection, &self.select(part), keys).await
    }

    /// The first row that matches.
    pub(super) async fn one<T: FromQueryResult, C: ConnectionTrait>(
        &self,
        connection: &C,
        condition: Condition,
    ) -> Outcome<Option<T>> {
        let sql = self.select(&condition.text());
        Ok(fetch_one(connection, &sql, condition.values).await?)
    }

    /// All rows that match, earliest day first.
    pub(super) async fn all<T: FromQueryResult, C: ConnectionTrait>(
        &self,
        connection: &C,
        condition: Condition,
    ) -> Outcome<Vec<T>> {
        let sql = format!(
            "{} ORDER BY {}, {}",
            self.select(&condition.text()),
            self.day,
            self.key
        );
        Ok(fetch_all(connection, &sql, condition.values).await?)
    }

    /// A page of the rows that match, latest day first.
    pub(super) async fn page<T: Listed, C: ConnectionTrait>(
        &self,
        connection: &C,
        mut condition: Condition,
        page: &PageQuery,
    ) -> Outcome<Page<T>> {
        let (total, total_exact) = self.count(connection, &condition).await?;
        let (day, key) = (self.day, self.key);
        if let Some(text) = page.after.as_deref() {
            let cursor = Cursor::read(text).ok_or_else(self.wrong_cursor)?;
            let part = format!("({day} < {{}} OR ({day} = {{}} AND {key} < {{}}))");
            let values = [
                cursor.day.as_str().into(),
                cursor.day.as_str().into(),
                cursor.key.into(),
            ];
            condition.and(&part, values);
        }
        let size = usize::try_from(page.size()).expect("at most 200");
        let sql = format!(
            "{} ORDER BY {day} DESC, {key} DESC LIMIT {}",
            self.select(&condition.text()),
            size + 1
        );
        let mut items: Vec<T> = fetch_all(connection, &sql, condition.values).await?;
        let more = items.len() > size;
        items.truncate(size);
        let last = items.last().filter(|_| more);
        let next = last.map(|row| {
            let cursor = Cursor {
                day: row.day().to_owned(),
                key: row.key(),
            };
            cursor.write()
        });
        Ok(Page {
            items,
            next,
            total,
            total_exact,
        })
    }

    /// How many rows match, counted to 10,000, and whether that is all.
    async fn count<C: ConnectionTrait>(
        &self,
        connection: &C,
        condition: &Condition,
    ) -> Outcome<(u64, bool)> {
        let sql = format!(
            "SELECT COUNT(*) AS count FROM (SELECT 1 FROM {} WHERE {} LIMIT {}) AS found",
            self.from,
            condition.text(),
            COUNTED + 1
        );
        let row: Option<CountRow> = fetch_one(connection, &sql, condition.values.clone()).await?;
        let found = row.map_or(0, |row| row.count);
        let total = u64::try_from(found.min(COUNTED)).expect("a count is not negative");
        Ok((total, found <= COUNTED))
    }
}
