//! `DELETE /session`: signing out.

use crate::ops::CurrentSession;
use crate::{cookie, ops};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use http_base::{App, Reply};

/// Ends the session and takes its cookie back.
#[utoipa::path(delete, path = "/session", tag = "session",
    responses((status = 204)), security(("session" = [])))]
pub(crate) async fn delete_session(
    State(app): State<App>,
    session: CurrentSession,
    headers: HeaderMap,
) -> Reply<(StatusCode, [(HeaderName, HeaderValue); 1])> {
    ops::delete_session(&app, &session).await?;
    let cookie = cookie::forget(&headers);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]))
}
