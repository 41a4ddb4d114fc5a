//! Pages of lists: where one ended, and where the next goes on.

use super::condition::Condition;
use super::count;
use db::{ConnectionTrait, FromQueryResult, fetch_all};
use kernel::{Outcome, Page, PageQuery};

kernel::refusals! {
    /// Why a page was not given.
    pub enum CursorRefusal {
        /// The cursor is none that this list gave.
        WrongCursor = (Invalid, "channels.wrong_cursor"),
    }
}

/// A list by a column whose values are unique in it.
pub(super) struct Listing<'a> {
    /// The columns that are selected.
    pub columns: &'a str,
    /// The tables, after FROM.
    pub from: &'a str,
    /// The column by which it is ordered; a code ascending, a seq descending.
    pub by: Order,
}

/// How a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// By a text, ascending.
    Code(&'static str),
    /// By a number, the greatest first.
    Latest(&'static str),
}

impl Order {
    fn after(self, condition: &mut Condition, cursor: &str) -> Result<(), CursorRefusal> {
        let value = cursor
            .strip_prefix("c~")
            .ok_or(CursorRefusal::WrongCursor)?;
        match self {
            Self::Code(column) => condition.and(&format!("{column} > {{}}"), [value.into()]),
            Self::Latest(column) => {
                let number = value.parse::<i64>();
                let number = number.map_err(|_| CursorRefusal::WrongCursor)?;
                condition.and(&format!("{column} < {{}}"), [number.into()]);
            }
        }
        Ok(())
    }

    fn clause(self) -> String {
        match self {
            Self::Code(column) => format!("ORDER BY {column}"),
            Self::Latest(column) => format!("ORDER BY {column} DESC"),
        }
    }
}

impl Listing<'_> {
    /// The page after the cursor; `place` gives a row's value of the ordering column.
    pub(super) async fn page<T: FromQueryResult, C: ConnectionTrait>(
        &self,
        connection: &C,
        mut condition: Condition,
        page: &PageQuery,
        place: impl Fn(&T) -> String,
    ) -> Outcome<Page<T>> {
        let from = format!("FROM {} WHERE {}", self.from, condition.text());
        let (total, total_exact) = count(connection, &from, condition.values.clone()).await?;
        if let Some(cursor) = page.after.as_deref() {
            self.by.after(&mut condition, cursor)?;
        }
        let size = usize::try_from(page.size()).expect("at most 200");
        let sql = format!(
            "SELECT {} FROM {} WHERE {} {} LIMIT {}",
            self.columns,
            self.from,
            condition.text(),
            self.by.clause(),
            size + 1
        );
        let mut items: Vec<T> = fetch_all(connection, &sql, condition.values).await?;
        let more = items.len() > size;
        items.truncate(size);
        let next = items.last().filter(|_| more).map(place);
        Ok(Page {
            items,
            next: next.map(|value| format!("c~{value}")),
            total,
            total_exact,
        })
    }

    /// Every row that matches, in the same order.
    pub(super) async fn all<T: FromQueryResult, C: ConnectionTrait>(
        &self,
        connection: &C,
        condition: Condition,
    ) -> Outcome<Vec<T>> {
        let sql = format!(
            "SELECT {} FROM {} WHERE {} {}",
            self.columns,
            self.from,
            condition.text(),
            self.by.clause(),
        );
        Ok(fetch_all(connection, &sql, condition.values).await?)
    }
}
