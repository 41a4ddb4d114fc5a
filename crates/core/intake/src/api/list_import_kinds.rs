//! `GET /import-kinds`: what can be imported.

use crate::importers::Importers;
use crate::kind::{FieldSpec, FieldType, KindSpec, Text};
use crate::permits::ReadImports;
use http_base::{Allowed, Json, Part, Permit};
use serde::Serialize;

/// What can be imported.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ImportKindsOut {
    items: Vec<ImportKindOut>,
}

/// A kind of row.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ImportKindOut {
    /// Its word.
    kind: &'static str,
    /// Its name.
    name: Text,
    /// The fields that decide sameness.
    key: Vec<&'static str>,
    /// Whether only the city may import it.
    city_only: bool,
    /// Its fields.
    fields: Vec<ImportFieldOut>,
}

/// A field of a kind.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ImportFieldOut {
    /// Its name in JSON.
    field: &'static str,
    /// The header of its column in the template.
    name: Text,
    /// Whether a row without it is refused.
    required: bool,
    /// What its cells hold: `text`, `code`, `date`, `money` …
    #[serde(rename = "type")]
    field_type: &'static str,
    /// What a cell may hold, in Chinese; null where it is free.
    #[schema(required)]
    choices: Option<Vec<&'static str>>,
}

impl From<&'static KindSpec> for ImportKindOut {
    fn from(spec: &'static KindSpec) -> Self {
        Self {
            kind: spec.kind,
            name: spec.name,
            key: spec.key.to_vec(),
            city_only: spec.city_only,
            fields: spec.fields.iter().map(ImportFieldOut::from).collect(),
        }
    }
}

impl From<&'static FieldSpec> for ImportFieldOut {
    fn from(spec: &'static FieldSpec) -> Self {
        Self {
            field: spec.field,
            name: spec.header,
            required: spec.required,
            field_type: spec.field_type.word(),
            choices: match spec.field_type {
                FieldType::Choice(choices) => {
                    Some(choices.iter().map(|choice| choice.name.zh).collect())
                }
                _ => None,
            },
        }
    }
}

/// What can be imported, with the fields of each kind.
#[utoipa::path(get, path = "/import-kinds", tag = "imports",
    responses((status = 200, body = ImportKindsOut)),
    security(("session" = [ReadImports::PERMISSION.0])))]
pub(crate) async fn list_import_kinds(
    _: Allowed<ReadImports>,
    importers: Part<Importers>,
) -> Json<ImportKindsOut> {
    Json(ImportKindsOut {
        items: importers.kinds().map(ImportKindOut::from).collect(),
    })
}
