//! Writing activities.

use super::condition::search_text;
use super::mark_reversed;
use crate::model::{Activity, ActivityRecord};
use db::{ConnectionTrait, DbErr, Rows, append_rows, execute};
use kernel::Month;
use std::collections::HashMap;

fn searched(record: &ActivityRecord) -> String {
    search_text([
        Some(record.code.as_str()),
        Some(&record.name),
        record.convener.as_deref(),
        record.chain.as_deref(),
    ])
}

fn day_value(day: Option<chrono::NaiveDate>) -> db::Value {
    day.map(|day| day.to_string()).into()
}

/// The key of the record's campaign, among those that were looked up.
fn campaign_of(record: &ActivityRecord, campaigns: &HashMap<String, i64>) -> Option<i64> {
    let code = record.campaign.as_ref()?;
    campaigns.get(code).copied()
}

/// Writes new activities with their places and organisers; `campaigns` has the keys of
/// those that they name.
pub(crate) async fn insert_activities<C: ConnectionTrait>(
    connection: &C,
    activities: &[Activity],
    campaigns: &HashMap<String, i64>,
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "code",
        "kind",
        "name",
        "begins_on",
        "ends_on",
        "leader",
        "convener",
        "campaign_id",
        "chain",
        "search_text",
        "month",
        "origin_month",
        "fact_seq",
        "revision",
        "recorded_at",
        "updated_at",
    ];
    let mut rows = Rows::new("activities", &columns, "");
    for activity in activities {
        let record = &activity.record;
        let booked = &activity.booked;
        rows.push([
            activity.id.key().into(),
            record.code.as_str().into(),
            record.kind.word().into(),
            record.name.as_str().into(),
            record.begins_on.to_string().into(),
            day_value(record.ends_on),
            record.leader.word().into(),
            record.convener.clone().into(),
            campaign_of(record, campaigns).into(),
            record.chain.clone().into(),
            searched(record).into(),
            booked.month.number().into(),
            booked.origin_month.map_or(0, Month::number).into(),
            booked.fact_seq.into(),
            activity.revision.into(),
            booked.recorded_at.to_string().into(),
            activity.updated_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await?;
    insert_places(connection, activities).await?;
    let columns = ["activity_id", "n", "unit_id"];
    let mut rows = Rows::new("activity_organisers", &columns, "");
    for activity in activities {
        for (n, &unit) in (1i32..).zip(&activity.record.organisers) {
            rows.push([activity.id.key().into(), n.into(), unit.into()]);
        }
    }
    append_rows(connection, rows).await
}

async fn insert_places<C: ConnectionTrait>(
    connection: &C,
    activities: &[Activity],
) -> Result<(), DbErr> {
    let columns = ["activity_id", "n", "division_code"];
    let mut rows = Rows::new("activity_places", &columns, "");
    for activity in activities {
        for (n, place) in (1i32..).zip(&activity.record.places) {
            rows.push([activity.id.key().into(), n.into(), place.as_str().into()]);
        }
    }
    append_rows(connection, rows).await
}

/// Writes anew what no fact carries of an activity.
pub(crate) async fn rewrite_activity<C: ConnectionTrait>(
    connection: &C,
    activity: &Activity,
    campaigns: &HashMap<String, i64>,
) -> Result<(), DbErr> {
    let record = &activity.record;
    execute(
        connection,
        "UPDATE activities SET name = $2, ends_on = $3, convener = $4, campaign_id = $5, \
         chain = $6, search_text = $7, revision = $8, updated_at = $9 WHERE id = $1",
        [
            activity.id.key().into(),
            record.name.as_str().into(),
            day_value(record.ends_on),
            record.convener.clone().into(),
            campaign_of(record, campaigns).into(),
            record.chain.clone().into(),
            searched(record).into(),
            activity.revision.into(),
            activity.updated_at.to_string().into(),
        ],
    )
    .await?;
    execute(
        connection,
        "DELETE FROM activity_places WHERE activity_id = $1",
        [activity.id.key().into()],
    )
    .await?;
    insert_places(connection, std::slice::from_ref(activity)).await
}

/// Marks activities as taken back: each key with the fact that did it.
pub(crate) async fn mark_reversed_activities<C: ConnectionTrait>(
    connection: &C,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    mark_reversed(connection, "activities", reversals, reason).await
}
