//! `POST /accounts/{id}/one-time-password`: letting somebody in again.

use super::account_out::{AccountOut, AccountWithPasswordOut};
use crate::model::Account;
use crate::ops;
use crate::permits::WriteAccounts;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use kernel::Id;

/// Replaces a forgotten password by a one-time one, which is shown this once; ends the
/// account's sessions and lifts its lock.
#[utoipa::path(post, path = "/accounts/{id}/one-time-password", tag = "accounts",
    params(("id" = String, Path, description = "The account's id")),
    responses((status = 200, body = AccountWithPasswordOut)),
    security(("session" = [WriteAccounts::PERMISSION.0])))]
pub(crate) async fn create_one_time_password(
    State(app): State<App>,
    actor: Allowed<WriteAccounts>,
    FromPath(id): FromPath<Id<Account>>,
) -> Reply<Json<AccountWithPasswordOut>> {
    let (account, password) = ops::create_one_time_password(&app, &actor, id).await?;
    let tree = ops::load_units(app.database.reader()).await?;
    Ok(Json(AccountOut::of(account, &tree).with(&password)))
}
