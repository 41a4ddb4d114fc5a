//! `GET /imports`: the history.

use super::batch_out::BatchOut;
use crate::ops;
use crate::permits::ReadImports;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::{Page, PageQuery};

/// The imports of the caller's units, newest first, without their tables.
#[utoipa::path(get, path = "/imports", tag = "imports", params(PageQuery),
    responses((status = 200, body = Page<BatchOut>)),
    security(("session" = [ReadImports::PERMISSION.0])))]
pub(crate) async fn list_imports(
    State(app): State<App>,
    actor: Allowed<ReadImports>,
    Query(query): Query<PageQuery>,
) -> Reply<Json<Page<BatchOut>>> {
    let page = ops::list_batches(&app, &actor, &query).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for batch in page.items {
        items.push(BatchOut::in_list(&app, batch).await?);
    }
    Ok(Json(Page {
        items,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    }))
}
