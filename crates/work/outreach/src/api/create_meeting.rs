//! `POST /activities/{id}/meetings`

use super::meeting_out::MeetingOut;
use crate::model::{ActivityId, MeetingOutcome, OurLevel, TheirLevel};
use crate::ops::{self, MetCompany, NewMeeting};
use crate::permits::WriteActivities;
use axum::extract::State;
use axum::http::StatusCode;
use companies::{CompanyId, NewCompany};
use http_base::{Allowed, App, FromPath, Json, Reply};
use projects::ProjectId;
use serde::Deserialize;

/// The company that was met: its id, or what registers it where it is not known.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MetCompanyIn {
    /// A company of the register.
    #[schema(value_type = Option<String>)]
    id: Option<CompanyId>,
    /// Its name.
    #[serde(default)]
    name: String,
    /// Its unified social credit code.
    uscc: Option<String>,
    /// The division it is registered in, by code or name.
    #[serde(default)]
    division: String,
}

impl From<MetCompanyIn> for MetCompany {
    fn from(company: MetCompanyIn) -> Self {
        match company.id {
            Some(id) => Self::Chosen(id),
            None => Self::Named(NewCompany {
                name: company.name,
                aliases: Vec::new(),
                uscc: company.uscc,
                division: company.division,
            }),
        }
    }
}

/// A meeting to be recorded: with a company, or of a project's people, or both, where the
/// project is what came out of meeting the company.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MeetingIn {
    /// The company that was met.
    company: Option<MetCompanyIn>,
    /// The project.
    #[schema(value_type = Option<String>)]
    project_id: Option<ProjectId>,
    /// Who met them.
    our_level: OurLevel,
    /// Who was met.
    their_level: TheirLevel,
    /// What came out of it.
    outcome: MeetingOutcome,
}

/// Records whom an activity met, in the open month.
#[utoipa::path(post, path = "/activities/{id}/meetings", tag = "activities",
    params(("id" = String, Path)), request_body = MeetingIn,
    responses((status = 201, body = MeetingOut)),
    security(("session" = ["activities.write"])))]
pub(super) async fn create_meeting(
    State(app): State<App>,
    actor: Allowed<WriteActivities>,
    FromPath(id): FromPath<ActivityId>,
    Json(new): Json<MeetingIn>,
) -> Reply<(StatusCode, Json<MeetingOut>)> {
    let new = NewMeeting {
        company: new.company.map(MetCompany::from),
        project: new.project_id,
        our_level: new.our_level,
        their_level: new.their_level,
        outcome: new.outcome,
    };
    let meeting = ops::create_meeting(&app, &actor, id, new).await?;
    let view = ops::meeting_view(&app, meeting).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
