//! Writing projects.

use super::update_many;
use crate::model::{Home, MilestoneKind, Project, credit_mode_word};
use companies::normal_name;
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute};
use kernel::{Instant, Money, Month};

/// The columns that are written when a project's master data is.
const COLUMNS: [&str; 31] = [
    "id",
    "code",
    "name",
    "lead_unit_id",
    "joint_unit_id",
    "credit_mode",
    "lead_bp",
    "place_code",
    "industry",
    "chain",
    "exclusion",
    "contract_number",
    "contract_kind",
    "signed_on",
    "contract_fen",
    "planned_fen",
    "project_company",
    "filing_code",
    "amended",
    "revision",
    "updated_at",
    "other_province_bp",
    "investors_text",
    "search_text",
    "stage",
    "witnessed",
    "pushed",
    "introduced_month",
    "started_on",
    "arrived_fen",
    "funds",
];

/// What lists search in: code, name and investors in one normal spelling.
fn search_text(project: &Project) -> String {
    let mut text = normal_name(&project.code);
    for name in std::iter::once(&project.name).chain(project.investors.iter().map(|i| &i.name)) {
        text.push('\n');
        text.push_str(&normal_name(name));
    }
    text
}

fn investors_text(project: &Project) -> String {
    let names: Vec<&str> = project.investors.iter().map(|i| i.name.as_str()).collect();
    names.join("；")
}

fn values_of(project: &Project, home: Home<'_>) -> [Value; 31] {
    let contract = &project.contract;
    [
        project.id.key().into(),
        project.code.clone().into(),
        project.name.clone().into(),
        project.credit.lead.into(),
        project.credit.joint.into(),
        credit_mode_word(project.credit.mode).into(),
        project.credit.lead_bp.into(),
        project.place_code.clone().into(),
        project.industry.clone().into(),
        project.chain.clone().into(),
        project
            .exclusion
            .map(|value| value.word().to_owned())
            .into(),
        contract.number.clone().into(),
        contract.kind.map(|kind| kind.word().to_owned()).into(),
        contract.signed_on.map(|day| day.to_string()).into(),
        contract.amount.map(Money::fen).into(),
        project.planned.fen().into(),
        project.project_company.clone().into(),
        project.filing_code.clone().into(),
        project.amended.into(),
        project.revision.into(),
        project.updated_at.to_string().into(),
        project.other_province_bp(home).into(),
        investors_text(project).into(),
        search_text(project).into(),
        project.stage().word().into(),
        project.life.has(MilestoneKind::Witnessed).into(),
        project.life.pushed().is_some().into(),
        project.life.introduced_month().map(Month::number).into(),
        started_on(project),
        project.arrived.fen().into(),
        project.funds.into(),
    ]
}

fn started_on(project: &Project) -> Value {
    let started = project.life.last(MilestoneKind::Started);
    started
        .map(|milestone| milestone.occurred_on.to_string())
        .into()
}

/// Writes new projects with their investors.
pub(crate) async fn insert_projects<C: ConnectionTrait>(
    connection: &C,
    home: Home<'_>,
    projects: &[Project],
) -> Result<(), DbErr> {
    let columns: Vec<&str> = COLUMNS.into_iter().chain(["created_at"]).collect();
    let mut rows = Rows::new("projects", &columns, "");
    for project in projects {
        let mut values = values_of(project, home).to_vec();
        values.push(project.updated_at.to_string().into());
        let values: [Value; 32] = values.try_into().expect("31 columns and one");
        rows.push(values);
    }
    append_rows(connection, rows).await?;
    insert_investors(connection, projects).await
}

async fn insert_investors<C: ConnectionTrait>(
    connection: &C,
    projects: &[Project],
) -> Result<(), DbErr> {
    let columns = [
        "project_id",
        "n",
        "company_id",
        "share_bp",
        "division_code",
        "look_through_code",
    ];
    let mut rows = Rows::new("project_investors", &columns, "");
    for project in projects {
        for (n, investor) in (1i32..).zip(&project.investors) {
            rows.push([
                project.id.key().into(),
                n.into(),
                investor.company.key().into(),
                investor.share_bp.into(),
                investor.division_code.as_str().into(),
                investor.look_through_code.clone().into(),
            ]);
        }
    }
    append_rows(connection, rows).await
}

/// Writes a project's master data and investors anew.
pub(crate) async fn rewrite_project<C: ConnectionTrait>(
    connection: &C,
    home: Home<'_>,
    project: &Project,
) -> Result<(), DbErr> {
    let sets: Vec<String> = COLUMNS[1..]
        .iter()
        .zip(2..)
        .map(|(column, n)| format!("{column} = ${n}"))
        .collect();
    let sql = format!("UPDATE projects SET {} WHERE id = $1", sets.join(", "));
    execute(connection, &sql, values_of(project, home)).await?;
    execute(
        connection,
        "DELETE FROM project_investors WHERE project_id = $1",
        [project.id.key().into()],
    )
    .await?;
    insert_investors(connection, std::slice::from_ref(project)).await
}

/// Writes what follows from a project's milestones.
pub(crate) async fn save_summary<C: ConnectionTrait>(
    connection: &C,
    project: &Project,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE projects SET stage = $2, witnessed = $3, pushed = $4, introduced_month = $5, \
         started_on = $6, updated_at = $7 WHERE id = $1",
        [
            project.id.key().into(),
            project.stage().word().into(),
            project.life.has(MilestoneKind::Witnessed).into(),
            project.life.pushed().is_some().into(),
            project.life.introduced_month().map(Month::number).into(),
            started_on(project),
            at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes an amended plan.
pub(crate) async fn set_plan<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    planned: Money,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE projects SET planned_fen = $2, amended = $3, updated_at = $4 WHERE id = $1",
        [
            key.into(),
            planned.fen().into(),
            true.into(),
            at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes the platform that brought a project in, or that none did.
pub(crate) async fn set_platform<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    platform: Option<&str>,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE projects SET platform = $2, updated_at = $3 WHERE id = $1",
        [
            key.into(),
            platform.map(str::to_owned).into(),
            at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Adds to what has arrived and to the number of standing funds (either may be negative)
/// of each project: (project, fen, number). The table refuses more than the plan.
pub(crate) async fn add_funds<C: ConnectionTrait>(
    connection: &C,
    sums: &[[i64; 3]],
    at: Instant,
) -> Result<(), DbErr> {
    let sql = "UPDATE projects SET arrived_fen = arrived_fen + v.column2, \
         funds = funds + v.column3, updated_at = $1 \
         FROM (VALUES {rows}) AS v WHERE projects.id = v.column1";
    update_many(connection, sql, &[at.to_string().into()], sums).await
}

/// Takes a project out of the register, as if it had never been entered.
pub(crate) async fn remove_project<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE projects SET removed_at = $2, revision = revision + 1 WHERE id = $1",
        [key.into(), at.to_string().into()],
    )
    .await?;
    Ok(())
}
