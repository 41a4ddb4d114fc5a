//! `GET /companies/{id}`

use super::company_out::CompanyOut;
use crate::model::CompanyId;
use crate::ops;
use crate::permits::ReadCompanies;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One company, with its honours and its place on the list of targets.
#[utoipa::path(get, path = "/companies/{id}", tag = "companies",
    params(("id" = String, Path)), responses((status = 200, body = CompanyOut)),
    security(("session" = ["companies.read"])))]
pub(crate) async fn get_company(
    State(app): State<App>,
    actor: Allowed<ReadCompanies>,
    FromPath(id): FromPath<CompanyId>,
) -> Reply<Json<CompanyOut>> {
    Ok(Json(ops::view_company(&app, &actor, id).await?.into()))
}
