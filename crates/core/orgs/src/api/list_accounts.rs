//! `GET /accounts`: who may sign in.

use super::account_out::AccountOut;
use crate::ops;
use crate::permits::ReadAccounts;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::{Page, PageQuery};

/// The accounts, by login.
#[utoipa::path(get, path = "/accounts", tag = "accounts", params(PageQuery),
    responses((status = 200, body = Page<AccountOut>)),
    security(("session" = [ReadAccounts::PERMISSION.0])))]
pub(crate) async fn list_accounts(
    State(app): State<App>,
    actor: Allowed<ReadAccounts>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<AccountOut>>> {
    let accounts = ops::list_accounts(&app, &actor, &page).await?;
    let tree = ops::load_units(app.database.reader()).await?;
    Ok(Json(accounts.map(|account| AccountOut::of(account, &tree))))
}
