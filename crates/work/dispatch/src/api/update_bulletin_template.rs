//! `PATCH /bulletin-templates/{id}`: writing a template of the office's own anew.

use super::template_out::TemplateOut;
use crate::model::TemplateId;
use crate::ops::{self, TemplateChange};
use crate::permits::WriteBulletins;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplatePatch {
    /// Its name.
    name: Option<String>,
    /// Its Markdown; every figure that it calls must exist.
    body: Option<String>,
    /// Whether it is a document with a red head.
    red_head: Option<bool>,
}

/// Writes a template of the office's own anew.
#[utoipa::path(patch, path = "/bulletin-templates/{id}", tag = "bulletins",
    params(("id" = String, Path)), request_body = TemplatePatch,
    responses((status = 200, body = TemplateOut)),
    security(("session" = [WriteBulletins::PERMISSION.0])))]
pub(crate) async fn update_bulletin_template(
    State(app): State<App>,
    actor: Allowed<WriteBulletins>,
    FromPath(id): FromPath<TemplateId>,
    Json(patch): Json<TemplatePatch>,
) -> Reply<Json<TemplateOut>> {
    let change = TemplateChange {
        name: patch.name,
        body: patch.body,
        red_head: patch.red_head,
    };
    let template = ops::update_bulletin_template(&app, &actor, id, change).await?;
    Ok(Json(template.into()))
}
