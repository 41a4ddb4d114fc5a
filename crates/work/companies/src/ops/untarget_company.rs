//! Giving a target up.

use super::book_targets::{Booking, JudgedDay, book_targets};
use super::target_in::target_in;
use crate::model::{Target, TargetId, TargetRefusal, judge_untargeting};
use crate::permits::WriteTargets;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes a company off the list of targets on `day`: a fact of the open month.
///
/// # Errors
/// A day in the future; a [`TargetRefusal`].
pub async fn untarget_company(
    app: &App,
    actor: &Allowed<WriteTargets>,
    id: TargetId,
    day: NaiveDate,
) -> Outcome<Target> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let target = target_in(&tx, id).await?;
    if let Some(end) = target.untargeting {
        let untargeted_on = end.on;
        return Err(TargetRefusal::NotStanding { untargeted_on }.into());
    }
    let opening = judge_untargeting(target.targeted_on, day, setting.days)?;
    let target = Target {
        revision: target.revision + 1,
        updated_at: setting.at,
        ..target
    };
    let end = Some(JudgedDay { on: day, opening });
    let booking = vec![Booking::Change { target, end }];
    let written = book_targets(&tx, &setting, actor, booking).await?;
    tx.commit().await?;
    Ok(written.into_iter().next().expect("one target was written"))
}
