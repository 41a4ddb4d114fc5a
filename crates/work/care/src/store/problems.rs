//! Problems in their table.

use super::condition::Condition;
use super::listing::{Listed, Listing};
use super::names::Names;
use super::reading::Reading;
use super::rewriting;
use crate::model::{Category, Problem, ProblemId, ProblemRefusal, Solution, VisitRef};
use companies::CompanyId;
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows};
use kernel::{Id, Outcome, Page, PageQuery, Scope};
use projects::ProjectId;
use std::sync::Arc;

/// Which problems.
#[derive(Debug, Clone, Default)]
pub(crate) struct ProblemFilter {
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those about this.
    pub category: Option<Category>,
    /// Those that are solved, or those that are not.
    pub solved: Option<bool>,
    /// Those of this company.
    pub company: Option<CompanyId>,
    /// Those of this project.
    pub project: Option<ProjectId>,
    /// Those whose code, company, project, description or solution hold this.
    pub q: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    category: String,
    unit_id: i64,
    company_id: Option<i64>,
    project_id: Option<i64>,
    raised_on: String,
    description: String,
    visit_id: Option<i64>,
    visit_code: Option<String>,
    revision: i32,
    recorded_at: String,
    updated_at: String,
    removed_at: Option<String>,
    solution_id: Option<i64>,
    solved_on: Option<String>,
    solution: Option<String>,
    month: Option<i32>,
    origin_month: Option<i32>,
    fact_seq: Option<i64>,
    solution_recorded_at: Option<String>,
}

const LISTING: Listing = Listing {
    columns: "p.id, p.code, p.category, p.unit_id, p.company_id, p.project_id, p.raised_on, \
        p.description, p.visit_id, v.code AS visit_code, p.revision, p.recorded_at, \
        p.updated_at, p.removed_at, s.id AS solution_id, s.solved_on, s.solution, s.month, \
        s.origin_month, s.fact_seq, s.recorded_at AS solution_recorded_at",
    from: "problems p LEFT JOIN visits v ON v.id = p.visit_id \
        LEFT JOIN problem_solutions s ON s.problem_id = p.id AND s.reversed_by IS NULL",
    day: "p.raised_on",
    key: "p.id",
    wrong_cursor: || ProblemRefusal::WrongCursor.into(),
};

impl Listed for Row {
    fn day(&self) -> &str {
        &self.raised_on
    }

    fn key(&self) -> i64 {
        self.id
    }
}

impl Row {
    fn solution(&self) -> Outcome<Option<Solution>> {
        let (Some(id), Some(on), Some(text), Some(month), Some(origin), Some(seq), Some(at)) = (
            self.solution_id,
            &self.solved_on,
            &self.solution,
            self.month,
            self.origin_month,
            self.fact_seq,
            &self.solution_recorded_at,
        ) else {
            return Ok(None);
        };
        let reading = Reading {
            table: "problem_solutions",
            key: id,
        };
        Ok(Some(Solution {
            id,
            solved_on: reading.day("solved_on", on)?,
            text: text.clone(),
            booked: reading.booked(seq, month, origin)?,
            recorded_at: reading.instant("recorded_at", at)?,
        }))
    }

    fn read(self, names: &Names) -> Outcome<Problem> {
        let reading = Reading {
            table: "problems",
            key: self.id,
        };
        let removed = self.removed_at.as_deref();
        Ok(Problem {
            id: ProblemId::new(self.id),
            category: Category::from_word(&self.category).ok_or_else(|| reading.bad("category"))?,
            unit: self.unit_id,
            party: names.party(self.company_id, self.project_id)?,
            raised_on: reading.day("raised_on", &self.raised_on)?,
            solution: self.solution()?,
            visit: self.visit_id.map(|key| VisitRef {
                id: Id::new(key),
                code: self.visit_code.clone().unwrap_or_default(),
            }),
            recorded_at: reading.instant("recorded_at", &self.recorded_at)?,
            updated_at: reading.instant("updated_at", &self.updated_at)?,
            removed_at: removed
                .map(|at| reading.instant("removed_at", at))
                .transpose()?,
            code: self.code,
            description: self.description,
            revision: self.revision,
        })
    }
}

