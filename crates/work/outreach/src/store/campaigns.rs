//! Campaigns in the table.

use super::condition::{Condition, search_text};
use super::goals::goals_of;
use super::page::{List, all_keys, in_order, page_of_keys};
use super::{fetch_by_keys, unreadable};
use crate::model::{Campaign, CampaignId, CampaignRecord};
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute, fetch_one};
use kernel::{Instant, Month, Outcome, Page, PageQuery};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// By what campaigns are looked up; those that were removed are never found.
#[derive(Debug, Clone)]
pub(crate) enum CampaignKey {
    /// By key.
    Ids(Vec<i64>),
    /// By code.
    Codes(Vec<String>),
}

/// Which campaigns.
#[derive(Debug, Clone, Default)]
pub(crate) struct CampaignFilter {
    /// Those whose window holds this month.
    pub month: Option<Month>,
    /// Those whose code or name hold this.
    pub q: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    name: String,
    from_month: i32,
    until_month: i32,
    basis: Option<String>,
    revision: i32,
    updated_at: String,
}

const LIST: List = List {
    from: "campaigns c",
    key: "c.id",
    day: "c.from_month",
    is_number: true,
};

/// The campaigns with these keys, each with its goals.
pub(crate) async fn load_campaigns<C: ConnectionTrait>(
    connection: &C,
    key: &CampaignKey,
) -> Outcome<Vec<Campaign>> {
    let (column, keys): (&str, Vec<Value>) = match key {
        CampaignKey::Ids(ids) => ("id", ids.iter().map(|&id| id.into()).collect()),
        CampaignKey::Codes(codes) => ("code", codes.iter().map(|c| c.as_str().into()).collect()),
    };
    let sql = format!(
        "SELECT id, code, name, from_month, until_month, basis, revision, updated_at \
         FROM campaigns WHERE removed_at IS NULL AND {column} IN ({{keys}})"
    );
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, keys).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut goals = goals_of(connection, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let bad = |column: &str| unreadable("campaign", row.id, column);
            let month =
                |number: i32, column: &str| Month::from_number(number).map_err(|_| bad(column));
            Ok(Campaign {
                id: CampaignId::new(row.id),
                goals: goals.remove(&row.id).unwrap_or_default(),
                revision: row.revision,
                updated_at: Instant::parse(&row.updated_at).ok_or_else(|| bad("updated_at"))?,
                record: CampaignRecord {
                    from: month(row.from_month, "from_month")?,
                    until: month(row.until_month, "until_month")?,
                    code: row.code,
                    name: row.name,
                    basis: row.basis,
                },
            })
        })
        .collect()
}

/// The keys of the campaigns with these codes, by code.
pub(crate) async fn campaign_keys<C: ConnectionTrait>(
    connection: &C,
    codes: impl IntoIterator<Item = &str>,
) -> Outcome<HashMap<String, i64>> {
    let named = campaign_names(connection, codes).await?;
    Ok(named.into_values().map(|row| (row.code, row.id)).collect())
}

fn condition(filter: &CampaignFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("c.removed_at IS NULL", []);
    if let Some(month) = filter.month {
        let number = Value::from(month.number());
        let part = "c.from_month <= {} AND c.until_month >= {}";
        condition.and(part, [number.clone(), number]);
    }
    condition.holds("c.search_text", filter.q.as_deref());
    condition
}

/// A page of campaigns, those that began last first.
pub(crate) async fn page_of_campaigns<C: ConnectionTrait>(
    connection: &C,
    filter: &CampaignFilter,
    page: &PageQuery,
) -> Outcome<Page<Campaign>> {
    let keys = page_of_keys(connection, &LIST, condition(filter), page).await?;
    let found = load_campaigns(connection, &CampaignKey::Ids(keys.items.clone())).await?;
    Ok(Page {
        items: in_order(&keys.items, found, |campaign| campaign.id.key()),
        next: keys.next,
        total: keys.total,
        total_exact: keys.total_exact,
    })
}

/// All campaigns that match, in the order in which they were entered.
pub(crate) async fn all_campaigns<C: ConnectionTrait>(
    connection: &C,
    filter: &CampaignFilter,
) -> Outcome<Vec<Campaign>> {
    let keys = all_keys(connection, &LIST, condition(filter)).await?;
    let found = load_campaigns(connection, &CampaignKey::Ids(keys.clone())).await?;
    Ok(in_order(&keys, found, |campaign| campaign.id.key()))
}

