//! `GET /session`: who is signed in.

use super::session_out::SessionOut;
use crate::ops::CurrentSession;
use axum::extract::State;
use http_base::{App, Json, Reply};

/// The session that the cookie belongs to.
#[utoipa::path(get, path = "/session", tag = "session",
    responses((status = 200, body = SessionOut)), security(("session" = [])))]
pub(crate) async fn get_session(
    State(app): State<App>,
    session: CurrentSession,
) -> Reply<Json<SessionOut>> {
    Ok(Json(SessionOut::of(&app, &session).await?))
}
