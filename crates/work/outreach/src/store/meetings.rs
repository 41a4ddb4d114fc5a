//! Meetings in the table.

use super::{WithBooked, fetch_by_keys, mark_reversed, unreadable};
use crate::model::{Meeting, MeetingId, MeetingOutcome, OurLevel, TheirLevel};
use db::{ConnectionTrait, DbErr, Rows, append_rows};
use kernel::{Month, Outcome};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    activity_id: i64,
    company_id: Option<i64>,
    project_id: Option<i64>,
    our_level: String,
    their_level: String,
    outcome: String,
    signing_seq: Option<i64>,
}

const SELECT: &str = "SELECT m.id, m.activity_id, m.company_id, m.project_id, m.our_level, \
     m.their_level, m.outcome, m.signing_seq, m.month, m.origin_month, m.fact_seq, \
     m.recorded_at, m.reversed_by, m.reversal_reason FROM meetings m";

fn read(WithBooked(row, booked): WithBooked<Row>) -> Outcome<Meeting> {
    let bad = |column: &str| unreadable("meeting", row.id, column);
    let (booked, reversal) = booked.read("meeting", row.id)?;
    Ok(Meeting {
        id: MeetingId::new(row.id),
        activity: row.activity_id,
        company: row.company_id,
        project: row.project_id,
        our_level: OurLevel::from_word(&row.our_level).ok_or_else(|| bad("our_level"))?,
        their_level: TheirLevel::from_word(&row.their_level).ok_or_else(|| bad("their_level"))?,
        outcome: MeetingOutcome::from_word(&row.outcome).ok_or_else(|| bad("outcome"))?,
        booked,
        signing_seq: row.signing_seq,
        reversal,
    })
}

/// The meetings with these keys, also those that were taken back.
pub(crate) async fn load_meetings<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Meeting>> {
    let sql = format!("{SELECT} WHERE m.id IN ({{keys}})");
    let keys = ids.iter().map(|&id| id.into());
    let rows: Vec<WithBooked<Row>> = fetch_by_keys(connection, &sql, keys).await?;
    rows.into_iter().map(read).collect()
}

/// The standing meetings of these activities, in the order of the journal.
pub(crate) async fn meetings_of<C: ConnectionTrait>(
    connection: &C,
    activities: &[i64],
) -> Outcome<Vec<Meeting>> {
    let sql = format!(
        "{SELECT} WHERE m.reversed_by IS NULL AND m.activity_id IN ({{keys}}) ORDER BY m.fact_seq"
    );
    let keys = activities.iter().map(|&id| id.into());
    let rows: Vec<WithBooked<Row>> = fetch_by_keys(connection, &sql, keys).await?;
    rows.into_iter().map(read).collect()
}

#[derive(FromQueryResult)]
struct CountRow {
    id: i64,
    count: i64,
}

/// How many standing meetings each of these activities has; those without are left out.
pub(crate) async fn count_meetings<C: ConnectionTrait>(
    connection: &C,
    activities: &[i64],
) -> Outcome<HashMap<i64, i64>> {
    let rows: Vec<CountRow> = fetch_by_keys(
        connection,
        "SELECT activity_id AS id, COUNT(*) AS count FROM meetings \
         WHERE reversed_by IS NULL AND activity_id IN ({keys}) GROUP BY activity_id",
        activities.iter().map(|&id| id.into()),
    )
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.count)).collect())
}

#[derive(FromQueryResult)]
struct TripRow {
    project_id: i64,
    code: String,
}

/// For each of these projects that was signed on a trip, the code of the activity.
pub(crate) async fn find_trips<C: ConnectionTrait>(
    connection: &C,
    projects: &[i64],
) -> Outcome<HashMap<i64, String>> {
    let rows: Vec<TripRow> = fetch_by_keys(
        connection,
        "SELECT m.project_id, a.code FROM meetings m JOIN activities a ON a.id = m.activity_id \
         WHERE m.reversed_by IS NULL AND m.signing_seq IS NOT NULL AND m.project_id IN ({keys})",
        projects.iter().map(|&id| id.into()),
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.project_id, row.code))
        .collect())
}

/// Writes recorded meetings.
pub(crate) async fn insert_meetings<C: ConnectionTrait>(
    connection: &C,
    meetings: &[Meeting],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "activity_id",
        "company_id",
        "project_id",
        "our_level",
        "their_level",
        "outcome",
        "month",
        "origin_month",
        "fact_seq",
        "signing_seq",
        "recorded_at",
    ];
    let mut rows = Rows::new("meetings", &columns, "");
    for meeting in meetings {
        let booked = &meeting.booked;
        rows.push([
            meeting.id.key().into(),
            meeting.activity.into(),
            meeting.company.into(),
            meeting.project.into(),
            meeting.our_level.word().into(),
            meeting.their_level.word().into(),
            meeting.outcome.word().into(),
            booked.month.number().into(),
            booked.origin_month.map_or(0, Month::number).into(),
            booked.fact_seq.into(),
            meeting.signing_seq.into(),
            booked.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Marks meetings as taken back: each key with the fact that did it.
pub(crate) async fn mark_reversed_meetings<C: ConnectionTrait>(
    connection: &C,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    mark_reversed(connection, "meetings", reversals, reason).await
}