/// How many standing activities and policy documents refer to a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub(crate) struct References {
    /// The activities.
    pub activities: i64,
    /// The policy documents.
    pub documents: i64,
}

/// What refers to the campaign with this key.
pub(crate) async fn references_of<C: ConnectionTrait>(
    connection: &C,
    key: i64,
) -> Outcome<References> {
    let found: Option<References> = fetch_one(
        connection,
        "SELECT (SELECT COUNT(*) FROM activities \
            WHERE reversed_by IS NULL AND campaign_id = $1) AS activities, \
         (SELECT COUNT(*) FROM policy_documents \
            WHERE reversed_by IS NULL AND campaign_id = $1) AS documents",
        [key.into()],
    )
    .await?;
    Ok(found.expect("a count is one row"))
}

fn searched(record: &CampaignRecord) -> String {
    search_text([Some(record.code.as_str()), Some(&record.name)])
}

/// Writes new campaigns, without their goals.
pub(crate) async fn insert_campaigns<C: ConnectionTrait>(
    connection: &C,
    campaigns: &[Campaign],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "code",
        "name",
        "from_month",
        "until_month",
        "basis",
        "search_text",
        "revision",
        "created_at",
        "updated_at",
    ];
    let mut rows = Rows::new("campaigns", &columns, "");
    for campaign in campaigns {
        let record = &campaign.record;
        rows.push([
            campaign.id.key().into(),
            record.code.as_str().into(),
            record.name.as_str().into(),
            record.from.number().into(),
            record.until.number().into(),
            record.basis.clone().into(),
            searched(record).into(),
            campaign.revision.into(),
            campaign.updated_at.to_string().into(),
            campaign.updated_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes a campaign's record anew.
pub(crate) async fn rewrite_campaign<C: ConnectionTrait>(
    connection: &C,
    campaign: &Campaign,
) -> Result<(), DbErr> {
    let record = &campaign.record;
    execute(
        connection,
        "UPDATE campaigns SET name = $2, from_month = $3, until_month = $4, basis = $5, \
         search_text = $6, revision = $7, updated_at = $8 WHERE id = $1",
        [
            campaign.id.key().into(),
            record.name.as_str().into(),
            record.from.number().into(),
            record.until.number().into(),
            record.basis.clone().into(),
            searched(record).into(),
            campaign.revision.into(),
            campaign.updated_at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes that goals of these campaigns were written.
pub(crate) async fn touch_campaigns<C: ConnectionTrait>(
    connection: &C,
    keys: &[i64],
    at: Instant,
) -> Result<(), DbErr> {
    for chunk in keys.chunks(super::KEYS) {
        let places = super::placeholders(2, chunk.len());
        let values = std::iter::once(Value::from(at.to_string()));
        let values = values.chain(chunk.iter().map(|&key| key.into()));
        let sql = format!("UPDATE campaigns SET updated_at = $1 WHERE id IN ({places})");
        execute(connection, &sql, values).await?;
    }
    Ok(())
}

/// Takes a campaign out of the register.
pub(crate) async fn remove_campaign<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE campaigns SET removed_at = $2, revision = revision + 1 WHERE id = $1",
        [key.into(), at.to_string().into()],
    )
    .await?;
    Ok(())
}

/// A campaign as other records name it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct NamedCampaign {
    pub id: i64,
    pub code: String,
    pub name: String,
}

/// The campaigns with these codes, by code.
pub(crate) async fn campaign_names<C: ConnectionTrait>(
    connection: &C,
    codes: impl IntoIterator<Item = &str>,
) -> Outcome<HashMap<String, NamedCampaign>> {
    let mut codes: Vec<&str> = codes.into_iter().collect();
    codes.sort_unstable();
    codes.dedup();
    let rows: Vec<NamedCampaign> = fetch_by_keys(
        connection,
        "SELECT id, code, name FROM campaigns WHERE removed_at IS NULL AND code IN ({keys})",
        codes.into_iter().map(Value::from),
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.code.clone(), row))
        .collect())
}
