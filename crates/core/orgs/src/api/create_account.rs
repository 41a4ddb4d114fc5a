//! `POST /accounts`: making an account.

use super::account_out::{AccountOut, AccountWithPasswordOut};
use crate::model::Role;
use crate::ops;
use crate::permits::WriteAccounts;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Deserialize;

/// An account to be made.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountIn {
    /// What will be typed to sign in: 2 to 32 of `a-z 0-9 . _ -`.
    login: String,
    /// How others see it.
    name: String,
    /// What it is for.
    role: Role,
    /// The unit it works for: needed for a district, possible for a reader.
    unit_code: Option<String>,
}

/// Makes an account with a one-time password, which is shown this once.
#[utoipa::path(post, path = "/accounts", tag = "accounts",
    responses((status = 201, body = AccountWithPasswordOut)),
    security(("session" = [WriteAccounts::PERMISSION.0])))]
pub(crate) async fn create_account(
    State(app): State<App>,
    actor: Allowed<WriteAccounts>,
    Json(input): Json<AccountIn>,
) -> Reply<(StatusCode, Json<AccountWithPasswordOut>)> {
    let (account, password) = ops::create_account(&app, &actor, input.into()).await?;
    let tree = ops::load_units(app.database.reader()).await?;
    let out = AccountOut::of(account, &tree).with(&password);
    Ok((StatusCode::CREATED, Json(out)))
}

impl From<AccountIn> for ops::NewAccount {
    fn from(input: AccountIn) -> Self {
        Self {
            login: input.login,
            name: input.name,
            role: input.role,
            unit_code: input.unit_code,
        }
    }
}
