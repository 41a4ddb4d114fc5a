//! Signing in.

use super::audited::at_the_door;
use super::hashing::{self, NOBODYS};
use super::resume_session::{CurrentSession, current_session};
use crate::model::{Account, Login};
use crate::store::{accounts, audit, sessions};
use db::execute;
use http_base::App;
use kernel::{Fault, Outcome};
use rand::TryRngCore;
use rand::rngs::OsRng;
use serde_json::json;
use sha2::{Digest, Sha256};

kernel::refusals! {
    /// Why somebody is not signed in.
    pub enum SignInRefusal {
        /// The login or the password is wrong; which, is not said.
        WrongCredentials = (Unauthenticated, "session.wrong_credentials"),
        /// Too many wrong passwords: none is tried until then.
        Locked { until: String } = (Busy, "session.locked"),
        /// The password is right, but the account may no longer sign in.
        Disabled = (Forbidden, "session.account_disabled"),
    }
}

/// A session that has just begun, with the token that only its owner is told.
#[derive(Debug)]
pub struct NewSession {
    /// The token, for the cookie; the database holds its hash alone.
    pub token: String,
    /// The session.
    pub session: CurrentSession,
}

/// The lock under which attempts are counted on `PostgreSQL`.
const ATTEMPTS_LOCK: i64 = 0x7a68_7369;

/// Begins a session for whoever knows the login and its password.
pub async fn create_session(app: &App, login: &str, password: String) -> Outcome<NewSession> {
    let Some(login) = Login::parse(login) else {
        return Err(SignInRefusal::WrongCredentials.into());
    };
    begin_attempt(app, &login).await?;
    let account = accounts::find_by_login(app.database.reader(), &login).await?;
    let hash = match &account {
        Some(account) => accounts::password_hash(app.database.reader(), account.id).await?,
        None => None,
    };
    let is_right = hashing::verify(password, hash.unwrap_or_else(|| NOBODYS.to_owned())).await?;
    let Some(account) = account.filter(|_| is_right) else {
        let tx = app.database.begin_write().await?;
        let door = at_the_door(login.as_str());
        audit::note(
            &tx,
            app,
            &door,
            "session.refused",
            login.as_str(),
            json!({}),
        )
        .await?;
        tx.commit().await?;
        return Err(SignInRefusal::WrongCredentials.into());
    };
    if account.disabled {
        return Err(SignInRefusal::Disabled.into());
    }
    open_session(app, &login, account).await
}

/// Counts an attempt before its password is looked at, or refuses to look.
pub(super) async fn begin_attempt(app: &App, login: &Login) -> Outcome<()> {
    let now = app.now();
    let tx = app.database.begin_write().await?;
    if let Some(lock) = app.database.engine().lock_in_transaction(ATTEMPTS_LOCK) {
        execute(&tx, &lock, []).await?;
    }
    let attempts = sessions::attempts(&tx, login).await?;
    let attempts = attempts.begin(now).map_err(|until| {
        Fault::from(SignInRefusal::Locked {
            until: until.to_string(),
        })
    })?;
    sessions::set_attempts(&tx, login, attempts, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Begins a session for `account` without asking for a password: the second half of
/// signing in, and how tests come in.
pub async fn open_session(app: &App, login: &Login, account: Account) -> Outcome<NewSession> {
    let mut secret = [0u8; 32];
    OsRng.try_fill_bytes(&mut secret)?;
    let token = hex::encode(secret);
    let session = current_session(app, account, token_hash(&token)).await?;
    let tx = app.database.begin_write().await?;
    sessions::sweep(&tx, app.now()).await?;
    sessions::forget_attempts(&tx, login).await?;
    sessions::insert(&tx, &session.token_hash, session.account.id, app.now()).await?;
    audit::note(
        &tx,
        app,
        &session.actor,
        "session.began",
        login.as_str(),
        json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(NewSession { token, session })
}

/// What the database holds of a token: whoever reads it there cannot sign in with it.
pub(super) fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}
