//! Registering a platform.

use super::book::book;
use crate::model::{
    NewPlatform, Platform, PlatformRefusal, check_platform, founding_entry, fresh_platform,
};
use crate::permits::WritePlatforms;
use crate::store::{self, PlatformKey};
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome, Scope};

/// Registers a platform and records `platform.founded`.
///
/// # Errors
/// `request.invalid` with every wrong field; [`PlatformRefusal`]; a day in the future; no
/// month is open.
pub async fn create_platform(
    app: &App,
    actor: &Allowed<WritePlatforms>,
    new: NewPlatform,
) -> Outcome<Platform> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut wrong = Fields::default();
    let draft = check_platform(&mut wrong, &setting.tree, &new);
    wrong.done()?;
    let draft = draft.expect("nothing was found wrong");
    if !actor.scope.covers(draft.unit) {
        return Err(PlatformRefusal::ForeignUnit { unit: new.unit }.into());
    }
    let key = PlatformKey::Codes(vec![draft.code.clone()]);
    let found = store::load_platforms(&tx, &Scope::Everything, &key).await?;
    if !found.is_empty() {
        return Err(PlatformRefusal::CodeTaken { code: draft.code }.into());
    }
    let opening = setting.days.judge(draft.founded_on)?;
    let platform = fresh_platform(draft, &app.ids, setting.at);
    store::insert_platforms(&tx, std::slice::from_ref(&platform)).await?;
    let booking = founding_entry(&platform, setting.credits(&[platform.unit]), opening);
    book(&tx, &setting, actor, vec![booking]).await?;
    tx.commit().await?;
    Ok(platform)
}
