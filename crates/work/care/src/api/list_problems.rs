//! `GET /problems`

use super::problem_out::ProblemOut;
use crate::model::Category;
use crate::ops::{self, ProblemQuery};
use crate::permits::ReadProblems;
use axum::extract::State;
use companies::CompanyId;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use projects::ProjectId;
use serde::Deserialize;

/// Which problems.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ProblemsQuery {
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those about this.
    category: Option<Category>,
    /// Those that are solved, or those that are not.
    solved: Option<bool>,
    /// Those of this company, by id.
    #[param(value_type = Option<String>)]
    company: Option<CompanyId>,
    /// Those of this project, by id.
    #[param(value_type = Option<String>)]
    project: Option<ProjectId>,
    /// Those whose code, company, project, description or solution hold this.
    q: Option<String>,
}

/// Problems of one's scope, last raised first.
#[utoipa::path(get, path = "/problems", tag = "problems",
    params(ProblemsQuery, PageQuery), responses((status = 200, body = Page<ProblemOut>)),
    security(("session" = ["problems.read"])))]
pub(super) async fn list_problems(
    State(app): State<App>,
    actor: Allowed<ReadProblems>,
    Query(query): Query<ProblemsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<ProblemOut>>> {
    let query = ProblemQuery {
        unit: query.unit,
        category: query.category,
        solved: query.solved,
        company: query.company,
        project: query.project,
        q: query.q,
    };
    let found = ops::list_problems(&app, &actor, query, &page).await?;
    Ok(Json(found.map(ProblemOut::from)))
}
