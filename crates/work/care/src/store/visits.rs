//! Visits in their table.

use super::condition::Condition;
use super::listing::{Listed, Listing};
use super::names::Names;
use super::reading::{Reading, origin_number, reversal_of};
use super::rewriting;
use crate::model::{Mode, Purpose, Visit, VisitId, VisitRefusal};
use companies::CompanyId;
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows};
use kernel::{Month, Outcome, Page, PageQuery, Scope};
use projects::ProjectId;
use std::sync::Arc;

/// Which visits.
#[derive(Debug, Clone, Default)]
pub(crate) struct VisitFilter {
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those booked in this month.
    pub month: Option<Month>,
    /// Those by this mode.
    pub mode: Option<Mode>,
    /// Those for this purpose.
    pub purpose: Option<Purpose>,
    /// Those of this officer.
    pub officer: Option<String>,
    /// Those to this company.
    pub company: Option<CompanyId>,
    /// Those to this project.
    pub project: Option<ProjectId>,
    /// Those whose code, company, project, officer, progress or needs hold this.
    pub q: Option<String>,
    /// Only those that stand.
    pub standing: bool,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    mode: String,
    purpose: String,
    visited_on: String,
    unit_id: i64,
    officer: String,
    company_id: Option<i64>,
    project_id: Option<i64>,
    progress: Option<String>,
    needs: Option<String>,
    lead_project_id: Option<i64>,
    opportunity: Option<String>,
    month: i32,
    origin_month: i32,
    fact_seq: i64,
    reversed_by: Option<i64>,
    reversal_reason: Option<String>,
    revision: i32,
    recorded_at: String,
    updated_at: String,
}

const LISTING: Listing = Listing {
    columns: "v.id, v.code, v.mode, v.purpose, v.visited_on, v.unit_id, v.officer, v.company_id, \
        v.project_id, v.progress, v.needs, v.lead_project_id, v.opportunity, v.month, \
        v.origin_month, v.fact_seq, v.reversed_by, v.reversal_reason, v.revision, \
        v.recorded_at, v.updated_at",
    from: "visits v",
    day: "v.visited_on",
    key: "v.id",
    wrong_cursor: || VisitRefusal::WrongCursor.into(),
};

impl Listed for Row {
    fn day(&self) -> &str {
        &self.visited_on
    }

    fn key(&self) -> i64 {
        self.id
    }
}

impl Row {
    fn read(self, names: &Names) -> Outcome<Visit> {
        let reading = Reading {
            table: "visits",
            key: self.id,
        };
        let lead = self.lead_project_id.map(|key| names.project(key));
        Ok(Visit {
            id: VisitId::new(self.id),
            mode: Mode::from_word(&self.mode).ok_or_else(|| reading.bad("mode"))?,
            purpose: Purpose::from_word(&self.purpose).ok_or_else(|| reading.bad("purpose"))?,
            visited_on: reading.day("visited_on", &self.visited_on)?,
            unit: self.unit_id,
            party: names.party(self.company_id, self.project_id)?,
            lead: lead.transpose()?,
            booked: reading.booked(self.fact_seq, self.month, self.origin_month)?,
            recorded_at: reading.instant("recorded_at", &self.recorded_at)?,
            updated_at: reading.instant("updated_at", &self.updated_at)?,
            code: self.code,
            officer: self.officer,
            progress: self.progress,
            needs: self.needs,
            opportunity: self.opportunity,
            reversal: reversal_of(self.reversed_by, self.reversal_reason),
            revision: self.revision,
        })
    }
}

async fn read_all<C: ConnectionTrait>(connection: &C, rows: Vec<Row>) -> Outcome<Vec<Visit>> {
    let companies = rows.iter().filter_map(|row| row.company_id).collect();
    let projects = rows
        .iter()
        .flat_map(|row| [row.project_id, row.lead_project_id])
        .flatten()
        .collect();
    let names = Names::load(connection, companies, projects).await?;
    rows.into_iter().map(|row| row.read(&names)).collect()
}

