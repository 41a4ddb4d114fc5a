//! Loading activities whole: with places and organisers.

use super::condition::{Condition, HELD_BY};
use super::{KEYS, WithBooked, fetch_by_keys, unreadable};
use crate::model::{Activity, ActivityId, ActivityKind, ActivityRecord, LeaderRank};
use chrono::NaiveDate;
use db::{ConnectionTrait, Value, fetch_all};
use kernel::{Instant, Outcome, Scope};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// By what activities are looked up.
#[derive(Debug, Clone)]
pub(crate) enum ActivityKey {
    /// By key, also those that were taken back.
    Ids(Vec<i64>),
    /// By code, only those that stand.
    Codes(Vec<String>),
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    kind: String,
    name: String,
    begins_on: String,
    ends_on: Option<String>,
    leader: String,
    convener: Option<String>,
    campaign: Option<String>,
    chain: Option<String>,
    revision: i32,
    updated_at: String,
}

#[derive(FromQueryResult)]
struct PlaceRow {
    activity_id: i64,
    division_code: String,
}

#[derive(FromQueryResult)]
struct OrganiserRow {
    activity_id: i64,
    unit_id: i64,
}

const SELECT: &str = "SELECT a.id, a.code, a.kind, a.name, a.begins_on, a.ends_on, a.leader, \
     a.convener, c.code AS campaign, a.chain, a.revision, a.updated_at, a.month, a.origin_month, \
     a.fact_seq, a.recorded_at, a.reversed_by, a.reversal_reason \
     FROM activities a LEFT JOIN campaigns c ON c.id = a.campaign_id";

/// The activities with these keys that `scope` covers: whoever is among the organisers
/// sees one.
pub(crate) async fn load_activities<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    key: &ActivityKey,
) -> Outcome<Vec<Activity>> {
    let (part, keys): (&str, Vec<Value>) = match key {
        ActivityKey::Ids(ids) => ("a.id", ids.iter().map(|&id| id.into()).collect()),
        ActivityKey::Codes(codes) => (
            "a.reversed_by IS NULL AND a.code",
            codes.iter().map(|code| code.as_str().into()).collect(),
        ),
    };
    let mut rows: Vec<WithBooked<Row>> = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let mut condition = Condition::default();
        let places = vec!["{}"; chunk.len()].join(", ");
        condition.and(&format!("{part} IN ({places})"), chunk.iter().cloned());
        condition.scoped(scope, HELD_BY);
        let sql = format!("{SELECT} WHERE {}", condition.text());
        rows.extend(fetch_all::<WithBooked<Row>, _>(connection, &sql, condition.values).await?);
    }
    assemble(connection, rows).await
}

async fn assemble<C: ConnectionTrait>(
    connection: &C,
    rows: Vec<WithBooked<Row>>,
) -> Outcome<Vec<Activity>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.0.id).collect();
    let keys = || ids.iter().map(|&id| Value::from(id));
    let found: Vec<PlaceRow> = fetch_by_keys(
        connection,
        "SELECT activity_id, division_code FROM activity_places \
         WHERE activity_id IN ({keys}) ORDER BY activity_id, n",
        keys(),
    )
    .await?;
    let mut places: HashMap<i64, Vec<String>> = HashMap::new();
    for row in found {
        let of_one = places.entry(row.activity_id).or_default();
        of_one.push(row.division_code);
    }
    let found: Vec<OrganiserRow> = fetch_by_keys(
        connection,
        "SELECT activity_id, unit_id FROM activity_organisers \
         WHERE activity_id IN ({keys}) ORDER BY activity_id, n",
        keys(),
    )
    .await?;
    let mut organisers: HashMap<i64, Vec<i64>> = HashMap::new();
    for row in found {
        organisers
            .entry(row.activity_id)
            .or_default()
            .push(row.unit_id);
    }
    rows.into_iter()
        .map(|WithBooked(row, booked)| {
            let id = row.id;
            let (booked, reversal) = booked.read("activity", id)?;
            let updated_at = Instant::parse(&row.updated_at);
            Ok(Activity {
                id: ActivityId::new(id),
                revision: row.revision,
                updated_at: updated_at.ok_or_else(|| unreadable("activity", id, "updated_at"))?,
                record: record_of(
                    row,
                    places.remove(&id).unwrap_or_default(),
                    organisers.remove(&id).unwrap_or_default(),
                )?,
                booked,
                reversal,
            })
        })
        .collect()
}

fn record_of(row: Row, places: Vec<String>, organisers: Vec<i64>) -> Outcome<ActivityRecord> {
    let bad = |column: &str| unreadable("activity", row.id, column);
    let day = |text: &str, column: &str| text.parse::<NaiveDate>().map_err(|_| bad(column));
    let ends_on = row.ends_on.as_deref().map(|text| day(text, "ends_on"));
    Ok(ActivityRecord {
        kind: ActivityKind::from_word(&row.kind).ok_or_else(|| bad("kind"))?,
        leader: LeaderRank::from_word(&row.leader).ok_or_else(|| bad("leader"))?,
        begins_on: day(&row.begins_on, "begins_on")?,
        ends_on: ends_on.transpose()?,
        code: row.code,
        name: row.name,
        places,
        organisers,
        convener: row.convener,
        campaign: row.campaign,
        chain: row.chain,
    })
}
