//! Choosing a password of one's own.

use super::CurrentSession;
use super::create_session::begin_attempt;
use super::hashing;
use crate::model::{Login, check_chosen};
use crate::store::{accounts, audit, sessions};
use http_base::App;
use kernel::{Fault, Fields, Outcome};
use serde_json::json;

/// Replaces the password of the session's account and ends its other sessions. The old
/// password is guarded like the door: five wrong ones lock the login.
pub async fn change_password(
    app: &App,
    session: &CurrentSession,
    old: String,
    new: String,
) -> Outcome<()> {
    let account = &session.account;
    let login = Login::parse(&account.login)
        .ok_or_else(|| Fault::broken(format!("{} is no login", account.login)))?;
    let mut wrong = Fields::default();
    if let Err(fault) = check_chosen(login.as_str(), &old, &new) {
        let (code, params) = fault.code();
        wrong.refuse("new_password", code, params);
    }
    begin_attempt(app, &login).await?;
    let hash = accounts::password_hash(app.database.reader(), account.id).await?;
    let hash = hash.ok_or_else(|| Fault::broken("the session's account is gone"))?;
    let is_right = hashing::verify(old, hash).await?;
    if !is_right {
        wrong.refuse("old_password", "orgs.password_wrong", json!({}));
    }
    let wrong = wrong.done();
    if !is_right {
        return Ok(wrong?);
    }
    let new_hash = match &wrong {
        Ok(()) => Some(hashing::hash(new).await?),
        Err(_) => None,
    };
    let tx = app.database.begin_write().await?;
    sessions::forget_attempts(&tx, &login).await?;
    if let Some(hash) = new_hash {
        accounts::set_password(&tx, account.id, &hash, false).await?;
        sessions::delete_others(&tx, account.id, &session.token_hash).await?;
        let actor = &session.actor;
        audit::note(
            &tx,
            app,
            actor,
            "password.changed",
            login.as_str(),
            json!({}),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(wrong?)
}
