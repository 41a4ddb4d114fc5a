//! A template as the API gives it.

use crate::model::{OwnTemplate, Template};
use kernel::Instant;
use serde::Serialize;

/// A template.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TemplateOut {
    /// Its code; of one of the office's own, its id.
    code: String,
    /// Its name.
    name: ledger::Text,
    /// Its Markdown.
    body: String,
    /// Whether it is a document with a red head (通报).
    red_head: bool,
    /// Whether the office wrote it, and may change it.
    own: bool,
    /// When it was last written; null of those that ship with the product.
    #[schema(value_type = Option<String>)]
    updated_at: Option<Instant>,
    /// Who wrote it last.
    updated_by: Option<String>,
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
            red_head: template.red_head,
            own: false,
            updated_at: None,
            updated_by: None,
        }
    }
}

impl From<OwnTemplate> for TemplateOut {
    fn from(template: OwnTemplate) -> Self {
        Self {
            code: template.id.to_string(),
            name: ledger::Text {
                zh: template.name.clone(),
                en: template.name,
            },
            body: template.body,
            red_head: template.red_head,
            own: true,
            updated_at: Some(template.updated_at),
            updated_by: Some(template.updated_by),
        }
    }
}
