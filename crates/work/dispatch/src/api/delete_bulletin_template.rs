//! `DELETE /bulletin-templates/{id}`: taking a template of the office's own out of the list.

use crate::model::TemplateId;
use crate::ops;
use crate::permits::WriteBulletins;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Permit, Reply};

/// Takes a template out of the list; bulletins that began with it keep their own text.
#[utoipa::path(delete, path = "/bulletin-templates/{id}", tag = "bulletins",
    params(("id" = String, Path)), responses((status = 204)),
    security(("session" = [WriteBulletins::PERMISSION.0])))]
pub(crate) async fn delete_bulletin_template(
    State(app): State<App>,
    actor: Allowed<WriteBulletins>,
    FromPath(id): FromPath<TemplateId>,
) -> Reply<StatusCode> {
    ops::delete_bulletin_template(&app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
