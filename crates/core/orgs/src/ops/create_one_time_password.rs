//! Letting somebody in again who has forgotten the password.

use super::AccountRefusal;
use super::hashing;
use crate::model::{Account, AccountId, Login, OneTimePassword};
use crate::permits::WriteAccounts;
use crate::store::{accounts, audit, sessions};
use http_base::{Allowed, App};
use kernel::Outcome;
use serde_json::json;

/// Gives the account a new one-time password, ends its sessions and lifts its lock.
pub async fn create_one_time_password(
    app: &App,
    actor: &Allowed<WriteAccounts>,
    id: AccountId,
) -> Outcome<(Account, OneTimePassword)> {
    let password = OneTimePassword::fresh()?;
    let hash = hashing::hash(password.reveal().to_owned()).await?;
    let tx = app.database.begin_write().await?;
    let Some(account) = accounts::find(&tx, id).await? else {
        return Err(AccountRefusal::NotFound.into());
    };
    if account.id.key() == actor.account {
        return Err(AccountRefusal::OwnAccount.into());
    }
    accounts::set_password(&tx, id, &hash, true).await?;
    sessions::delete_others(&tx, id, "").await?;
    if let Some(login) = Login::parse(&account.login) {
        sessions::forget_attempts(&tx, &login).await?;
    }
    audit::note(&tx, app, actor, "password.reset", &account.login, json!({})).await?;
    tx.commit().await?;
    let account = Account {
        must_change_password: true,
        ..account
    };
    Ok((account, password))
}
