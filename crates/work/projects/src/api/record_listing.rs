//! `POST /projects/{id}/listings`

use super::project_out::ProjectOut;
use crate::model::{ListName, ProjectId};
use crate::ops::{self, ListingAct, NewListing};
use crate::permits::WriteProjects;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// A change of a list.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ListingIn {
    /// The list.
    list: ListName,
    /// The day.
    on: NaiveDate,
    /// Onto it or off it.
    action: ListingAct,
}

/// Puts a project on a list or takes it off.
#[utoipa::path(post, path = "/projects/{id}/listings", tag = "projects",
    params(("id" = String, Path)), request_body = ListingIn,
    responses((status = 201, body = ProjectOut)),
    security(("session" = ["projects.write"])))]
pub(super) async fn record_listing(
    State(app): State<App>,
    actor: Allowed<WriteProjects>,
    FromPath(id): FromPath<ProjectId>,
    Json(listing): Json<ListingIn>,
) -> Reply<(StatusCode, Json<ProjectOut>)> {
    let new = NewListing {
        list: listing.list,
        on: listing.on,
        act: listing.action,
    };
    ops::record_listing(&app, &actor, id, new).await?;
    let view = ops::view_project(&app, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(ProjectOut::of(view)?)))
}
