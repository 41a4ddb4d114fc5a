//! Every query of this crate. Whoever reads rows of units hands in a [`Scope`](kernel::Scope).

mod activities;
mod campaigns;
mod condition;
mod documents;
mod goals;
mod list_activities;
mod list_meetings;
mod load_activities;
mod meetings;
mod page;
mod records;

pub use page::CursorRefusal;

pub(crate) use activities::{insert_activities, mark_reversed_activities, rewrite_activity};
pub(crate) use campaigns::{
    CampaignFilter, CampaignKey, NamedCampaign, References, all_campaigns, campaign_keys,
    campaign_names, insert_campaigns, load_campaigns, page_of_campaigns, references_of,
    remove_campaign, rewrite_campaign, touch_campaigns,
};
pub(crate) use documents::{
    DocumentFilter, DocumentKey, all_documents, insert_documents, load_documents,
    mark_reversed_documents, page_of_documents, rewrite_document,
};
pub(crate) use goals::{goals_by_ids, insert_goals, remove_goals, rewrite_goal};
pub(crate) use list_activities::{ActivityFilter, activity_ids, page_of_activities};
pub(crate) use list_meetings::{MeetingFilter, all_meetings, page_of_meetings};
pub(crate) use load_activities::{ActivityKey, load_activities};
pub(crate) use meetings::{
    count_meetings, find_trips, insert_meetings, load_meetings, mark_reversed_meetings, meetings_of,
};
pub(crate) use records::{NamedRecord, activity_records, document_records, meeting_records};

use crate::model::{Booked, Reversal};
use db::{ConnectionTrait, DbErr, Value, execute, fetch_all};
use kernel::{Fault, Instant, Month, Outcome};
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

/// Marks rows of `table` as taken back: each key with the fact that did it.
async fn mark_reversed<C: ConnectionTrait>(
    connection: &C,
    table: &'static str,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    for chunk in reversals.chunks(UPDATED_AT_ONCE) {
        let mut values = vec![Value::from(reason)];
        let mut rows = Vec::with_capacity(chunk.len());
        for &(id, by) in chunk {
            values.extend([id.into(), by.into()]);
            // PostgreSQL takes placeholders of VALUES for texts unless it is told.
            let (id, by) = (values.len() - 1, values.len());
            rows.push(format!("(CAST(${id} AS BIGINT), CAST(${by} AS BIGINT))"));
        }
        let sql = format!(
            "UPDATE {table} SET reversed_by = v.column2, reversal_reason = $1 \
             FROM (VALUES {}) AS v WHERE {table}.id = v.column1",
            rows.join(", ")
        );
        execute(connection, &sql, values).await?;
    }
    Ok(())
}

/// A column that does not read as what it must be: somebody wrote to the table.
fn unreadable(table: &str, key: i64, column: &str) -> Fault {
    Fault::broken(format!("{table} {key} has an unreadable {column}"))
}

/// The columns in which a record keeps its place in the books.
#[derive(Debug, FromQueryResult)]
struct BookedRow {
    month: i32,
    origin_month: i32,
    fact_seq: i64,
    recorded_at: String,
    reversed_by: Option<i64>,
    reversal_reason: Option<String>,
}

impl BookedRow {
    fn read(self, table: &str, key: i64) -> Outcome<(Booked, Option<Reversal>)> {
        let bad = |column: &str| unreadable(table, key, column);
        let origin = match self.origin_month {
            0 => None,
            number => Some(Month::from_number(number).map_err(|_| bad("origin_month"))?),
        };
        let booked = Booked {
            fact_seq: self.fact_seq,
            month: Month::from_number(self.month).map_err(|_| bad("month"))?,
            origin_month: origin,
            recorded_at: Instant::parse(&self.recorded_at).ok_or_else(|| bad("recorded_at"))?,
        };
        let reversal = self.reversed_by.map(|by| Reversal {
            by,
            reason: self.reversal_reason.unwrap_or_default(),
        });
        Ok((booked, reversal))
    }
}

/// A row with its place in the books.
struct WithBooked<T>(T, BookedRow);

impl<T: FromQueryResult> FromQueryResult for WithBooked<T> {
    fn from_query_result(row: &sea_orm::QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self(
            T::from_query_result(row, prefix)?,
            BookedRow::from_query_result(row, prefix)?,
        ))
    }
}
