//! `GET /bulletins/{id}/document.docx`: the GB/T 9704 Word file.

use crate::model::BulletinId;
use crate::ops;
use crate::permits::ReadBulletins;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use http_base::{Allowed, App, FromPath, Permit, Reply};

/// The type of a Word file.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The Word file of an issued bulletin; the same bytes each time.
#[utoipa::path(get, path = "/bulletins/{id}/document.docx", tag = "bulletins",
    params(("id" = String, Path, description = "The bulletin's id")),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", body = Vec<u8>)),
    security(("session" = [ReadBulletins::PERMISSION.0])))]
pub(crate) async fn get_bulletin_document(
    State(app): State<App>,
    actor: Allowed<ReadBulletins>,
    FromPath(id): FromPath<BulletinId>,
) -> Reply<impl IntoResponse> {
    let bulletin = ops::get_bulletin(&app, &actor, id).await?;
    let file = documents::word::file(&bulletin.document()?, &bulletin.meta);
    let name = format!("attachment; filename=\"bulletin-{}.docx\"", bulletin.month);
    Ok((
        [
            (header::CONTENT_TYPE, WORD.to_owned()),
            (header::CONTENT_DISPOSITION, name),
        ],
        file,
    ))
}
