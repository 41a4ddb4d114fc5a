//! `GET /bulletin-templates`: the templates that ship with the product.

use crate::model::{Template, templates};
use crate::permits::ReadBulletins;
use http_base::{Allowed, Json, Permit, Reply};
use serde::Serialize;

/// The templates.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TemplatesOut {
    /// The templates.
    items: Vec<TemplateOut>,
}

/// A template.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TemplateOut {
    /// Its code.
    code: String,
    /// Its name.
    name: ledger::Text,
    /// Its Markdown.
    body: String,
}

impl From<&Template> for TemplateOut {
    fn from(template: &Template) -> Self {
        Self {
            code: template.code.to_owned(),
            name: ledger::Text {
                zh: template.name_zh.to_owned(),
                en: template.name_en.to_owned(),
            },
            body: template.body.to_owned(),
        }
    }
}

/// The templates that a bulletin can begin with.
#[utoipa::path(get, path = "/bulletin-templates", tag = "bulletins",
    responses((status = 200, body = TemplatesOut)),
    security(("session" = [ReadBulletins::PERMISSION.0])))]
pub(crate) async fn list_bulletin_templates(
    _actor: Allowed<ReadBulletins>,
) -> Reply<Json<TemplatesOut>> {
    Ok(Json(TemplatesOut {
        items: templates().iter().map(TemplateOut::from).collect(),
    }))
}
