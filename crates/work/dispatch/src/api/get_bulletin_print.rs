//! `GET /bulletins/{id}/print.html`: the page to print.

use crate::model::BulletinId;
use crate::ops;
use crate::permits::ReadBulletins;
use axum::extract::State;
use axum::response::Html;
use http_base::{Allowed, App, FromPath, Permit, Reply};

/// The page to print of an issued bulletin; the same bytes each time.
#[utoipa::path(get, path = "/bulletins/{id}/print.html", tag = "bulletins",
    params(("id" = String, Path, description = "The bulletin's id")),
    responses((status = 200, content_type = "text/html", body = String)),
    security(("session" = [ReadBulletins::PERMISSION.0])))]
pub(crate) async fn get_bulletin_print(
    State(app): State<App>,
    actor: Allowed<ReadBulletins>,
    FromPath(id): FromPath<BulletinId>,
) -> Reply<Html<String>> {
    let bulletin = ops::get_bulletin(&app, &actor, id).await?;
    Ok(Html(documents::print::page(
        &bulletin.document()?,
        &bulletin.meta,
    )))
}
