//! Recording an activity.

use super::ActivityRefusal;
use super::book_activities::book_activities;
use super::known_campaign::known_campaign;
use crate::model::{Activity, NewActivity, check_activity};
use crate::permits::WriteActivities;
use crate::store::{self, ActivityKey};
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome, Scope};

/// Records an activity: a fact of the open month, credited to its organisers together.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ActivityRefusal`]; a day in the future;
/// what the journal refuses.
pub async fn create_activity(
    app: &App,
    actor: &Allowed<WriteActivities>,
    new: NewActivity,
) -> Outcome<Activity> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut wrong = Fields::default();
    let record = check_activity(&mut wrong, &setting.tree, &new);
    let campaign = record
        .as_ref()
        .and_then(|record| record.campaign.as_deref());
    let refusal = "activities.campaign_unknown";
    let campaigns = known_campaign(&tx, &mut wrong, campaign, refusal).await?;
    wrong.done()?;
    let record = record.expect("nothing was found wrong");
    let foreign = record
        .organisers
        .iter()
        .find(|&&unit| !actor.scope.covers(unit));
    if let Some(unit) = foreign.and_then(|&unit| setting.tree.by_key(unit)) {
        let unit = unit.name.clone();
        return Err(ActivityRefusal::ForeignUnit { unit }.into());
    }
    let key = ActivityKey::Codes(vec![record.code.clone()]);
    let taken = store::load_activities(&tx, &Scope::Everything, &key).await?;
    if !taken.is_empty() {
        return Err(ActivityRefusal::CodeTaken { code: record.code }.into());
    }
    let opening = setting.days.judge(record.begins_on)?;
    let bookings = vec![(record, opening)];
    let booked = book_activities(&tx, &setting, &app.ids, actor, &campaigns, bookings).await?;
    tx.commit().await?;
    Ok(booked.into_iter().next().expect("one for one"))
}
