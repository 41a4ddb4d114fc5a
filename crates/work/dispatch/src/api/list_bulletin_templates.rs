//! `GET /bulletin-templates`: what a bulletin can begin with.

use super::template_out::TemplateOut;
use crate::model::templates;
use crate::ops;
use crate::permits::ReadBulletins;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Serialize;

/// The templates.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TemplatesOut {
    /// Those that ship with the product, then the office's own by name.
    items: Vec<TemplateOut>,
}

/// The templates that a bulletin can begin with.
#[utoipa::path(get, path = "/bulletin-templates", tag = "bulletins",
    responses((status = 200, body = TemplatesOut)),
    security(("session" = [ReadBulletins::PERMISSION.0])))]
pub(crate) async fn list_bulletin_templates(
    State(app): State<App>,
    actor: Allowed<ReadBulletins>,
) -> Reply<Json<TemplatesOut>> {
    let own = ops::own_templates(&app, &actor).await?;
    let shipped = templates().iter().map(TemplateOut::from);
    let items = shipped.chain(own.into_iter().map(TemplateOut::from));
    Ok(Json(TemplatesOut {
        items: items.collect(),
    }))
}
