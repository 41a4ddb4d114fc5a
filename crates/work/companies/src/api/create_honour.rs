//! `POST /companies/{id}/honours`

use super::company_out::CompanyOut;
use crate::model::{CompanyId, HonourKind};
use crate::ops::{self, NewHonour};
use crate::permits::WriteCompanies;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// An honour to note.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HonourIn {
    /// As what the company is honoured.
    honour: HonourKind,
    /// The year of the list that says so.
    year: i64,
    /// The list or document that says so.
    source: String,
}

/// Notes an honour of a company.
#[utoipa::path(post, path = "/companies/{id}/honours", tag = "companies",
    params(("id" = String, Path)), request_body = HonourIn,
    responses((status = 201, body = CompanyOut)),
    security(("session" = ["companies.write"])))]
pub(crate) async fn create_honour(
    State(app): State<App>,
    actor: Allowed<WriteCompanies>,
    FromPath(id): FromPath<CompanyId>,
    Json(honour): Json<HonourIn>,
) -> Reply<(StatusCode, Json<CompanyOut>)> {
    let new = NewHonour {
        honour: honour.honour,
        year: honour.year,
        source: honour.source,
    };
    ops::create_honour(&app, &actor, id, new).await?;
    let view = ops::view(&app, id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
