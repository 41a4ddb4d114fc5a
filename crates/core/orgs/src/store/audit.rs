//! The audit log: who did what to accounts, sessions and units. Append-only.

use db::{ConnectionTrait, DbErr, execute};
use http_base::App;
use kernel::Actor;
use serde_json::Value;

/// Writes one line: `action` such as `account.created`, the subject's code or login, and
/// what changed, as a JSON object.
pub(crate) async fn note<C: ConnectionTrait>(
    connection: &C,
    app: &App,
    actor: &Actor,
    action: &str,
    subject: &str,
    detail: Value,
) -> Result<(), DbErr> {
    let account = (actor.account != 0).then_some(actor.account);
    execute(
        connection,
        "INSERT INTO audit_log (id, at, account_id, actor, action, subject, detail) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            app.ids.key().into(),
            app.now().to_string().into(),
            account.into(),
            actor.name.as_str().into(),
            action.into(),
            subject.into(),
            detail.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}
