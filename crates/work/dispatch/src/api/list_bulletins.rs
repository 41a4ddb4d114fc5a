//! `GET /bulletins`: issued bulletins, newest first.

use super::bulletin_out::BulletinSummary;
use crate::ops;
use crate::permits::ReadBulletins;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::{Page, PageQuery};

/// A page of issued bulletins, newest first.
#[utoipa::path(get, path = "/bulletins", tag = "bulletins", params(PageQuery),
    responses((status = 200, body = Page<BulletinSummary>)),
    security(("session" = [ReadBulletins::PERMISSION.0])))]
pub(crate) async fn list_bulletins(
    State(app): State<App>,
    actor: Allowed<ReadBulletins>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<BulletinSummary>>> {
    Ok(Json(
        ops::list_bulletins(&app, &actor, &page)
            .await?
            .map(BulletinSummary::from),
    ))
}
