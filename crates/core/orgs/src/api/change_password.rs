//! `POST /session/password`: choosing a password of one's own.

use crate::ops::{self, CurrentSession};
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{App, Json, Reply};
use serde::Deserialize;

/// The password now and the one to come.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordIn {
    /// The password now, chosen or one-time.
    #[schema(format = Password)]
    old_password: String,
    /// At least 12 characters.
    #[schema(format = Password)]
    new_password: String,
}

/// Replaces the password and ends the account's other sessions.
#[utoipa::path(post, path = "/session/password", tag = "session",
    responses((status = 204)), security(("session" = [])))]
pub(crate) async fn change_password(
    State(app): State<App>,
    session: CurrentSession,
    Json(input): Json<PasswordIn>,
) -> Reply<StatusCode> {
    ops::change_password(&app, &session, input.old_password, input.new_password).await?;
    Ok(StatusCode::NO_CONTENT)
}
