//! `GET /find`: anything by its name, pinyin, initials or code.

use crate::finders::{Finders, FoundOfKind};
use crate::permits::Find;
use axum::extract::State;
use http_base::{Allowed, App, Json, Part, Permit, Query, Reply};
use serde::{Deserialize, Serialize};

/// What is looked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct FindQuery {
    /// Part of a name, its pinyin, its initials, or a code.
    words: String,
    /// How many of each kind at most, 1 to 50; 8 when absent.
    limit: Option<usize>,
}

/// What was found, by kind.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FoundOut {
    /// The kinds of which something was found.
    kinds: Vec<FoundKindOut>,
}

/// What was found of one kind, best first.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FoundKindOut {
    /// The kind: `project`, `company` and so on.
    kind: String,
    /// The records.
    items: Vec<NamedOut>,
}

/// A record that was found.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct NamedOut {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
    /// The code that people know it by.
    code: Option<String>,
    /// What stands beside its name.
    note: String,
}

impl From<FoundOfKind> for FoundKindOut {
    fn from(found: FoundOfKind) -> Self {
        let items = found.named.into_iter().map(|named| NamedOut {
            id: named.id,
            name: named.name,
            code: named.code,
            note: named.note,
        });
        Self {
            kind: found.kind.to_owned(),
            items: items.collect(),
        }
    }
}

/// Finds anything that the caller may read.
#[utoipa::path(get, path = "/find", tag = "desk", params(FindQuery),
    responses((status = 200, body = FoundOut)),
    security(("session" = [Find::PERMISSION.0])))]
pub(crate) async fn find_anything(
    State(app): State<App>,
    actor: Allowed<Find>,
    finders: Part<Finders>,
    Query(query): Query<FindQuery>,
) -> Reply<Json<FoundOut>> {
    let limit = query.limit.unwrap_or(8).clamp(1, 50);
    let found = finders.find(&app, &actor, &query.words, limit).await?;
    let kinds = found.into_iter().map(FoundKindOut::from).collect();
    Ok(Json(FoundOut { kinds }))
}
