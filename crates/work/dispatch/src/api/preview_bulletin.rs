//! `POST /bulletins/preview`: a bulletin before it is issued.

use super::bulletin_out::{PlacedFigureOut, TextBody};
use crate::ops::{self, TextIn};
use crate::permits::WriteBulletins;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Serialize;

/// A bulletin as it would be.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PreviewOut {
    /// The title.
    title: String,
    /// The text as an HTML fragment with clickable figures.
    html: String,
    /// Its figures, in reading order.
    figures: Vec<PlacedFigureOut>,
    /// Numbers typed into the text: a figure is never typed.
    typed_numbers: Vec<TypedNumberOut>,
}

/// A number that somebody typed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TypedNumberOut {
    /// The line, from 1.
    line: usize,
    /// The number.
    text: String,
}

impl From<TextBody> for TextIn {
    fn from(body: TextBody) -> Self {
        Self {
            template: body.template,
            body: body.body,
            month: body.month,
            campaign: body.campaign,
        }
    }
}

/// Composes a bulletin with the figures as they stand.
#[utoipa::path(post, path = "/bulletins/preview", tag = "bulletins",
    responses((status = 200, body = PreviewOut)),
    security(("session" = [WriteBulletins::PERMISSION.0])))]
pub(crate) async fn preview_bulletin(
    State(app): State<App>,
    actor: Allowed<WriteBulletins>,
    Json(body): Json<TextBody>,
) -> Reply<Json<PreviewOut>> {
    let preview = ops::preview_bulletin(&app, &actor, body.into()).await?;
    let typed = preview.typed.into_iter().map(|typed| TypedNumberOut {
        line: typed.line,
        text: typed.text,
    });
    Ok(Json(PreviewOut {
        title: preview.title,
        html: preview.html,
        figures: preview.figures.iter().map(PlacedFigureOut::from).collect(),
        typed_numbers: typed.collect(),
    }))
}
