//! The roster in its tables.

use super::condition::Condition;
use super::listing::{Listed, Listing};
use super::names::Names;
use super::reading::{Reading, origin_number, reversal_of};
use super::rewriting;
use crate::model::{Release, Reversal, Roster, RosterId, RosterRefusal};
use companies::CompanyId;
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows};
use kernel::{Outcome, Page, PageQuery, Scope};
use projects::ProjectId;
use serde::Deserialize;
use std::sync::Arc;

/// Whether an entry is about a company or a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RosterParty)]
pub enum PartyKind {
    /// A company.
    Company,
    /// A project.
    Project,
}

impl PartyKind {
    /// The kind that a word names.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        match word {
            "company" => Some(Self::Company),
            "project" => Some(Self::Project),
            _ => None,
        }
    }
}

/// Which entries.
#[derive(Debug, Clone, Default)]
pub(crate) struct RosterFilter {
    /// Those of companies, or of projects.
    pub party: Option<PartyKind>,
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those of this officer.
    pub officer: Option<String>,
    /// Those of this company.
    pub company: Option<CompanyId>,
    /// Those of this project.
    pub project: Option<ProjectId>,
    /// Those that have left the roster, or those that have not.
    pub released: Option<bool>,
    /// Those whose company, project, rule or officer hold this.
    pub q: Option<String>,
    /// Only those that stand.
    pub standing: bool,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    company_id: Option<i64>,
    project_id: Option<i64>,
    unit_id: i64,
    enrolled_on: String,
    rule: String,
    officer: String,
    month: i32,
    origin_month: i32,
    fact_seq: i64,
    reversed_by: Option<i64>,
    reversal_reason: Option<String>,
    revision: i32,
    recorded_at: String,
    updated_at: String,
    release_id: Option<i64>,
    released_on: Option<String>,
    release_month: Option<i32>,
    release_origin: Option<i32>,
    release_seq: Option<i64>,
    release_recorded_at: Option<String>,
}

const LISTING: Listing = Listing {
    columns: "r.id, r.company_id, r.project_id, r.unit_id, r.enrolled_on, r.rule, r.officer, \
        r.month, r.origin_month, r.fact_seq, r.reversed_by, r.reversal_reason, r.revision, \
        r.recorded_at, r.updated_at, l.id AS release_id, l.released_on, \
        l.month AS release_month, l.origin_month AS release_origin, \
        l.fact_seq AS release_seq, l.recorded_at AS release_recorded_at",
    from: "rosters r LEFT JOIN roster_releases l \
        ON l.roster_id = r.id AND l.reversed_by IS NULL",
    day: "r.enrolled_on",
    key: "r.id",
    wrong_cursor: || RosterRefusal::WrongCursor.into(),
};

impl Listed for Row {
    fn day(&self) -> &str {
        &self.enrolled_on
    }

    fn key(&self) -> i64 {
        self.id
    }
}

impl Row {
    fn release(&self) -> Outcome<Option<Release>> {
        let (Some(id), Some(on), Some(month), Some(origin), Some(seq), Some(at)) = (
            self.release_id,
            &self.released_on,
            self.release_month,
            self.release_origin,
            self.release_seq,
            &self.release_recorded_at,
        ) else {
            return Ok(None);
        };
        let reading = Reading {
            table: "roster_releases",
            key: id,
        };
        Ok(Some(Release {
            id,
            released_on: reading.day("released_on", on)?,
            booked: reading.booked(seq, month, origin)?,
            recorded_at: reading.instant("recorded_at", at)?,
        }))
    }

    fn read(self, names: &Names) -> Outcome<Roster> {
        let reading = Reading {
            table: "rosters",
            key: self.id,
        };
        Ok(Roster {
            id: RosterId::new(self.id),
            party: names.party(self.company_id, self.project_id)?,
            unit: self.unit_id,
            enrolled_on: reading.day("enrolled_on", &self.enrolled_on)?,
            booked: reading.booked(self.fact_seq, self.month, self.origin_month)?,
            release: self.release()?,
            recorded_at: reading.instant("recorded_at", &self.recorded_at)?,
            updated_at: reading.instant("updated_at", &self.updated_at)?,
            rule: self.rule,
            officer: self.officer,
            reversal: reversal_of(self.reversed_by, self.reversal_reason),
            revision: self.revision,
        })
    }
}

async fn read_all<C: ConnectionTrait>(connection: &C, rows: Vec<Row>) -> Outcome<Vec<Roster>> {
    let companies = rows.iter().filter_map(|row| row.company_id).collect();
    let projects = rows.iter().filter_map(|row| row.project_id).collect();
    let names = Names::load(connection, companies, projects).await?;
    rows.into_iter().map(|row| row.read(&names)).collect()
}

