//! Reading one entry of funds.

use super::list_funds::ListedFund;
use super::list_projects::unit_ref;
use super::project_in::project_in;
use crate::model::{FundId, FundRefusal};
use crate::permits::ReadFunds;
use crate::store;
use http_base::{Allowed, App};
use kernel::Outcome;

/// The funds with this key, if the caller's scope covers their project.
///
/// # Errors
/// [`FundRefusal::Unknown`].
pub async fn get_fund(app: &App, actor: &Allowed<ReadFunds>, id: FundId) -> Outcome<ListedFund> {
    let tx = app.database.begin_read().await?;
    let found = store::find_fund(&tx, &actor.scope, id).await?;
    let fund = found.ok_or(FundRefusal::Unknown)?;
    let project = project_in(&tx, &actor.scope, fund.project).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    Ok(ListedFund {
        unit: unit_ref(&tree, fund.lead)?,
        fund,
        project_code: project.code,
        project_name: project.name,
    })
}
