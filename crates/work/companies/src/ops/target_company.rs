//! Choosing a company as a target.

use super::CompanyRefusal;
use super::book_targets::{Booking, book_targets};
use super::create_company::lock;
use super::target_in::check_place;
use crate::model::{
    ChainId, Choosing, CompanyId, NodeId, Recommender, Target, check_batch, judge_choosing,
};
use crate::permits::WriteTargets;
use crate::store::{self, TargetKey};
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome};
use serde_json::json;

/// A target as it was typed.
#[derive(Debug, Clone)]
pub struct NewTarget {
    /// The company.
    pub company: CompanyId,
    /// The list it comes with.
    pub batch: String,
    /// The chain it is wanted for.
    pub chain: ChainId,
    /// The node of that chain.
    pub node: Option<NodeId>,
    /// The unit that is to win it, by code or name.
    pub unit: String,
    /// Who recommended it.
    pub recommended_by: Recommender,
    /// The day it was chosen.
    pub targeted_on: NaiveDate,
}

/// Puts a company on the city's list of targets: a fact of the open month, credited to the
/// unit that is to win it.
///
/// # Errors
/// `request.invalid` with every wrong field; [`CompanyRefusal::Unknown`]; a day in the
/// future; a [`TargetRefusal`](crate::TargetRefusal).
pub async fn target_company(
    app: &App,
    actor: &Allowed<WriteTargets>,
    new: NewTarget,
) -> Outcome<Target> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    lock(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let company = store::by_ids(&tx, &[new.company.key()]).await?;
    company.first().ok_or(CompanyRefusal::Unknown)?;
    let mut wrong = Fields::default();
    let batch = check_batch(&mut wrong, &new.batch);
    let unit = setting.tree.by_name(&new.unit).map(|unit| unit.key);
    if unit.is_none() {
        wrong.refuse("unit", "orgs.unit_unknown", json!({ "code": new.unit }));
    }
    check_place(&tx, &mut wrong, new.chain, new.node).await?;
    wrong.done()?;
    let key = TargetKey::Companies(vec![new.company.key()]);
    let so_far = store::load_targets(&tx, &key).await?;
    let opening = judge_choosing(&so_far, new.targeted_on, setting.days)?;
    let choosing = Choosing {
        company: new.company,
        batch,
        chain: new.chain,
        node: new.node,
        unit: unit.expect("nothing was found wrong"),
        recommended_by: new.recommended_by,
        targeted_on: new.targeted_on,
    };
    let booking = Booking::Choose {
        id: app.ids.id(),
        choosing,
        opening,
        end: None,
    };
    let written = book_targets(&tx, &setting, actor, vec![booking]).await?;
    tx.commit().await?;
    Ok(written.into_iter().next().expect("one target was written"))
}
