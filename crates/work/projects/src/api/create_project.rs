//! `POST /projects`

use super::investor_in::InvestorIn;
use super::project_out::ProjectOut;
use crate::model::{ContractKind, Exclusion, NewInvestor, NewProject};
use crate::ops;
use crate::permits::WriteProjects;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use kernel::Money;
use ledger::CreditMode;
use serde::Deserialize;

/// A project to register.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProjectIn {
    /// Its code, unique.
    code: String,
    /// Its name.
    name: String,
    /// The lead unit, by code or name.
    unit: String,
    /// The unit it shares with.
    joint_unit: Option<String>,
    /// How they share: exclusive (the default), shared, double.
    #[schema(value_type = Option<String>)]
    credit_mode: Option<CreditMode>,
    /// The lead's share in basis points, where shared.
    credit_share: Option<i64>,
    /// The division it lies in, by code or name.
    place: String,
    /// Who invests.
    investors: Vec<InvestorIn>,
    /// The contract's number.
    contract_number: Option<String>,
    /// The contract's sort.
    contract_kind: Option<ContractKind>,
    /// The day the contract was signed.
    signed_on: Option<NaiveDate>,
    /// The contract's amount, in yuan.
    #[schema(value_type = Option<String>)]
    contract_amount: Option<Money>,
    /// The planned total investment, in yuan.
    #[schema(value_type = String)]
    planned_investment: Money,
    /// The project company: its unified social credit code, or its name.
    project_company: Option<String>,
    /// The filing code (立项备案).
    filing_code: Option<String>,
    /// The GB/T 4754 code.
    industry: Option<String>,
    /// The industrial chain.
    chain: Option<String>,
    /// Why it cannot be 新引进.
    exclusion: Option<Exclusion>,
}

impl From<ProjectIn> for NewProject {
    fn from(project: ProjectIn) -> Self {
        Self {
            code: project.code,
            name: project.name,
            unit: project.unit,
            joint_unit: project.joint_unit,
            credit_mode: project.credit_mode,
            credit_share: project.credit_share,
            place: project.place,
            investors: project
                .investors
                .into_iter()
                .map(NewInvestor::from)
                .collect(),
            contract_number: project.contract_number,
            contract_kind: project.contract_kind,
            signed_on: project.signed_on,
            contract_amount: project.contract_amount,
            planned_investment: project.planned_investment,
            project_company: project.project_company,
            filing_code: project.filing_code,
            industry: project.industry,
            chain: project.chain,
            exclusion: project.exclusion,
        }
    }
}

/// Registers a project; nothing is recognised by that.
#[utoipa::path(post, path = "/projects", tag = "projects",
    request_body = ProjectIn, responses((status = 201, body = ProjectOut)),
    security(("session" = ["projects.write"])))]
pub(super) async fn create_project(
    State(app): State<App>,
    actor: Allowed<WriteProjects>,
    Json(project): Json<ProjectIn>,
) -> Reply<(StatusCode, Json<ProjectOut>)> {
    let created = ops::create_project(&app, &actor, project.into()).await?;
    Ok((StatusCode::CREATED, Json(ProjectOut::of(created)?)))
}
