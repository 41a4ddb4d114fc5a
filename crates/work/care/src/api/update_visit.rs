//! `PATCH /visits/{id}`

use super::given::given;
use super::visit_out::VisitOut;
use crate::model::{VisitChange, VisitId};
use crate::ops;
use crate::permits::WriteVisits;
use axum::extract::State;
use companies::CompanyId;
use http_base::{Allowed, App, FromPath, Json, Reply};
use projects::ProjectId;
use serde::Deserialize;

/// What is to change; what is absent stays. The rest is corrected by a reversal.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct VisitPatch {
    /// Who made it: a role.
    officer: Option<String>,
    /// The company, by id; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    company_id: Option<Option<CompanyId>>,
    /// The project, by id; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    project_id: Option<Option<ProjectId>>,
    /// What was learnt of the progress; an empty text takes it away.
    progress: Option<String>,
    /// What is needed; an empty text takes it away.
    needs: Option<String>,
    /// The project that the need became, by id; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    lead_project_id: Option<Option<ProjectId>>,
}

/// Changes what no fact carries of a visit.
#[utoipa::path(patch, path = "/visits/{id}", tag = "visits",
    params(("id" = String, Path)), request_body = VisitPatch,
    responses((status = 200, body = VisitOut)),
    security(("session" = ["visits.write"])))]
pub(super) async fn update_visit(
    State(app): State<App>,
    actor: Allowed<WriteVisits>,
    FromPath(id): FromPath<VisitId>,
    Json(patch): Json<VisitPatch>,
) -> Reply<Json<VisitOut>> {
    let change = VisitChange {
        officer: patch.officer,
        company: patch.company_id,
        project: patch.project_id,
        progress: patch.progress,
        needs: patch.needs,
        lead: patch.lead_project_id,
    };
    let changed = ops::update_visit(&app, &actor, id, change).await?;
    Ok(Json(changed.into()))
}
