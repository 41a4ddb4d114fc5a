//! Projects as a list.

use super::cursor::Cursor;
use super::scope::Condition;
use super::{count, like};
use crate::model::Stage;
use companies::normal_name;
use db::{ConnectionTrait, Value, fetch_all};
use kernel::{Outcome, Page, PageQuery, Scope};
use sea_orm::FromQueryResult;
use serde::Deserialize;
use std::sync::Arc;

/// The order of a list of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProjectSort {
    /// Last written first.
    #[default]
    Updated,
    /// Largest planned investment first.
    Planned,
    /// Most arrived first.
    Arrived,
    /// By code.
    Code,
}

impl ProjectSort {
    const fn word(self) -> &'static str {
        match self {
            Self::Updated => "updated",
            Self::Planned => "planned",
            Self::Arrived => "arrived",
            Self::Code => "code",
        }
    }

    const fn column(self) -> &'static str {
        match self {
            Self::Updated => "p.updated_at",
            Self::Planned => "p.planned_fen",
            Self::Arrived => "p.arrived_fen",
            Self::Code => "p.code",
        }
    }

    /// Which way, and the sign of what comes after.
    const fn direction(self) -> (&'static str, &'static str) {
        match self {
            Self::Code => ("ASC", ">"),
            Self::Updated | Self::Planned | Self::Arrived => ("DESC", "<"),
        }
    }

    /// A cursor's value as the column holds it.
    fn value(self, text: &str) -> Option<Value> {
        match self {
            Self::Updated | Self::Code => Some(text.into()),
            Self::Planned | Self::Arrived => text.parse::<i64>().ok().map(Value::from),
        }
    }
}

/// Which projects.
#[derive(Debug, Clone, Default)]
pub(crate) struct ProjectFilter {
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those of this stage.
    pub stage: Option<Stage>,
    /// Those whose code, name or investors hold this.
    pub q: Option<String>,
}

/// A project as a list shows it.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ProjectRow {
    pub id: i64,
    pub code: String,
    pub name: String,
    pub lead_unit_id: i64,
    pub place_code: String,
    pub stage: String,
    pub investors_text: String,
    pub other_province_bp: i32,
    pub contract_number: Option<String>,
    pub contract_fen: Option<i64>,
    pub planned_fen: i64,
    pub arrived_fen: i64,
    pub witnessed: bool,
    pub pushed: bool,
    pub introduced_month: Option<i32>,
    pub started_on: Option<String>,
    pub updated_at: String,
}

const COLUMNS: &str = "p.id, p.code, p.name, p.lead_unit_id, p.place_code, p.stage, \
     p.investors_text, p.other_province_bp, p.contract_number, p.contract_fen, p.planned_fen, \
     p.arrived_fen, p.witnessed, p.pushed, p.introduced_month, p.started_on, p.updated_at";

fn condition(scope: &Scope, filter: &ProjectFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("p.removed_at IS NULL", []);
    condition.scoped(scope);
    if let Some(units) = &filter.units {
        condition.units(units);
    }
    if let Some(stage) = filter.stage {
        condition.and("p.stage = {}", [stage.word().into()]);
    }
    let q = filter
        .q
        .as_deref()
        .map(normal_name)
        .filter(|q| !q.is_empty());
    if let Some(q) = q {
        condition.and("p.search_text LIKE {} ESCAPE '\\'", [like(&q).into()]);
    }
    condition
}

/// A page of projects.
pub(crate) async fn page_of_projects<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &ProjectFilter,
    sort: ProjectSort,
    page: &PageQuery,
) -> Outcome<Page<ProjectRow>> {
    let mut condition = condition(scope, filter);
    let from = format!("FROM projects p WHERE {}", condition.text());
    let (total, total_exact) = count(connection, &from, condition.values.clone()).await?;
    let (direction, sign) = sort.direction();
    let column = sort.column();
    if let Some(text) = page.after.as_deref() {
        let cursor = Cursor::read(text, sort.word())?;
        let value = sort.value(&cursor.value);
        let value = value.ok_or(super::cursor::CursorRefusal::WrongCursor)?;
        let after = format!("({column}, p.id) {sign} ({{}}, {{}})");
        condition.and(&after, [value, cursor.key.into()]);
    }
    let size = usize::try_from(page.size()).expect("at most 200");
    let sql = format!(
        "SELECT {COLUMNS} FROM projects p WHERE {} ORDER BY {column} {direction}, p.id {direction} LIMIT {}",
        condition.text(),
        size + 1
    );
    let mut items: Vec<ProjectRow> = fetch_all(connection, &sql, condition.values).await?;
    let more = items.len() > size;
    items.truncate(size);
    let next = items.last().filter(|_| more).map(|row| {
        let value = match sort {
            ProjectSort::Updated => row.updated_at.clone(),
            ProjectSort::Planned => row.planned_fen.to_string(),
            ProjectSort::Arrived => row.arrived_fen.to_string(),
            ProjectSort::Code => row.code.clone(),
        };
        Cursor { value, key: row.id }.write(sort.word())
    });
    Ok(Page {
        items,
        next,
        total,
        total_exact,
    })
}

#[derive(FromQueryResult)]
struct IdRow {
    id: i64,
}

/// The keys of all projects that match, by code.
pub(crate) async fn export_ids<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &ProjectFilter,
) -> Outcome<Vec<i64>> {
    let condition = condition(scope, filter);
    let sql = format!(
        "SELECT p.id FROM projects p WHERE {} ORDER BY p.code",
        condition.text()
    );
    let rows: Vec<IdRow> = fetch_all(connection, &sql, condition.values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
