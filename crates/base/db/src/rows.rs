//! Running SQL: one row, many rows, a stream of rows, rows in bulk.

use crate::dialect::Engine;
use futures_util::{Stream, StreamExt, TryStreamExt};
use sea_orm::{
    ConnectionTrait, DbErr, FromQueryResult, QueryResult, Statement, StreamTrait, Value,
};
use serde::de::DeserializeOwned;

/// Runs `sql` and returns how many rows it touched.
pub async fn execute<C: ConnectionTrait>(
    connection: &C,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, DbErr> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.execute_raw(statement).await?.rows_affected())
}

/// The rows that `sql` selects.
pub async fn fetch_all<T: FromQueryResult, C: ConnectionTrait>(
    connection: &C,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, DbErr> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection
        .query_all_raw(statement)
        .await?
        .iter()
        .map(|row| T::from_query_result(row, ""))
        .collect()
}

/// The first row that `sql` selects, if any.
pub async fn fetch_one<T: FromQueryResult, C: ConnectionTrait>(
    connection: &C,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<T>, DbErr> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection
        .query_one_raw(statement)
        .await?
        .map(|row| T::from_query_result(&row, ""))
        .transpose()
}

/// The rows that `sql` selects, one at a time, so that a journal of any length fits.
pub async fn stream_rows<'c, T: FromQueryResult + Send + 'c, C: ConnectionTrait + StreamTrait>(
    connection: &'c C,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<impl Stream<Item = Result<T, DbErr>> + 'c, DbErr> {
    let backend = ConnectionTrait::get_database_backend(connection);
    let statement = Statement::from_sql_and_values(backend, sql, values);
    let stream = connection.stream_raw(statement).await?;
    Ok(stream
        .map_err(std::convert::identity)
        .map(|row| row.and_then(|row: QueryResult| T::from_query_result(&row, ""))))
}

/// A row that the database has packed into one JSON array ([`Engine::packed`]). Rows that are
/// read by the hundred thousand travel so: a value costs more on its way than in the table.
#[derive(Debug)]
pub struct Packed<T>(pub T);

impl<T: DeserializeOwned> FromQueryResult for Packed<T> {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        let text: String = row.try_get_by_index(0)?;
        serde_json::from_str(&text)
            .map(Self)
            .map_err(|error| DbErr::Type(error.to_string()))
    }
}

/// Rows to be written to one table at once.
#[derive(Debug)]
pub struct Rows {
    head: String,
    width: usize,
    values: Vec<Value>,
    tail: String,
}

impl Rows {
    /// Rows of `columns` for `table`; `tail` follows the values (`ON CONFLICT …`), or is empty.
    pub fn new(table: &str, columns: &[&str], tail: &str) -> Self {
        Self {
            head: format!("INSERT INTO {table} ({}) VALUES ", columns.join(", ")),
            width: columns.len(),
            values: Vec::new(),
            tail: tail.to_owned(),
        }
    }

    /// Adds one row.
    ///
    /// # Panics
    /// If the number of values is not that of the columns.
    pub fn push<const N: usize>(&mut self, row: [Value; N]) {
        assert_eq!(N, self.width, "a row has a value for each column");
        self.values.extend(row);
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.values.len() / self.width
    }
}

/// Rows in one bulk statement: enough to be fast, few enough that the statement text is
/// small and is found again in the driver's cache.
const CHUNK: usize = 500;

/// Writes `rows` in statements of up to 500 rows.
pub async fn append_rows<C: ConnectionTrait>(connection: &C, rows: Rows) -> Result<(), DbErr> {
    let backend = connection.get_database_backend();
    let engine = Engine::of(backend);
    let chunk = CHUNK.min(engine.parameters() / rows.width);
    let mut values = rows.values.into_iter().peekable();
    while values.peek().is_some() {
        let taken: Vec<Value> = values.by_ref().take(chunk * rows.width).collect();
        let mut sql = rows.head.clone();
        for place in 0..taken.len() {
            sql.push_str(match place % rows.width {
                0 if place == 0 => "(",
                0 => "), (",
                _ => ", ",
            });
            engine.placeholder(place + 1, &mut sql);
        }
        sql.push_str(") ");
        sql.push_str(&rows.tail);
        connection
            .execute_raw(Statement::from_sql_and_values(backend, sql, taken))
            .await?;
    }
    Ok(())
}
