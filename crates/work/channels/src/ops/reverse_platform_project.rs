//! Taking a project back from its platform.

use super::book_platform_projects::take_back_platform_projects;
use crate::model::{PlatformProjectId, PlatformProjectRefusal, PlatformRefusal};
use crate::permits::WritePlatforms;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes a project back from its platform: the fact is reversed in the open month, and the
/// project may be another platform's.
///
/// # Errors
/// [`PlatformProjectRefusal::Unknown`], [`PlatformRefusal::NoReason`]; no month is open.
pub async fn reverse_platform_project(
    app: &App,
    actor: &Allowed<WritePlatforms>,
    id: PlatformProjectId,
    reason: &str,
) -> Outcome<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(PlatformRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let found = store::platform_projects_by_ids(&tx, &[id.key()]).await?;
    let entry = found.into_iter().map(|row| row.entry);
    let mut entry = entry.filter(|entry| actor.scope.covers(entry.unit));
    let entry = entry.next().ok_or(PlatformProjectRefusal::Unknown)?;
    take_back_platform_projects(&tx, &setting, actor, &[entry], reason).await?;
    tx.commit().await?;
    Ok(())
}
