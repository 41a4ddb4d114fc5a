//! Closing a platform.

use super::book::book;
use super::get_platform::platform_in;
use crate::model::{Platform, PlatformId, judge_platform_closing, platform_closing_entry};
use crate::permits::WritePlatforms;
use crate::store;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Closes a platform and records `platform.closed`. What it brought stays its.
///
/// # Errors
/// [`PlatformRefusal`](crate::PlatformRefusal); a day in the future; no month is open.
pub async fn close_platform(
    app: &App,
    actor: &Allowed<WritePlatforms>,
    id: PlatformId,
    closed_on: NaiveDate,
) -> Outcome<Platform> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let platform = platform_in(&tx, &actor.scope, id).await?;
    let opening = judge_platform_closing(&platform, closed_on, setting.days)?;
    let credits = setting.credits(&[platform.unit]);
    let booking = platform_closing_entry(&platform, closed_on, credits, opening);
    book(&tx, &setting, actor, vec![booking]).await?;
    let after = Platform {
        closed_on: Some(closed_on),
        ..platform
    };
    let after = after.written(setting.at);
    store::rewrite_platform(&tx, &after).await?;
    tx.commit().await?;
    Ok(after)
}
