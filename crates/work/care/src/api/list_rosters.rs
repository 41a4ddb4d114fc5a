//! `GET /rosters`

use super::roster_out::RosterOut;
use crate::ops::{self, RosterQuery};
use crate::permits::ReadRosters;
use crate::store::PartyKind;
use axum::extract::State;
use companies::CompanyId;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use projects::ProjectId;
use serde::Deserialize;

/// Which entries.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RostersQuery {
    /// Those of companies, or of projects: company, project.
    #[param(inline)]
    party: Option<PartyKind>,
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those of this officer.
    officer: Option<String>,
    /// Those of this company, by id.
    #[param(value_type = Option<String>)]
    company: Option<CompanyId>,
    /// Those of this project, by id.
    #[param(value_type = Option<String>)]
    project: Option<ProjectId>,
    /// Those that have left the roster, or those that have not.
    released: Option<bool>,
    /// Those whose company, project, rule or officer hold this.
    q: Option<String>,
}

/// The escort roster of one's scope, latest enrolled first; reversed entries are among them.
#[utoipa::path(get, path = "/rosters", tag = "rosters",
    params(RostersQuery, PageQuery), responses((status = 200, body = Page<RosterOut>)),
    security(("session" = ["rosters.read"])))]
pub(super) async fn list_rosters(
    State(app): State<App>,
    actor: Allowed<ReadRosters>,
    Query(query): Query<RostersQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<RosterOut>>> {
    let query = RosterQuery {
        party: query.party,
        unit: query.unit,
        officer: query.officer,
        company: query.company,
        project: query.project,
        released: query.released,
        q: query.q,
    };
    let found = ops::list_rosters(&app, &actor, query, &page).await?;
    Ok(Json(found.map(RosterOut::from)))
}
