//! `GET /months`: the months of the books.

use super::month_out::MonthsOut;
use crate::ops;
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Reply};

/// The months of the books, newest first.
#[utoipa::path(get, path = "/months", tag = "months", responses((status = 200, body = MonthsOut)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn list_months(
    State(app): State<App>,
    actor: Allowed<ReadFigures>,
) -> Reply<Json<MonthsOut>> {
    Ok(Json(MonthsOut::from(
        &ops::list_months(&app, &actor).await?,
    )))
}