async fn read_all<C: ConnectionTrait>(connection: &C, rows: Vec<Row>) -> Outcome<Vec<Problem>> {
    let companies = rows.iter().filter_map(|row| row.company_id).collect();
    let projects = rows.iter().filter_map(|row| row.project_id).collect();
    let names = Names::load(connection, companies, projects).await?;
    rows.into_iter().map(|row| row.read(&names)).collect()
}

fn condition(scope: &Scope, filter: &ProblemFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("p.removed_at IS NULL", []);
    condition.scoped("p.unit_id", scope);
    if let Some(units) = &filter.units {
        condition.units("p.unit_id", units);
    }
    condition.equals("p.category", filter.category.map(Category::word));
    condition.equals("p.company_id", filter.company.map(CompanyId::key));
    condition.equals("p.project_id", filter.project.map(ProjectId::key));
    match filter.solved {
        Some(true) => condition.and("s.id IS NOT NULL", []),
        Some(false) => condition.and("s.id IS NULL", []),
        None => {}
    }
    let texts = ["p.description", "s.solution"];
    condition.search("p.search_text", &texts, filter.q.as_deref());
    condition
}

/// A page of problems, last raised first.
pub(crate) async fn page_of_problems<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &ProblemFilter,
    page: &PageQuery,
) -> Outcome<Page<Problem>> {
    let found: Page<Row> = LISTING
        .page(connection, condition(scope, filter), page)
        .await?;
    Ok(Page {
        items: read_all(connection, found.items).await?,
        next: found.next,
        total: found.total,
        total_exact: found.total_exact,
    })
}

/// All problems that match, first raised first.
pub(crate) async fn all_problems<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &ProblemFilter,
) -> Outcome<Vec<Problem>> {
    let rows = LISTING.all(connection, condition(scope, filter)).await?;
    read_all(connection, rows).await
}

/// The problem with this key, if `scope` covers its unit.
pub(crate) async fn find_problem<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: ProblemId,
) -> Outcome<Option<Problem>> {
    let mut condition = Condition::default();
    condition.and("p.removed_at IS NULL AND p.id = {}", [id.key().into()]);
    condition.scoped("p.unit_id", scope);
    let row: Option<Row> = LISTING.one(connection, condition).await?;
    let found = read_all(connection, row.into_iter().collect()).await?;
    Ok(found.into_iter().next())
}

/// The problems with these keys that have not been taken away.
pub(crate) async fn problems_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Problem>> {
    let part = "p.removed_at IS NULL AND p.id IN ({keys})";
    let keys = ids.iter().map(|&id| id.into()).collect();
    let rows = LISTING.by_keys(connection, part, keys).await?;
    read_all(connection, rows).await
}

/// The problems with these codes: a code is one in the city.
pub(crate) async fn problems_by_codes<C: ConnectionTrait>(
    connection: &C,
    codes: &[String],
) -> Outcome<Vec<Problem>> {
    let part = "p.removed_at IS NULL AND p.code IN ({keys})";
    let keys = codes.iter().map(|code| code.as_str().into()).collect();
    let rows = LISTING.by_keys(connection, part, keys).await?;
    read_all(connection, rows).await
}

/// Writes problems, new or as they stand now; their solutions are written apart.
pub(crate) async fn save_problems<C: ConnectionTrait>(
    connection: &C,
    problems: &[Problem],
) -> Result<(), DbErr> {
    const COLUMNS: [&str; 14] = [
        "id",
        "code",
        "category",
        "unit_id",
        "company_id",
        "project_id",
        "raised_on",
        "description",
        "visit_id",
        "search_text",
        "revision",
        "recorded_at",
        "updated_at",
        "removed_at",
    ];
    let mut rows = Rows::new("problems", &COLUMNS, &rewriting(&COLUMNS));
    for problem in problems {
        rows.push([
            problem.id.key().into(),
            problem.code.as_str().into(),
            problem.category.word().into(),
            problem.unit.into(),
            problem.party.company_key().into(),
            problem.party.project_key().into(),
            problem.raised_on.to_string().into(),
            problem.description.as_str().into(),
            problem.visit.as_ref().map(|visit| visit.id.key()).into(),
            problem.party.search_text(&[&problem.code]).into(),
            problem.revision.into(),
            problem.recorded_at.to_string().into(),
            problem.updated_at.to_string().into(),
            problem.removed_at.map(|at| at.to_string()).into(),
        ]);
    }
    append_rows(connection, rows).await
}