fn condition(scope: &Scope, filter: &RosterFilter) -> Condition {
    let mut condition = Condition::default();
    condition.scoped("r.unit_id", scope);
    if let Some(units) = &filter.units {
        condition.units("r.unit_id", units);
    }
    match filter.party {
        Some(PartyKind::Company) => condition.and("r.company_id IS NOT NULL", []),
        Some(PartyKind::Project) => condition.and("r.project_id IS NOT NULL", []),
        None => {}
    }
    condition.equals("r.officer", filter.officer.clone());
    condition.equals("r.company_id", filter.company.map(CompanyId::key));
    condition.equals("r.project_id", filter.project.map(ProjectId::key));
    match filter.released {
        Some(true) => condition.and("r.released", []),
        Some(false) => condition.and("NOT r.released", []),
        None => {}
    }
    if filter.standing {
        condition.and("r.reversed_by IS NULL", []);
    }
    condition.search(
        "r.search_text",
        &["r.rule", "r.officer"],
        filter.q.as_deref(),
    );
    condition
}

/// A page of entries, latest enrolled first; reversed ones are among them.
pub(crate) async fn page_of_rosters<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &RosterFilter,
    page: &PageQuery,
) -> Outcome<Page<Roster>> {
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

/// All entries that match, first enrolled first.
pub(crate) async fn all_rosters<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &RosterFilter,
) -> Outcome<Vec<Roster>> {
    let rows = LISTING.all(connection, condition(scope, filter)).await?;
    read_all(connection, rows).await
}

/// The entry with this key, if `scope` covers its unit.
pub(crate) async fn find_roster<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: RosterId,
) -> Outcome<Option<Roster>> {
    let mut condition = Condition::default();
    condition.and("r.id = {}", [id.key().into()]);
    condition.scoped("r.unit_id", scope);
    let row: Option<Row> = LISTING.one(connection, condition).await?;
    let found = read_all(connection, row.into_iter().collect()).await?;
    Ok(found.into_iter().next())
}

/// The entries with these keys.
pub(crate) async fn rosters_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Roster>> {
    let keys = ids.iter().map(|&id| id.into()).collect();
    let rows = LISTING
        .by_keys(connection, "r.id IN ({keys})", keys)
        .await?;
    read_all(connection, rows).await
}

/// The standing entries of these companies and projects.
pub(crate) async fn rosters_of<C: ConnectionTrait>(
    connection: &C,
    companies: &[i64],
    projects: &[i64],
) -> Outcome<Vec<Roster>> {
    let mut rows: Vec<Row> = Vec::new();
    for (column, keys) in [("r.company_id", companies), ("r.project_id", projects)] {
        let part = format!("r.reversed_by IS NULL AND {column} IN ({{keys}})");
        let keys = keys.iter().map(|&key| key.into()).collect();
        rows.extend(LISTING.by_keys::<Row, _>(connection, &part, keys).await?);
    }
    let mut found = read_all(connection, rows).await?;
    found.sort_by_key(|roster| (roster.enrolled_on, roster.id));
    Ok(found)
}

/// Writes entries, new or as they stand now.
pub(crate) async fn save_rosters<C: ConnectionTrait>(
    connection: &C,
    rosters: &[Roster],
) -> Result<(), DbErr> {
    const COLUMNS: [&str; 17] = [
        "id",
        "company_id",
        "project_id",
        "unit_id",
        "enrolled_on",
        "rule",
        "officer",
        "released",
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
    let mut rows = Rows::new("rosters", &COLUMNS, &rewriting(&COLUMNS));
    for roster in rosters {
        let reversal = roster.reversal.as_ref();
        rows.push([
            roster.id.key().into(),
            roster.party.company_key().into(),
            roster.party.project_key().into(),
            roster.unit.into(),
            roster.enrolled_on.to_string().into(),
            roster.rule.as_str().into(),
            roster.officer.as_str().into(),
            roster.release.is_some().into(),
            roster.booked.month.number().into(),
            origin_number(&roster.booked).into(),
            roster.booked.seq.into(),
            reversal.map(|reversal| reversal.by).into(),
            reversal.map(|reversal| reversal.reason.clone()).into(),
            roster.party.search_text(&[]).into(),
            roster.revision.into(),
            roster.recorded_at.to_string().into(),
            roster.updated_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes releases of entries, new or as they were taken back.
pub(crate) async fn save_releases<C: ConnectionTrait>(
    connection: &C,
    releases: &[(RosterId, Release, Option<Reversal>)],
) -> Result<(), DbErr> {
    const COLUMNS: [&str; 9] = [
        "id",
        "roster_id",
        "released_on",
        "month",
        "origin_month",
        "fact_seq",
        "reversed_by",
        "reversal_reason",
        "recorded_at",
    ];
    let mut rows = Rows::new("roster_releases", &COLUMNS, &rewriting(&COLUMNS));
    for (roster, release, reversal) in releases {
        let reversal = reversal.as_ref();
        rows.push([
            release.id.into(),
            roster.key().into(),
            release.released_on.to_string().into(),
            release.booked.month.number().into(),
            origin_number(&release.booked).into(),
            release.booked.seq.into(),
            reversal.map(|reversal| reversal.by).into(),
            reversal.map(|reversal| reversal.reason.clone()).into(),
            release.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}
