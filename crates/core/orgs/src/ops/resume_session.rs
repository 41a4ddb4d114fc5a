//! From a token to the actor behind a request.

use super::create_session::token_hash;
use crate::model::{Account, Role, TOUCH_MINUTES, is_alive};
use crate::store::{sessions, units};
use chrono::Duration;
use http_base::{App, Caller};
use kernel::{Actor, Outcome, Scope};
use std::sync::Arc;

kernel::refusals! {
    /// Why a signed-in account may do nothing but look after its session.
    pub enum HeldRefusal {
        /// Its password is a one-time one.
        PasswordChangeRequired = (Forbidden, "orgs.password_change_required"),
    }
}

/// A session under way, as the request that belongs to it carries it.
#[derive(Debug, Clone)]
pub struct CurrentSession {
    /// The account as it stands now.
    pub account: Account,
    /// What the account may do, and where.
    pub actor: Arc<Actor>,
    pub(crate) token_hash: String,
}

impl CurrentSession {
    /// How the permission extractors see it.
    pub fn caller(&self) -> Caller {
        Caller {
            actor: self.actor.clone(),
            held: self
                .account
                .must_change_password
                .then(|| HeldRefusal::PasswordChangeRequired.into()),
        }
    }
}

/// The session that `token` belongs to, if it is still one and its account may sign in.
pub async fn resume_session(app: &App, token: &str) -> Outcome<Option<CurrentSession>> {
    let hash = token_hash(token);
    let Some(row) = sessions::find(app.database.reader(), &hash).await? else {
        return Ok(None);
    };
    let now = app.now();
    if row.account.disabled || !is_alive(row.began_at, row.seen_at, now) {
        return Ok(None);
    }
    if now.utc() - row.seen_at.utc() >= Duration::minutes(TOUCH_MINUTES) {
        // Beside the request: a reader does not wait for whoever is writing.
        let (app, hash) = (app.clone(), hash.clone());
        tokio::spawn(async move {
            let touched = sessions::touch(app.database.reader(), &hash, now).await;
            if let Err(error) = touched {
                tracing::warn!(%error, "a session's last use was not noted");
            }
        });
    }
    current_session(app, row.account, hash).await.map(Some)
}

/// The session of `account`, with its permissions and scope worked out anew.
pub(super) async fn current_session(
    app: &App,
    account: Account,
    token_hash: String,
) -> Outcome<CurrentSession> {
    let scope = match (account.role, account.unit) {
        // A district without a unit cannot be stored; it would see nothing.
        (Role::Administrator, _) | (Role::District, None) => Scope::Nothing,
        (Role::Bureau, _) | (Role::Reader, None) => Scope::Everything,
        (Role::District | Role::Reader, Some(unit)) => {
            let tree = units::tree(app.database.reader()).await?;
            Scope::Units(tree.subtree(unit))
        }
    };
    let actor = Actor {
        account: account.id.key(),
        name: account.name.clone(),
        permissions: account.role.permissions().collect(),
        scope,
    };
    Ok(CurrentSession {
        account,
        actor: Arc::new(actor),
        token_hash,
    })
}
