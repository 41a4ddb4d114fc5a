//! `GET /bulletins/{id}`: an issued bulletin with its text and errata.

use super::bulletin_out::{BulletinOut, BulletinSummary, PlacedFigureOut};
use crate::model::BulletinId;
use crate::ops;
use crate::permits::ReadBulletins;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};

/// An issued bulletin: its text as it was printed, and what has changed since.
#[utoipa::path(get, path = "/bulletins/{id}", tag = "bulletins",
    params(("id" = String, Path, description = "The bulletin's id")),
    responses((status = 200, body = BulletinOut)),
    security(("session" = [ReadBulletins::PERMISSION.0])))]
pub(crate) async fn get_bulletin(
    State(app): State<App>,
    actor: Allowed<ReadBulletins>,
    FromPath(id): FromPath<BulletinId>,
) -> Reply<Json<BulletinOut>> {
    let bulletin = ops::get_bulletin(&app, &actor, id).await?;
    let errata = ops::list_errata(&app, &actor, &bulletin).await?;
    let document = bulletin.document()?;
    Ok(Json(BulletinOut {
        summary: BulletinSummary::from(&bulletin),
        html: documents::html::fragment(&document, &bulletin.meta),
        figures: document.figures.iter().map(PlacedFigureOut::from).collect(),
        typed_numbers: ops::typed_in(&bulletin.body),
        body: bulletin.body,
        errata,
    }))
}
