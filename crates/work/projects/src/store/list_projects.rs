//! Projects as a list.

use super::cursor::Cursor;
use super::scope::Condition;
use super::{COUNTED, like};
use crate::model::Stage;
use companies::normal_name;
use db::{ConnectionTrait, Engine, Value, fetch_all, fetch_one};
use kernel::{Fault, Outcome, Page, PageQuery, Scope};
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

    /// Whether an index holds a unit's projects of a stage in this order.
    const fn is_indexed_by_stage(self) -> bool {
        matches!(self, Self::Updated | Self::Planned)
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

/// A project as a list shows it. Its fields are read by their order, that of [`COLUMNS`].
#[derive(Debug, Clone, Deserialize)]
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
    pub witnessed: u8,
    pub pushed: u8,
    pub introduced_month: Option<i32>,
    pub started_on: Option<String>,
    pub updated_at: String,
}

const COLUMNS: [&str; 17] = [
    "p.id",
    "p.code",
    "p.name",
    "p.lead_unit_id",
    "p.place_code",
    "p.stage",
    "p.investors_text",
    "p.other_province_bp",
    "p.contract_number",
    "p.contract_fen",
    "p.planned_fen",
    "p.arrived_fen",
    "p.witnessed",
    "p.pushed",
    "p.introduced_month",
    "p.started_on",
    "p.updated_at",
];

/// How the parts of a page read [`COLUMNS`]: these and no others, since what is sorted is
/// carried along whole. The engines write truth differently.
fn columns_of_parts() -> String {
    let columns = COLUMNS.map(|column| match column {
        "p.witnessed" => "CASE WHEN p.witnessed THEN 1 ELSE 0 END AS witnessed",
        "p.pushed" => "CASE WHEN p.pushed THEN 1 ELSE 0 END AS pushed",
        column => column,
    });
    columns.join(", ")
}

/// As many units are walked one by one at most, those of a district. Of more, one order is
/// walked for all, in which rows that match lie close together.
const WALKED: usize = 6;

/// What must hold, and the units whose projects are walked one by one, where they are few:
/// those asked for, else those of the scope. The condition does not repeat what follows
/// from the walk, so that an index alone answers.
fn condition<'a>(scope: &'a Scope, filter: &'a ProjectFilter) -> (Condition, Option<&'a [i64]>) {
    let few = |units: &&[i64]| (1..=WALKED).contains(&units.len());
    let asked = filter.units.as_deref();
    let covered = match scope {
        Scope::Everything => None,
        Scope::Nothing => Some(&[][..]),
        Scope::Units(units) => Some(&**units),
    };
    let walked = asked.or(covered).filter(few);
    let mut condition = Condition::default();
    condition.and("p.removed_at IS NULL", []);
    let within = |units: &[i64], of: &[i64]| units.iter().all(|unit| of.contains(unit));
    // A project of a unit that the scope covers is covered.
    let follows = |wanted: &[i64]| walked.is_some_and(|walked| within(walked, wanted));
    if covered.is_some_and(|covered| covered.is_empty() || !follows(covered)) {
        condition.scoped(scope);
    }
    if let Some(units) = asked.filter(|asked| !follows(asked)) {
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
    (condition, walked)
}

/// The parts into which the projects that match fall, each along an index: those that a
/// unit leads, one part for each of `walked`, and those that one of them shares and none
/// leads.
fn parts_of(condition: &mut Condition, walked: Option<&[i64]>) -> Vec<String> {
    let Some(units) = walked else {
        return vec![condition.text()];
    };
    let from = condition.values.len() + 1;
    condition
        .values
        .extend(units.iter().map(|&unit| Value::from(unit)));
    let text = condition.text();
    let keys = super::placeholders(from, units.len());
    let led = (from..from + units.len()).map(|n| format!("p.lead_unit_id = ${n} AND {text}"));
    let shared =
        format!("p.joint_unit_id IN ({keys}) AND p.lead_unit_id NOT IN ({keys}) AND {text}");
    led.chain([shared]).collect()
}

/// The parts of one unit's projects of all stages fall into those of each stage: in there,
/// an index has them in the list's order.
fn by_stage(parts: Vec<String>) -> Vec<String> {
    let [led, shared] = parts.as_slice() else {
        return parts;
    };
    let led = Stage::ALL.map(|stage| format!("{led} AND p.stage = '{}'", stage.word()));
    led.into_iter().chain([shared.clone()]).collect()
}

#[derive(FromQueryResult)]
struct PageRow {
    total: i64,
    rows: String,
}

/// A page of projects, read by one statement.
pub(crate) async fn page_of_projects<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &ProjectFilter,
    sort: ProjectSort,
    page: &PageQuery,
) -> Outcome<Page<ProjectRow>> {
    let (mut condition, walked) = condition(scope, filter);
    let parts = parts_of(&mut condition, walked);
    let (direction, sign) = sort.direction();
    let column = sort.column();
    let mut after = String::new();
    if let Some(text) = page.after.as_deref() {
        let cursor = Cursor::read(text, sort.word())?;
        let value = sort.value(&cursor.value);
        let value = value.ok_or(super::cursor::CursorRefusal::WrongCursor)?;
        let n = condition.values.len() + 1;
        condition.values.extend([value, cursor.key.into()]);
        after = format!("AND ({column}, p.id) {sign} (${n}, ${})", n + 1);
    }
    let size = usize::try_from(page.size()).expect("at most 200");
    let order = format!("{column} {direction}, p.id {direction}");
    let (few, counted) = (size + 1, COUNTED + 1);
    let together = |parts: &[String], each: &dyn Fn(&String) -> String| -> String {
        parts
            .iter()
            .map(each)
            .collect::<Vec<_>>()
            .join(" UNION ALL ")
    };
    let all = together(&parts, &|part| {
        format!("SELECT 1 FROM projects p WHERE {part}")
    });
    let staged = if filter.stage.is_none() && sort.is_indexed_by_stage() {
        by_stage(parts)
    } else {
        parts
    };
    let columns = columns_of_parts();
    let first = together(&staged, &|part| {
        format!(
            "SELECT * FROM (SELECT {columns} FROM projects p WHERE {part} {after} \
             ORDER BY {order} LIMIT {few}) AS part"
        )
    });
    let engine = Engine::behind(connection);
    let rows = engine.gathered_by(&engine.packed(&COLUMNS, &[]), &order);
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM ({all} LIMIT {counted}) AS found) AS total, {rows} AS rows \
         FROM (SELECT * FROM ({first}) AS p ORDER BY {order} LIMIT {few}) AS p"
    );
    let row: Option<PageRow> = fetch_one(connection, &sql, condition.values).await?;
    let row = row.expect("an aggregate has one row");
    let (total, total_exact) = super::counted(row.total);
    let mut items: Vec<ProjectRow> = serde_json::from_str(&row.rows)
        .map_err(|error| Fault::broken(format!("a page of projects: {error}")))?;
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
    let (mut condition, walked) = condition(scope, filter);
    let parts = parts_of(&mut condition, walked).join(") OR (");
    let sql = format!("SELECT p.id FROM projects p WHERE ({parts}) ORDER BY p.code");
    let rows: Vec<IdRow> = fetch_all(connection, &sql, condition.values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
