//! `POST /bulletin-templates`: keeping a template of the office's own.

use super::template_out::TemplateOut;
use crate::ops::{self, TemplateDraft};
use crate::permits::WriteBulletins;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Deserialize;

/// A template that is to be kept.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplateIn {
    /// Its name.
    name: String,
    /// Its Markdown; every figure that it calls must exist.
    body: String,
    /// Whether it is a document with a red head; true when absent.
    red_head: Option<bool>,
}

/// Keeps a template of the office's own, once it can be composed.
#[utoipa::path(post, path = "/bulletin-templates", tag = "bulletins", request_body = TemplateIn,
    responses((status = 201, body = TemplateOut)),
    security(("session" = [WriteBulletins::PERMISSION.0])))]
pub(crate) async fn create_bulletin_template(
    State(app): State<App>,
    actor: Allowed<WriteBulletins>,
    Json(input): Json<TemplateIn>,
) -> Reply<(StatusCode, Json<TemplateOut>)> {
    let draft = TemplateDraft {
        name: input.name,
        body: input.body,
        red_head: input.red_head.unwrap_or(true),
    };
    let template = ops::create_bulletin_template(&app, &actor, draft).await?;
    Ok((StatusCode::CREATED, Json(template.into())))
}
