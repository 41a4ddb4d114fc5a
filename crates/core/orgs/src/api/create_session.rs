//! `POST /session`: signing in.

use super::session_out::SessionOut;
use crate::{cookie, ops};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use http_base::{App, Json, Reply};
use serde::Deserialize;

/// What is typed at the door.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInIn {
    /// The login, in any case.
    login: String,
    /// The password.
    #[schema(format = Password)]
    password: String,
}

/// Begins a session and sets its cookie. Refuses with `session.wrong_credentials`,
/// `session.locked` (five wrong passwords lock a login for 15 minutes) or
/// `session.account_disabled`.
#[utoipa::path(post, path = "/session", tag = "session",
    responses((status = 200, body = SessionOut)))]
pub(crate) async fn create_session(
    State(app): State<App>,
    headers: HeaderMap,
    Json(input): Json<SignInIn>,
) -> Reply<([(HeaderName, HeaderValue); 1], Json<SessionOut>)> {
    let new = ops::create_session(&app, &input.login, input.password).await?;
    let out = SessionOut::of(&app, &new.session).await?;
    let cookie = cookie::set(&new.token, &headers);
    Ok(([(header::SET_COOKIE, cookie)], Json(out)))
}
