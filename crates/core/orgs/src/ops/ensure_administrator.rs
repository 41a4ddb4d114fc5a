//! The first start: somebody must be able to make the other accounts.

use super::{NewAccount, create_account};
use crate::model::{OneTimePassword, Role};
use crate::permits::WriteAccounts;
use crate::store::accounts;
use http_base::{Allowed, App, Permit};
use kernel::{Actor, Fault, Outcome};
use std::sync::Arc;

/// The account that the first start makes.
#[derive(Debug)]
pub struct FirstAdministrator {
    /// Its login.
    pub login: String,
    /// Its one-time password, to be printed once.
    pub password: OneTimePassword,
}

/// Makes the administrator `admin` with a one-time password if there is no account at
/// all. There is no default password anywhere.
pub async fn ensure_administrator(app: &App) -> Outcome<Option<FirstAdministrator>> {
    if !accounts::none_yet(app.database.reader()).await? {
        return Ok(None);
    }
    let operator = Arc::new(Actor::operator([WriteAccounts::PERMISSION]));
    let actor = Allowed::<WriteAccounts>::check(operator)?;
    let new = NewAccount {
        login: "admin".to_owned(),
        name: "admin".to_owned(),
        role: Role::Administrator,
        unit_code: None,
    };
    match create_account(app, &actor, new).await {
        Ok((account, password)) => Ok(Some(FirstAdministrator {
            login: account.login,
            password,
        })),
        // Another server started at the same moment and was first.
        Err(Fault::Refused(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}
