//! `POST /companies`

use super::company_out::CompanyOut;
use crate::model::{CompanyEntry, NewCompany};
use crate::ops;
use crate::permits::WriteCompanies;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Reply};
use serde::Deserialize;

/// A company to register.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompanyIn {
    /// Its name as registered.
    name: String,
    /// Its other names.
    #[serde(default)]
    aliases: Vec<String>,
    /// Its unified social credit code (GB 32100).
    uscc: Option<String>,
    /// The group it belongs to (所属集团).
    group: Option<String>,
    /// The division it is registered in, by code or name.
    division: String,
}

/// Registers a company.
#[utoipa::path(post, path = "/companies", tag = "companies",
    request_body = CompanyIn, responses((status = 201, body = CompanyOut)),
    security(("session" = ["companies.write"])))]
pub(crate) async fn create_company(
    State(app): State<App>,
    actor: Allowed<WriteCompanies>,
    Json(company): Json<CompanyIn>,
) -> Reply<(StatusCode, Json<CompanyOut>)> {
    let new = CompanyEntry {
        company: NewCompany {
            name: company.name,
            aliases: company.aliases,
            uscc: company.uscc,
            division: company.division,
        },
        group: company.group,
    };
    let created = ops::create_company(&app, &actor, new).await?;
    let view = ops::view(&app, created.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
