//! Signing out.

use super::CurrentSession;
use crate::store::{audit, sessions};
use http_base::App;
use kernel::Outcome;
use serde_json::json;

/// Ends this session; the account's others go on.
pub async fn delete_session(app: &App, session: &CurrentSession) -> Outcome<()> {
    let login = &session.account.login;
    let tx = app.database.begin_write().await?;
    sessions::delete(&tx, &session.token_hash).await?;
    audit::note(&tx, app, &session.actor, "session.ended", login, json!({})).await?;
    tx.commit().await?;
    Ok(())
}
