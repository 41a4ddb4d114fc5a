//! Recognising arrived funds.

use super::book_funds::{FundBooking, book_funds};
use super::list_funds::ListedFund;
use super::list_projects::unit_ref;
use super::project_in::project_in;
use crate::model::{Fund, FundRefusal, NewFund, Plan, ProjectId, check_fund, judge_fund};
use crate::permits::WriteFunds;
use crate::store::{self, ProjectKey};
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome, Scope};
use orgs::UnitTree;

/// Recognises arrived funds: a fact of the open month.
///
/// # Errors
/// `request.invalid` with every wrong field;
/// [`ProjectRefusal::Unknown`](super::ProjectRefusal::Unknown); [`FundRefusal`].
pub async fn record_funds(
    app: &App,
    actor: &Allowed<WriteFunds>,
    id: ProjectId,
    new: NewFund,
) -> Outcome<ListedFund> {
    let mut wrong = Fields::default();
    let draft = check_fund(&mut wrong, new);
    wrong.done()?;
    let funds = draft.expect("nothing was found wrong").0;
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let project = project_in(&tx, &actor.scope, id).await?;
    let plan = Plan {
        planned: project.planned,
        arrived: project.arrived,
    };
    let judged = judge_fund(&project, plan, &funds, setting.days);
    let opening = judged.map_err(|mut wrong| wrong.swap_remove(0))?;
    let used = store::standing_vouchers(&tx, std::slice::from_ref(&funds.voucher)).await?;
    if let Some(first) = used.first() {
        return Err(voucher_used(&tx, first, &setting.tree).await?.into());
    }
    let booking = FundBooking { funds, opening };
    let mut booked = book_funds(&tx, &setting, &app.ids, actor, vec![(&project, booking)]).await?;
    tx.commit().await?;
    Ok(ListedFund {
        fund: booked.pop().expect("one entry for one booking"),
        unit: unit_ref(&setting.tree, project.credit.lead)?,
        project_code: project.code,
        project_name: project.name,
    })
}

/// The refusal that names where a voucher was used first, whoever's project that is: a
/// voucher is used once in the whole city.
pub(crate) async fn voucher_used(
    tx: &DatabaseTransaction,
    first: &Fund,
    tree: &UnitTree,
) -> Outcome<FundRefusal> {
    let key = ProjectKey::Ids(vec![first.project.key()]);
    let project = store::load_projects(tx, &Scope::Everything, &key)
        .await?
        .pop();
    let (code, name) = project.map_or_else(Default::default, |found| (found.code, found.name));
    let unit = tree.by_key(first.lead);
    Ok(FundRefusal::VoucherUsed {
        voucher: first.voucher.clone(),
        project_code: code,
        project: name,
        unit: unit.map_or_else(String::new, |unit| unit.name.clone()),
        arrived_on: first.arrived_on,
    })
}
