//! Taking back what was recorded of a target.

use super::book_targets::take_back;
use super::create_company::lock;
use super::target_in::target_in;
use crate::model::{CompanyId, Target, TargetId, TargetRefusal};
use crate::permits::WriteTargets;
use crate::store::{self, TargetKey};
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes back what was recorded last of a target, in the open month: that the company was
/// given up, else that it was chosen. Answers its company.
///
/// # Errors
/// [`TargetRefusal::Unknown`], [`TargetRefusal::NoReason`];
/// [`TargetRefusal::AlreadyTargeted`] where the company was chosen again since.
pub async fn reverse_target(
    app: &App,
    actor: &Allowed<WriteTargets>,
    id: TargetId,
    reason: &str,
) -> Outcome<CompanyId> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(TargetRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    lock(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let target = target_in(&tx, id).await?;
    refuse_chosen_again(&tx, &target).await?;
    let company = target.company;
    take_back(&tx, &setting, actor, target, reason).await?;
    tx.commit().await?;
    Ok(company)
}

/// Refuses to let a target stand again whose company was chosen again since.
pub(crate) async fn refuse_chosen_again(tx: &DatabaseTransaction, target: &Target) -> Outcome<()> {
    let key = TargetKey::Companies(vec![target.company.key()]);
    let all = store::load_targets(tx, &key).await?;
    let later = all.iter().find(|other| {
        target.untargeting.is_some() && other.booked.fact_seq > target.booked.fact_seq
    });
    match later {
        None => Ok(()),
        Some(later) => Err(TargetRefusal::AlreadyTargeted {
            batch: later.batch.clone(),
            targeted_on: later.targeted_on,
        }
        .into()),
    }
}
