//! Taking back what was recognised of a platform.

use super::book::{standing, take_back};
use super::get_platform::platform_in;
use crate::model::{Owner, Platform, PlatformId, PlatformRefusal, Step};
use crate::permits::WritePlatforms;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes a platform's closing back, so that it is open again; or, with `closing_only` false,
/// everything that was recognised of it, so that it leaves the register as if it had never
/// been founded and its code is free. The projects that it brought are taken back before.
///
/// # Errors
/// [`PlatformRefusal::Unknown`], [`PlatformRefusal::NoReason`],
/// [`PlatformRefusal::NotClosed`], [`PlatformRefusal::HasProjects`]; no month is open.
pub async fn reverse_platform(
    app: &App,
    actor: &Allowed<WritePlatforms>,
    id: PlatformId,
    closing_only: bool,
    reason: &str,
) -> Outcome<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(PlatformRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let platform = platform_in(&tx, &actor.scope, id).await?;
    if closing_only && platform.closed_on.is_none() {
        return Err(PlatformRefusal::NotClosed.into());
    }
    if !closing_only && platform.projects > 0 {
        let projects = platform.projects;
        return Err(PlatformRefusal::HasProjects { projects }.into());
    }
    let step = closing_only.then_some(Step::Closed);
    let steps = standing(&tx, Owner::Platform, id.key(), step).await?;
    take_back(&tx, &setting, actor, Owner::Platform, &steps, reason).await?;
    if closing_only {
        let after = Platform {
            closed_on: None,
            ..platform
        };
        store::rewrite_platform(&tx, &after.written(setting.at)).await?;
    } else {
        store::remove_platform(&tx, id.key(), setting.at).await?;
    }
    tx.commit().await?;
    Ok(())
}
