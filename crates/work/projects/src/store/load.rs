//! Loading projects whole: master data, investors, milestones.

use super::milestones::standing_of;
use super::scope::Condition;
use super::{fetch_by_keys, unreadable};
use crate::model::{
    Contract, ContractKind, CreditSplit, Exclusion, Investor, Life, Project, ProjectId,
    credit_mode_from_word,
};
use chrono::NaiveDate;
use companies::CompanyId;
use db::{ConnectionTrait, Value, fetch_all};
use kernel::{Fault, Instant, Money, Outcome, Scope};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// By what projects are looked up.
#[derive(Debug, Clone)]
pub enum ProjectKey {
    /// By key.
    Ids(Vec<i64>),
    /// By code.
    Codes(Vec<String>),
    /// By the contract's number.
    Contracts(Vec<String>),
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    name: String,
    lead_unit_id: i64,
    joint_unit_id: Option<i64>,
    credit_mode: String,
    lead_bp: i32,
    place_code: String,
    industry: Option<String>,
    chain: Option<String>,
    exclusion: Option<String>,
    contract_number: Option<String>,
    contract_kind: Option<String>,
    signed_on: Option<String>,
    contract_fen: Option<i64>,
    planned_fen: i64,
    project_company: Option<String>,
    filing_code: Option<String>,
    platform: Option<String>,
    amended: bool,
    revision: i32,
    updated_at: String,
    arrived_fen: i64,
    funds: i64,
}

#[derive(FromQueryResult)]
struct InvestorRow {
    project_id: i64,
    company_id: i64,
    share_bp: i32,
    division_code: String,
    look_through_code: Option<String>,
}

/// How many keys go into one query beside the scope's units.
const KEYS: usize = 400;

/// The projects with these keys that `scope` covers; those taken out of the register are
/// not among them.
pub async fn load_projects<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    key: &ProjectKey,
) -> Outcome<Vec<Project>> {
    let (column, keys): (&str, Vec<Value>) = match key {
        ProjectKey::Ids(ids) => ("p.id", ids.iter().map(|&id| id.into()).collect()),
        ProjectKey::Codes(codes) => ("p.code", codes.iter().map(|c| c.as_str().into()).collect()),
        ProjectKey::Contracts(numbers) => (
            "p.contract_number",
            numbers.iter().map(|n| n.as_str().into()).collect(),
        ),
    };
    let mut rows: Vec<Row> = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let mut condition = Condition::default();
        condition.and("p.removed_at IS NULL", []);
        let places = vec!["{}"; chunk.len()].join(", ");
        condition.and(&format!("{column} IN ({places})"), chunk.iter().cloned());
        condition.scoped(scope);
        let sql = format!("SELECT p.* FROM projects p WHERE {}", condition.text());
        rows.extend(fetch_all::<Row, _>(connection, &sql, condition.values).await?);
    }
    assemble(connection, rows).await
}

/// A project that has the code or the contract number of another.
#[derive(Debug)]
pub(crate) struct Taken {
    pub id: ProjectId,
    pub code: String,
}

#[derive(FromQueryResult)]
struct TakenRow {
    id: i64,
    code: String,
}

/// The projects with this code, or with this contract number where one is given.
pub(crate) async fn find_taken<C: ConnectionTrait>(
    connection: &C,
    code: &str,
    contract_number: Option<&str>,
) -> Outcome<Vec<Taken>> {
    let rows: Vec<TakenRow> = fetch_all(
        connection,
        "SELECT id, code FROM projects WHERE code = $1 AND removed_at IS NULL \
         UNION SELECT id, code FROM projects WHERE contract_number = $2 AND removed_at IS NULL \
         ORDER BY id",
        [code.into(), contract_number.map(str::to_owned).into()],
    )
    .await?;
    let taken = rows.into_iter().map(|row| Taken {
        id: ProjectId::new(row.id),
        code: row.code,
    });
    Ok(taken.collect())
}

async fn assemble<C: ConnectionTrait>(connection: &C, rows: Vec<Row>) -> Outcome<Vec<Project>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut investors = investors_of(connection, &ids).await?;
    let mut milestones = standing_of(connection, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let investors = investors.remove(&row.id).unwrap_or_default();
            let life = Life::new(milestones.remove(&row.id).unwrap_or_default());
            project_of(row, investors, life)
        })
        .collect()
}

async fn investors_of<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<HashMap<i64, Vec<Investor>>> {
    let rows: Vec<InvestorRow> = fetch_by_keys(
        connection,
        "SELECT project_id, company_id, share_bp, division_code, look_through_code \
         FROM project_investors WHERE project_id IN ({keys}) ORDER BY project_id, n",
        ids.iter().map(|&id| id.into()),
    )
    .await?;
    let mut companies: Vec<i64> = rows.iter().map(|row| row.company_id).collect();
    companies.sort_unstable();
    companies.dedup();
    let names = companies::find_companies(connection, &companies).await?;
    let mut found: HashMap<i64, Vec<Investor>> = HashMap::new();
    for row in rows {
        let name = names
            .get(&row.company_id)
            .map(|company| company.name.clone());
        found.entry(row.project_id).or_default().push(Investor {
            company: CompanyId::new(row.company_id),
            name: name.unwrap_or_default(),
            share_bp: i64::from(row.share_bp),
            division_code: row.division_code,
            look_through_code: row.look_through_code,
        });
    }
    Ok(found)
}

fn project_of(row: Row, investors: Vec<Investor>, life: Life) -> Outcome<Project> {
    let bad = |column: &str| -> Fault { unreadable("project", row.id, column) };
    let contract_kind = row
        .contract_kind
        .as_deref()
        .map(|word| ContractKind::from_word(word).ok_or_else(|| bad("contract_kind")));
    let exclusion = row
        .exclusion
        .as_deref()
        .map(|word| Exclusion::from_word(word).ok_or_else(|| bad("exclusion")));
    let signed_on = row
        .signed_on
        .as_deref()
        .map(|text| text.parse::<NaiveDate>().map_err(|_| bad("signed_on")));
    Ok(Project {
        id: ProjectId::new(row.id),
        credit: CreditSplit {
            lead: row.lead_unit_id,
            joint: row.joint_unit_id,
            mode: credit_mode_from_word(&row.credit_mode).ok_or_else(|| bad("credit_mode"))?,
            lead_bp: i64::from(row.lead_bp),
        },
        contract: Contract {
            number: row.contract_number,
            kind: contract_kind.transpose()?,
            signed_on: signed_on.transpose()?,
            amount: row.contract_fen.map(Money::from_fen),
        },
        exclusion: exclusion.transpose()?,
        updated_at: Instant::parse(&row.updated_at)
            .ok_or_else(|| unreadable("project", row.id, "updated_at"))?,
        code: row.code,
        name: row.name,
        place_code: row.place_code,
        industry: row.industry,
        chain: row.chain,
        investors,
        planned: Money::from_fen(row.planned_fen),
        project_company: row.project_company,
        filing_code: row.filing_code,
        platform: row.platform,
        life,
        amended: row.amended,
        arrived: Money::from_fen(row.arrived_fen),
        funds: row.funds,
        revision: row.revision,
    })
}
