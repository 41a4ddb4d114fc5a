//! Projects that platforms brought, in the table.

use super::condition::Condition;
use super::cursor::{Listing, Order};
use super::{day_of, fetch_by_keys, unreadable, update_many};
use crate::model::{PlatformId, PlatformProject, PlatformProjectId};
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows};
use kernel::{Instant, Money, Month, Outcome, Page, PageQuery, Scope};
use projects::ProjectId;
use std::sync::Arc;

/// Which projects of platforms.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlatformProjectFilter {
    /// Those of this platform.
    pub platform: Option<i64>,
    /// Those of this project.
    pub project: Option<i64>,
    /// Those that these units lead.
    pub units: Option<Arc<[i64]>>,
    /// Those that were taken back, instead of those that stand.
    pub reversed: bool,
}

/// A project of a platform with the platform's code and name.
#[derive(Debug, Clone)]
pub(crate) struct PlatformProjectRow {
    pub entry: PlatformProject,
    pub platform_code: String,
    pub platform_name: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    platform_id: i64,
    platform_code: String,
    platform_name: String,
    project_id: i64,
    unit_id: i64,
    brought_on: String,
    month: i32,
    earlier_funds: i64,
    earlier_fen: i64,
    fact_seq: i64,
    reversed_by: Option<i64>,
    reversal_reason: Option<String>,
    recorded_at: String,
}

const LISTING: Listing<'static> = Listing {
    columns: "b.id, b.platform_id, p.code AS platform_code, p.name AS platform_name, \
        b.project_id, b.unit_id, b.brought_on, b.month, b.earlier_funds, b.earlier_fen, \
        b.fact_seq, b.reversed_by, b.reversal_reason, b.recorded_at",
    from: "platform_projects b JOIN platforms p ON p.id = b.platform_id",
    by: Order::Latest("b.fact_seq"),
};

impl Row {
    fn read(self) -> Outcome<PlatformProjectRow> {
        let bad = |column: &str| unreadable("platform project", self.id, column);
        Ok(PlatformProjectRow {
            entry: PlatformProject {
                id: PlatformProjectId::new(self.id),
                platform: PlatformId::new(self.platform_id),
                project: ProjectId::new(self.project_id),
                unit: self.unit_id,
                brought_on: day_of(&self.brought_on).ok_or_else(|| bad("brought_on"))?,
                month: Month::from_number(self.month).map_err(|_| bad("month"))?,
                earlier_funds: self.earlier_funds,
                earlier_amount: Money::from_fen(self.earlier_fen),
                fact_seq: self.fact_seq,
                reversed_by: self.reversed_by,
                recorded_at: Instant::parse(&self.recorded_at).ok_or_else(|| bad("recorded_at"))?,
                reversal_reason: self.reversal_reason,
            },
            platform_code: self.platform_code,
            platform_name: self.platform_name,
        })
    }
}

fn read_all(rows: Vec<Row>) -> Outcome<Vec<PlatformProjectRow>> {
    rows.into_iter().map(Row::read).collect()
}

async fn by_keys<C: ConnectionTrait>(
    connection: &C,
    column: &str,
    keys: &[i64],
) -> Outcome<Vec<PlatformProjectRow>> {
    let sql = format!(
        "SELECT {} FROM {} WHERE b.reversed_by IS NULL AND {column} IN ({{keys}})",
        LISTING.columns, LISTING.from
    );
    read_all(fetch_by_keys(connection, &sql, keys.iter().map(|&key| key.into())).await?)
}

/// The standing entries with these keys.
pub(crate) async fn platform_projects_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<PlatformProjectRow>> {
    by_keys(connection, "b.id", ids).await
}

/// The standing entries of these projects. The whole city is searched, for a project has
/// one platform in it.
pub(crate) async fn platforms_of_projects<C: ConnectionTrait>(
    connection: &C,
    projects: &[i64],
) -> Outcome<Vec<PlatformProjectRow>> {
    by_keys(connection, "b.project_id", projects).await
}

/// Whoever is responsible for the platform or leads the project sees the entry.
const UNITS: [&str; 2] = ["b.unit_id", "p.unit_id"];

fn condition(scope: &Scope, filter: &PlatformProjectFilter) -> Condition {
    let mut condition = Condition::default();
    condition.scoped(&UNITS, scope);
    if let Some(units) = &filter.units {
        condition.units(&UNITS[..1], units);
    }
    if let Some(platform) = filter.platform {
        condition.and("b.platform_id = {}", [platform.into()]);
    }
    if let Some(project) = filter.project {
        condition.and("b.project_id = {}", [project.into()]);
    }
    let not = if filter.reversed { " NOT" } else { "" };
    condition.and(&format!("b.reversed_by IS{not} NULL"), []);
    condition
}

/// A page of entries, newest entry of the journal first.
pub(crate) async fn page_of_platform_projects<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &PlatformProjectFilter,
    page: &PageQuery,
) -> Outcome<Page<PlatformProjectRow>> {
    let condition = condition(scope, filter);
    let seq = |row: &Row| row.fact_seq.to_string();
    let found = LISTING.page(connection, condition, page, seq).await?;
    Ok(Page {
        items: read_all(found.items)?,
        next: found.next,
        total: found.total,
        total_exact: found.total_exact,
    })
}

/// Every entry that matches.
pub(crate) async fn all_platform_projects<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &PlatformProjectFilter,
) -> Outcome<Vec<PlatformProjectRow>> {
    read_all(LISTING.all(connection, condition(scope, filter)).await?)
}

/// Writes entries.
pub(crate) async fn insert_platform_projects<C: ConnectionTrait>(
    connection: &C,
    entries: &[PlatformProject],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "platform_id",
        "project_id",
        "unit_id",
        "brought_on",
        "month",
        "earlier_funds",
        "earlier_fen",
        "fact_seq",
        "recorded_at",
    ];
    let mut rows = Rows::new("platform_projects", &columns, "");
    for entry in entries {
        rows.push([
            entry.id.key().into(),
            entry.platform.key().into(),
            entry.project.key().into(),
            entry.unit.into(),
            entry.brought_on.to_string().into(),
            entry.month.number().into(),
            entry.earlier_funds.into(),
            entry.earlier_amount.fen().into(),
            entry.fact_seq.into(),
            entry.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Marks entries as taken back: (entry, the fact that took it back).
pub(crate) async fn mark_reversed_platform_projects<C: ConnectionTrait>(
    connection: &C,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    let sql = "UPDATE platform_projects SET reversed_by = v.column2, reversal_reason = $1 \
         FROM (VALUES {rows}) AS v WHERE platform_projects.id = v.column1";
    update_many(connection, sql, &[reason.into()], reversals).await
}
