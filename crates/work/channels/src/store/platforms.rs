//! Platforms in the table.

use super::condition::Condition;
use super::cursor::{Listing, Order};
use super::{KEYS, day_of, search_text, unreadable};
use crate::model::{Components, Platform, PlatformId};
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, Value, append_rows, execute};
use kernel::{Instant, Outcome, Page, PageQuery, Scope};
use std::sync::Arc;

/// By what platforms are looked up.
#[derive(Debug, Clone)]
pub(crate) enum PlatformKey {
    /// By key.
    Ids(Vec<i64>),
    /// By code.
    Codes(Vec<String>),
}

/// Which platforms.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlatformFilter {
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those that are closed, or those that are not.
    pub closed: Option<bool>,
    /// Those whose code, name or components hold this.
    pub q: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    name: String,
    unit_id: i64,
    founded_on: String,
    closed_on: Option<String>,
    direction: Option<String>,
    task_force: Option<String>,
    fund: Option<String>,
    park: Option<String>,
    institute: Option<String>,
    policies: Option<String>,
    projects: i64,
    brought_until: Option<String>,
    revision: i32,
    updated_at: String,
}

const LISTING: Listing<'static> = Listing {
    columns: "p.id, p.code, p.name, p.unit_id, p.founded_on, p.closed_on, p.direction, \
        p.task_force, p.fund, p.park, p.institute, p.policies, p.revision, p.updated_at, \
        (SELECT COUNT(*) FROM platform_projects b \
            WHERE b.platform_id = p.id AND b.reversed_by IS NULL) AS projects, \
        (SELECT MAX(b.brought_on) FROM platform_projects b \
            WHERE b.platform_id = p.id AND b.reversed_by IS NULL) AS brought_until",
    from: "platforms p",
    by: Order::Code("p.code"),
};

impl Row {
    fn read(self) -> Outcome<Platform> {
        let bad = |column: &str| unreadable("platform", self.id, column);
        let maybe = |text: Option<&str>, column: &str| {
            text.map(|text| day_of(text).ok_or_else(|| bad(column)))
                .transpose()
        };
        Ok(Platform {
            id: PlatformId::new(self.id),
            founded_on: day_of(&self.founded_on).ok_or_else(|| bad("founded_on"))?,
            closed_on: maybe(self.closed_on.as_deref(), "closed_on")?,
            brought_until: maybe(self.brought_until.as_deref(), "brought_until")?,
            updated_at: Instant::parse(&self.updated_at).ok_or_else(|| bad("updated_at"))?,
            code: self.code,
            name: self.name,
            unit: self.unit_id,
            components: Components {
                direction: self.direction,
                task_force: self.task_force,
                fund: self.fund,
                park: self.park,
                institute: self.institute,
                policies: self.policies,
            },
            projects: self.projects,
            revision: self.revision,
        })
    }
}

/// The platforms with these keys that `scope` covers.
pub(crate) async fn load_platforms<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    key: &PlatformKey,
) -> Outcome<Vec<Platform>> {
    let (column, keys): (&str, Vec<Value>) = match key {
        PlatformKey::Ids(ids) => ("p.id", ids.iter().map(|&id| id.into()).collect()),
        PlatformKey::Codes(codes) => ("p.code", codes.iter().map(|c| c.as_str().into()).collect()),
    };
    let mut found = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let mut condition = Condition::default();
        condition.and("p.removed_at IS NULL", []);
        let places = vec!["{}"; chunk.len()].join(", ");
        condition.and(&format!("{column} IN ({places})"), chunk.iter().cloned());
        condition.scoped(&["p.unit_id"], scope);
        found.extend(LISTING.all::<Row, _>(connection, condition).await?);
    }
    found.into_iter().map(Row::read).collect()
}

fn condition(scope: &Scope, filter: &PlatformFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("p.removed_at IS NULL", []);
    condition.scoped(&["p.unit_id"], scope);
    if let Some(units) = &filter.units {
        condition.units(&["p.unit_id"], units);
    }
    match filter.closed {
        Some(true) => condition.and("p.closed_on IS NOT NULL", []),
        Some(false) => condition.and("p.closed_on IS NULL", []),
        None => {}
    }
    condition.holding("p.search_text", filter.q.as_deref());
    condition
}

/// A page of platforms, by code.
pub(crate) async fn page_of_platforms<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &PlatformFilter,
    page: &PageQuery,
) -> Outcome<Page<Platform>> {
    let condition = condition(scope, filter);
    let found = LISTING.page(connection, condition, page, |row: &Row| row.code.clone());
    let found = found.await?;
    let items = found.items.into_iter().map(Row::read);
    Ok(Page {
        items: items.collect::<Outcome<Vec<Platform>>>()?,
        next: found.next,
        total: found.total,
        total_exact: found.total_exact,
    })
}

/// Every platform that matches, by code.
pub(crate) async fn all_platforms<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &PlatformFilter,
) -> Outcome<Vec<Platform>> {
    let rows = LISTING.all::<Row, _>(connection, condition(scope, filter));
    rows.await?.into_iter().map(Row::read).collect()
}

const COLUMNS: [&str; 15] = [
    "id",
    "code",
    "name",
    "unit_id",
    "founded_on",
    "closed_on",
    "direction",
    "task_force",
    "fund",
    "park",
    "institute",
    "policies",
    "search_text",
    "revision",
    "updated_at",
];

fn values_of(platform: &Platform) -> [Value; 15] {
    let components = platform.components.all().into_iter().flatten();
    let texts = [&platform.code, &platform.name].into_iter();
    let searched = search_text(texts.chain(components).map(String::as_str));
    let [direction, task_force, fund, park, institute, policies] = platform.components.all();
    [
        platform.id.key().into(),
        platform.code.as_str().into(),
        platform.name.as_str().into(),
        platform.unit.into(),
        platform.founded_on.to_string().into(),
        platform.closed_on.map(|day| day.to_string()).into(),
        direction.clone().into(),
        task_force.clone().into(),
        fund.clone().into(),
        park.clone().into(),
        institute.clone().into(),
        policies.clone().into(),
        searched.into(),
        platform.revision.into(),
        platform.updated_at.to_string().into(),
    ]
}

/// Writes new platforms.
pub(crate) async fn insert_platforms<C: ConnectionTrait>(
    connection: &C,
    platforms: &[Platform],
) -> Result<(), DbErr> {
    let columns: Vec<&str> = COLUMNS.into_iter().chain(["created_at"]).collect();
    let mut rows = Rows::new("platforms", &columns, "");
    for platform in platforms {
        let mut values = values_of(platform).to_vec();
        values.push(platform.updated_at.to_string().into());
        let values: [Value; 16] = values.try_into().expect("15 columns and one");
        rows.push(values);
    }
    append_rows(connection, rows).await
}

/// Writes a platform's record anew.
pub(crate) async fn rewrite_platform<C: ConnectionTrait>(
    connection: &C,
    platform: &Platform,
) -> Result<(), DbErr> {
    let sets: Vec<String> = COLUMNS[1..]
        .iter()
        .zip(2..)
        .map(|(column, n)| format!("{column} = ${n}"))
        .collect();
    let sql = format!("UPDATE platforms SET {} WHERE id = $1", sets.join(", "));
    execute(connection, &sql, values_of(platform)).await?;
    Ok(())
}

/// Takes a platform out of the register.
pub(crate) async fn remove_platform<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    at: Instant,
) -> Result<(), DbErr> {
    super::remove(connection, "platforms", key, at).await
}
