//! `GET /companies`

use super::company_out::CompanyOut;
use crate::ops;
use crate::permits::ReadCompanies;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use serde::Deserialize;

/// Which companies.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CompaniesQuery {
    /// Part of a name or former name, the beginning of a code, or a similar name.
    q: Option<String>,
}

/// Companies, newest first.
#[utoipa::path(get, path = "/companies", tag = "companies",
    params(CompaniesQuery, PageQuery), responses((status = 200, body = Page<CompanyOut>)),
    security(("session" = ["companies.read"])))]
pub(crate) async fn list_companies(
    State(app): State<App>,
    actor: Allowed<ReadCompanies>,
    Query(query): Query<CompaniesQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<CompanyOut>>> {
    let found = ops::list_companies(&app, &actor, query.q, &page).await?;
    Ok(Json(found.map(CompanyOut::from)))
}
