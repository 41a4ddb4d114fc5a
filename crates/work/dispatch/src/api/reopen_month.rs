//! `POST /months/{month}/reopen`: reopening the last closed month.

use crate::ops;
use crate::permits::WriteMonths;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use kernel::Month;
use serde::Deserialize;

/// Why the month is reopened.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReopenIn {
    /// The reason; kept with the event.
    reason: String,
}

/// Reopens the last closed month, while the next holds no fact and no bulletin of it is issued.
#[utoipa::path(post, path = "/months/{month}/reopen", tag = "months",
    params(("month" = String, Path, description = "The last closed month, YYYY-MM")),
    responses((status = 204)),
    security(("session" = [WriteMonths::PERMISSION.0])))]
pub(crate) async fn reopen_month(
    State(app): State<App>,
    actor: Allowed<WriteMonths>,
    FromPath(month): FromPath<Month>,
    Json(input): Json<ReopenIn>,
) -> Reply<StatusCode> {
    ops::reopen_month(&app, &actor, month, &input.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
