//! `PATCH /accounts/{id}`: changing what an account is for, or closing it.

use super::account_out::AccountOut;
use crate::model::{Account, Role};
use crate::ops;
use crate::permits::WriteAccounts;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use kernel::Id;
use serde::Deserialize;

/// What is to change; what is absent stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountPatch {
    /// How others see it.
    name: Option<String>,
    /// What it is for.
    role: Option<Role>,
    /// The unit it works for.
    unit_code: Option<String>,
    /// Whether it may no longer sign in; closing it ends its sessions.
    disabled: Option<bool>,
}

/// Changes an account. One's own and the last administrator's keep their rights.
#[utoipa::path(patch, path = "/accounts/{id}", tag = "accounts",
    params(("id" = String, Path, description = "The account's id")),
    responses((status = 200, body = AccountOut)),
    security(("session" = [WriteAccounts::PERMISSION.0])))]
pub(crate) async fn update_account(
    State(app): State<App>,
    actor: Allowed<WriteAccounts>,
    FromPath(id): FromPath<Id<Account>>,
    Json(patch): Json<AccountPatch>,
) -> Reply<Json<AccountOut>> {
    let account = ops::update_account(&app, &actor, id, patch.into()).await?;
    let tree = ops::load_units(app.database.reader()).await?;
    Ok(Json(AccountOut::of(account, &tree)))
}

impl From<AccountPatch> for ops::AccountChange {
    fn from(patch: AccountPatch) -> Self {
        Self {
            name: patch.name,
            role: patch.role,
            unit_code: patch.unit_code,
            disabled: patch.disabled,
        }
    }
}
