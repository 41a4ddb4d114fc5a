//! `GET /companies`

use super::company_out::CompanyOut;
use crate::model::HonourKind;
use crate::ops::{self, CompaniesWanted};
use crate::permits::ReadCompanies;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use serde::Deserialize;

/// Which companies.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CompaniesQuery {
    /// Part of a name, former name or group, the beginning of a code, or a similar name.
    q: Option<String>,
    /// Those of this group.
    group: Option<String>,
    /// Those with this honour, of whichever year.
    honour: Option<HonourKind>,
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
    let wanted = CompaniesWanted {
        q: query.q,
        group: query.group,
        honour: query.honour,
    };
    let found = ops::list_companies(&app, &actor, wanted, &page).await?;
    Ok(Json(found.map(CompanyOut::from)))
}