fn condition(scope: &Scope, filter: &VisitFilter) -> Condition {
    let mut condition = Condition::default();
    condition.scoped("v.unit_id", scope);
    if let Some(units) = &filter.units {
        condition.units("v.unit_id", units);
    }
    condition.equals("v.month", filter.month.map(Month::number));
    condition.equals("v.mode", filter.mode.map(Mode::word));
    condition.equals("v.purpose", filter.purpose.map(Purpose::word));
    condition.equals("v.officer", filter.officer.clone());
    condition.equals("v.company_id", filter.company.map(CompanyId::key));
    condition.equals("v.project_id", filter.project.map(ProjectId::key));
    if filter.standing {
        condition.and("v.reversed_by IS NULL", []);
    }
    let texts = ["v.officer", "v.progress", "v.needs"];
    condition.search("v.search_text", &texts, filter.q.as_deref());
    condition
}

/// A page of visits, latest day first; reversed ones are among them.
pub(crate) async fn page_of_visits<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &VisitFilter,
    page: &PageQuery,
) -> Outcome<Page<Visit>> {
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

/// All visits that match, earliest day first.
pub(crate) async fn all_visits<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &VisitFilter,
) -> Outcome<Vec<Visit>> {
    let rows = LISTING.all(connection, condition(scope, filter)).await?;
    read_all(connection, rows).await
}

/// The visit with this key, if `scope` covers its unit.
pub(crate) async fn find_visit<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: VisitId,
) -> Outcome<Option<Visit>> {
    let mut condition = Condition::default();
    condition.and("v.id = {}", [id.key().into()]);
    condition.scoped("v.unit_id", scope);
    let row: Option<Row> = LISTING.one(connection, condition).await?;
    let found = read_all(connection, row.into_iter().collect()).await?;
    Ok(found.into_iter().next())
}

/// The visits with these keys.
pub(crate) async fn visits_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Visit>> {
    let keys = ids.iter().map(|&id| id.into()).collect();
    let rows = LISTING
        .by_keys(connection, "v.id IN ({keys})", keys)
        .await?;
    read_all(connection, rows).await
}

/// The standing visits with these codes: a code is one in the city.
pub(crate) async fn visits_by_codes<C: ConnectionTrait>(
    connection: &C,
    codes: &[String],
) -> Outcome<Vec<Visit>> {
    let part = "v.reversed_by IS NULL AND v.code IN ({keys})";
    let keys = codes.iter().map(|code| code.as_str().into()).collect();
    let rows = LISTING.by_keys(connection, part, keys).await?;
    read_all(connection, rows).await
}

/// Writes visits, new or as they stand now.
pub(crate) async fn save_visits<C: ConnectionTrait>(
    connection: &C,
    visits: &[Visit],
) -> Result<(), DbErr> {
    const COLUMNS: [&str; 22] = [
        "id",
        "code",
        "mode",
        "purpose",
        "visited_on",
        "unit_id",
        "officer",
        "company_id",
        "project_id",
        "progress",
        "needs",
        "lead_project_id",
        "opportunity",
        "month",
        "origin_month",
        "fact_seq",
        "reversed_by",
        "reversal_reason",
        "search_text",
        "revision",
        "recorded_at",
        "updated_at",
    ];
    let mut rows = Rows::new("visits", &COLUMNS, &rewriting(&COLUMNS));
    for visit in visits {
        let reversal = visit.reversal.as_ref();
        rows.push([
            visit.id.key().into(),
            visit.code.as_str().into(),
            visit.mode.word().into(),
            visit.purpose.word().into(),
            visit.visited_on.to_string().into(),
            visit.unit.into(),
            visit.officer.as_str().into(),
            visit.party.company_key().into(),
            visit.party.project_key().into(),
            visit.progress.clone().into(),
            visit.needs.clone().into(),
            visit.lead.as_ref().map(|project| project.id.key()).into(),
            visit.opportunity.clone().into(),
            visit.booked.month.number().into(),
            origin_number(&visit.booked).into(),
            visit.booked.seq.into(),
            reversal.map(|reversal| reversal.by).into(),
            reversal.map(|reversal| reversal.reason.clone()).into(),
            visit.party.search_text(&[&visit.code]).into(),
            visit.revision.into(),
            visit.recorded_at.to_string().into(),
            visit.updated_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}
