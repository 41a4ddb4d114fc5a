//! `POST /rosters`

use super::roster_out::RosterOut;
use crate::ops::{self, NewRoster};
use crate::permits::WriteRosters;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use companies::CompanyId;
use http_base::{Allowed, App, Json, Reply};
use projects::ProjectId;
use serde::Deserialize;

/// A company or project that is to be escorted.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RosterIn {
    /// The company, by id; either this or a project.
    #[schema(value_type = Option<String>)]
    company_id: Option<CompanyId>,
    /// The project, by id.
    #[schema(value_type = Option<String>)]
    project_id: Option<ProjectId>,
    /// The unit that answers for it, by code or name.
    unit: String,
    /// The day.
    enrolled_on: NaiveDate,
    /// The rule that chose it.
    rule: String,
    /// Who escorts it: a role such as 护商专员 012, never a person's name.
    officer: String,
}

/// Puts a company or project on the roster, in the open month.
#[utoipa::path(post, path = "/rosters", tag = "rosters",
    request_body = RosterIn, responses((status = 201, body = RosterOut)),
    security(("session" = ["rosters.write"])))]
pub(super) async fn enrol_roster(
    State(app): State<App>,
    actor: Allowed<WriteRosters>,
    Json(roster): Json<RosterIn>,
) -> Reply<(StatusCode, Json<RosterOut>)> {
    let new = NewRoster {
        company: roster.company_id,
        project: roster.project_id,
        unit: roster.unit,
        enrolled_on: roster.enrolled_on,
        rule: roster.rule,
        officer: roster.officer,
    };
    let enrolled = ops::enrol_roster(&app, &actor, new).await?;
    Ok((StatusCode::CREATED, Json(enrolled.into())))
}
