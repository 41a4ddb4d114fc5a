//! `GET /visits`

use super::visit_out::VisitOut;
use crate::model::{Mode, Purpose};
use crate::ops::{self, VisitQuery};
use crate::permits::ReadVisits;
use axum::extract::State;
use companies::CompanyId;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Month, Page, PageQuery};
use projects::ProjectId;
use serde::Deserialize;

/// Which visits.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct VisitsQuery {
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those booked in this month.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
    /// Those by this mode.
    mode: Option<Mode>,
    /// Those for this purpose.
    purpose: Option<Purpose>,
    /// Those of this officer.
    officer: Option<String>,
    /// Those to this company, by id.
    #[param(value_type = Option<String>)]
    company: Option<CompanyId>,
    /// Those to this project, by id.
    #[param(value_type = Option<String>)]
    project: Option<ProjectId>,
    /// Those whose code, company, project, officer, progress or needs hold this.
    q: Option<String>,
}

/// Visits of one's scope, latest day first; reversed ones are among them.
#[utoipa::path(get, path = "/visits", tag = "visits",
    params(VisitsQuery, PageQuery), responses((status = 200, body = Page<VisitOut>)),
    security(("session" = ["visits.read"])))]
pub(super) async fn list_visits(
    State(app): State<App>,
    actor: Allowed<ReadVisits>,
    Query(query): Query<VisitsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<VisitOut>>> {
    let query = VisitQuery {
        unit: query.unit,
        month: query.month,
        mode: query.mode,
        purpose: query.purpose,
        officer: query.officer,
        company: query.company,
        project: query.project,
        q: query.q,
    };
    let found = ops::list_visits(&app, &actor, query, &page).await?;
    Ok(Json(found.map(VisitOut::from)))
}
