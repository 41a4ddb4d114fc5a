//! `PATCH /companies/{id}`

use super::company_out::CompanyOut;
use crate::model::{CompanyChange, CompanyId};
use crate::ops;
use crate::permits::WriteCompanies;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompanyPatch {
    /// Its name; the old one becomes an alias.
    name: Option<String>,
    /// All its other names.
    aliases: Option<Vec<String>>,
    /// Its unified social credit code.
    uscc: Option<String>,
    /// The group it belongs to (所属集团); an empty text takes it away.
    group: Option<String>,
    /// The division it is registered in, by code or name.
    division: Option<String>,
}

/// Changes what is known of a company.
#[utoipa::path(patch, path = "/companies/{id}", tag = "companies",
    params(("id" = String, Path)), request_body = CompanyPatch,
    responses((status = 200, body = CompanyOut)),
    security(("session" = ["companies.write"])))]
pub(crate) async fn update_company(
    State(app): State<App>,
    actor: Allowed<WriteCompanies>,
    FromPath(id): FromPath<CompanyId>,
    Json(patch): Json<CompanyPatch>,
) -> Reply<Json<CompanyOut>> {
    let change = CompanyChange {
        name: patch.name,
        aliases: patch.aliases,
        uscc: patch.uscc,
        group: patch.group,
        division: patch.division,
    };
    ops::update_company(&app, &actor, id, change).await?;
    Ok(Json(ops::view(&app, id).await?.into()))
}
