//! `POST /months/{month}/close`: closing the open month.

use crate::ops;
use crate::permits::WriteMonths;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use kernel::Month;
use serde::Serialize;

/// The head that was stored with the close.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct HeadOut {
    /// The journal's last fact.
    seq: i64,
    /// The first 12 digits of its hash.
    head: String,
    /// The month that is open now.
    #[schema(value_type = String)]
    open_month: Month,
}

/// Verifies the books, closes the month and opens the next.
#[utoipa::path(post, path = "/months/{month}/close", tag = "months",
    params(("month" = String, Path, description = "The open month, YYYY-MM")),
    responses((status = 200, body = HeadOut)),
    security(("session" = [WriteMonths::PERMISSION.0])))]
pub(crate) async fn close_month(
    State(app): State<App>,
    actor: Allowed<WriteMonths>,
    FromPath(month): FromPath<Month>,
) -> Reply<Json<HeadOut>> {
    let head = ops::close_month(&app, &actor, month).await?;
    Ok(Json(HeadOut {
        seq: head.seq,
        head: head.short(),
        open_month: month.next(),
    }))
}
