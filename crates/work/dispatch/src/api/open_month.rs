//! `POST /months`: opening the books.

use crate::ops;
use crate::permits::WriteMonths;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Reply};
use kernel::Month;
use serde::Deserialize;

/// Which month is the first.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstMonthIn {
    /// The first month of the books.
    #[schema(value_type = String)]
    month: Month,
}

/// Opens the books with their first month; later months open when the one before closes.
#[utoipa::path(post, path = "/months", tag = "months", responses((status = 204)),
    security(("session" = [WriteMonths::PERMISSION.0])))]
pub(crate) async fn open_month(
    State(app): State<App>,
    actor: Allowed<WriteMonths>,
    Json(input): Json<FirstMonthIn>,
) -> Reply<StatusCode> {
    ops::open_month(&app, &actor, input.month).await?;
    Ok(StatusCode::NO_CONTENT)
}
