//! `GET /board`: the home page.

use crate::model::Board;
use crate::ops;
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::Month;
use serde::Deserialize;
use std::sync::Arc;

/// Which month.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct BoardQuery {
    /// The month, YYYY-MM; the last closed one when absent.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
}

/// Headline, cards, league table and trend of a month.
#[utoipa::path(get, path = "/board", tag = "figures", params(BoardQuery), responses((status = 200, body = Board)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn get_board(
    State(app): State<App>,
    actor: Allowed<ReadFigures>,
    Query(query): Query<BoardQuery>,
) -> Reply<Json<Arc<Board>>> {
    Ok(Json(ops::get_board(&app, &actor, query.month).await?))
}
