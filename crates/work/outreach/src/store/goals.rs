//! The goals of campaigns in the table.

use super::{KEYS, fetch_by_keys, placeholders, unreadable};
use crate::model::{Goal, GoalDraft, GoalId, GoalMeasure, GoalUnit};
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute};
use kernel::{Instant, Month, Outcome};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    campaign_id: i64,
    indicator: String,
    measure: String,
    unit: String,
    value: i64,
    until_month: i32,
    revision: i32,
}

const SELECT: &str = "SELECT id, campaign_id, indicator, measure, unit, value, until_month, \
     revision FROM campaign_goals WHERE removed_at IS NULL";

fn read(row: Row) -> Outcome<(i64, Goal)> {
    let bad = |column: &str| unreadable("campaign goal", row.id, column);
    let goal = Goal {
        id: GoalId::new(row.id),
        draft: GoalDraft {
            measure: GoalMeasure::from_word(&row.measure).ok_or_else(|| bad("measure"))?,
            unit: GoalUnit::from_word(&row.unit).ok_or_else(|| bad("unit"))?,
            value: row.value,
            until: Month::from_number(row.until_month).map_err(|_| bad("until_month"))?,
            indicator: row.indicator,
        },
        revision: row.revision,
    };
    Ok((row.campaign_id, goal))
}

/// The goals of these campaigns, in the order in which they were set.
pub(super) async fn goals_of<C: ConnectionTrait>(
    connection: &C,
    campaigns: &[i64],
) -> Outcome<HashMap<i64, Vec<Goal>>> {
    let sql = format!("{SELECT} AND campaign_id IN ({{keys}}) ORDER BY campaign_id, id");
    let keys = campaigns.iter().map(|&id| id.into());
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, keys).await?;
    let mut found: HashMap<i64, Vec<Goal>> = HashMap::new();
    for row in rows {
        let (campaign, goal) = read(row)?;
        found.entry(campaign).or_default().push(goal);
    }
    Ok(found)
}

/// The goals with these keys, each with its campaign's.
pub(crate) async fn goals_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<(i64, Goal)>> {
    let sql = format!("{SELECT} AND id IN ({{keys}})");
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, ids.iter().map(|&id| id.into())).await?;
    rows.into_iter().map(read).collect()
}

/// Writes new goals, each with its campaign's key.
pub(crate) async fn insert_goals<C: ConnectionTrait>(
    connection: &C,
    goals: &[(i64, Goal)],
    at: Instant,
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "campaign_id",
        "indicator",
        "measure",
        "unit",
        "value",
        "until_month",
        "revision",
        "created_at",
        "updated_at",
    ];
    let mut rows = Rows::new("campaign_goals", &columns, "");
    for (campaign, goal) in goals {
        let draft = &goal.draft;
        rows.push([
            goal.id.key().into(),
            (*campaign).into(),
            draft.indicator.as_str().into(),
            draft.measure.word().into(),
            draft.unit.word().into(),
            draft.value.into(),
            draft.until.number().into(),
            goal.revision.into(),
            at.to_string().into(),
            at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes what a goal is to reach and by when.
pub(crate) async fn rewrite_goal<C: ConnectionTrait>(
    connection: &C,
    goal: &Goal,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE campaign_goals SET unit = $2, value = $3, until_month = $4, revision = $5, \
         updated_at = $6 WHERE id = $1",
        [
            goal.id.key().into(),
            goal.draft.unit.word().into(),
            goal.draft.value.into(),
            goal.draft.until.number().into(),
            goal.revision.into(),
            at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Takes goals away.
pub(crate) async fn remove_goals<C: ConnectionTrait>(
    connection: &C,
    keys: &[i64],
    at: Instant,
) -> Result<(), DbErr> {
    for chunk in keys.chunks(KEYS) {
        let places = placeholders(2, chunk.len());
        let values = std::iter::once(Value::from(at.to_string()));
        let values = values.chain(chunk.iter().map(|&key| key.into()));
        let sql = format!("UPDATE campaign_goals SET removed_at = $1 WHERE id IN ({places})");
        execute(connection, &sql, values).await?;
    }
    Ok(())
}
