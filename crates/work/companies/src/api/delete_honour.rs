//! `DELETE /companies/{id}/honours/{honour_id}`

use crate::model::{CompanyId, HonourId};
use crate::ops;
use crate::permits::WriteCompanies;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Reply};

/// Takes an honour of a company away.
#[utoipa::path(delete, path = "/companies/{id}/honours/{honour_id}", tag = "companies",
    params(("id" = String, Path), ("honour_id" = String, Path)),
    responses((status = 204)),
    security(("session" = ["companies.write"])))]
pub(crate) async fn delete_honour(
    State(app): State<App>,
    actor: Allowed<WriteCompanies>,
    FromPath((id, honour)): FromPath<(CompanyId, HonourId)>,
) -> Reply<StatusCode> {
    ops::delete_honour(&app, &actor, id, honour).await?;
    Ok(StatusCode::NO_CONTENT)
}
