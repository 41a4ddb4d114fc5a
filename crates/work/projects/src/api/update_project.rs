//! `PATCH /projects/{id}`

use super::investor_in::InvestorIn;
use super::project_out::ProjectOut;
use crate::model::{ContractKind, Exclusion, NewInvestor, ProjectChange, ProjectId};
use crate::ops;
use crate::permits::WriteProjects;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use kernel::Money;
use ledger::CreditMode;
use serde::{Deserialize, Deserializer};

/// What is to change; what is absent stays. Only `exclusion` can be taken away, by null.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProjectPatch {
    /// Its name.
    name: Option<String>,
    /// The lead unit, by code or name.
    unit: Option<String>,
    /// The unit it shares with; an empty text takes it away.
    joint_unit: Option<String>,
    /// How they share: exclusive, shared, double.
    #[schema(value_type = Option<String>)]
    credit_mode: Option<CreditMode>,
    /// The lead's share in basis points, where shared.
    credit_share: Option<i64>,
    /// The division it lies in, by code or name.
    place: Option<String>,
    /// Who invests: all of them.
    investors: Option<Vec<InvestorIn>>,
    /// The contract's number.
    contract_number: Option<String>,
    /// The contract's sort.
    contract_kind: Option<ContractKind>,
    /// The day the contract was signed.
    signed_on: Option<NaiveDate>,
    /// The contract's amount, in yuan.
    #[schema(value_type = Option<String>)]
    contract_amount: Option<Money>,
    /// The planned total investment, in yuan, while nothing recognised carries it.
    #[schema(value_type = Option<String>)]
    planned_investment: Option<Money>,
    /// The project company.
    project_company: Option<String>,
    /// The filing code.
    filing_code: Option<String>,
    /// The GB/T 4754 code.
    industry: Option<String>,
    /// The industrial chain.
    chain: Option<String>,
    /// Why it cannot be 新引进; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Exclusion>)]
    exclusion: Option<Option<Exclusion>>,
}

/// What is there, be it null, is given.
fn given<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<Exclusion>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

impl From<ProjectPatch> for ProjectChange {
    fn from(patch: ProjectPatch) -> Self {
        let investors = patch.investors;
        Self {
            name: patch.name,
            unit: patch.unit,
            joint_unit: patch.joint_unit,
            credit_mode: patch.credit_mode,
            credit_share: patch.credit_share,
            place: patch.place,
            investors: investors.map(|all| all.into_iter().map(NewInvestor::from).collect()),
            contract_number: patch.contract_number,
            contract_kind: patch.contract_kind,
            signed_on: patch.signed_on,
            contract_amount: patch.contract_amount,
            planned_investment: patch.planned_investment,
            project_company: patch.project_company,
            filing_code: patch.filing_code,
            industry: patch.industry,
            chain: patch.chain,
            exclusion: patch.exclusion,
        }
    }
}

/// Changes what no recognised fact carries.
#[utoipa::path(patch, path = "/projects/{id}", tag = "projects",
    params(("id" = String, Path)), request_body = ProjectPatch,
    responses((status = 200, body = ProjectOut)),
    security(("session" = ["projects.write"])))]
pub(super) async fn update_project(
    State(app): State<App>,
    actor: Allowed<WriteProjects>,
    FromPath(id): FromPath<ProjectId>,
    Json(patch): Json<ProjectPatch>,
) -> Reply<Json<ProjectOut>> {
    let changed = ops::update_project(&app, &actor, id, patch.into()).await?;
    let view = ops::view_project(&app, &actor, changed.id).await?;
    Ok(Json(ProjectOut::of(view)?))
}
