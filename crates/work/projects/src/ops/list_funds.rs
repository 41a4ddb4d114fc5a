//! Listing funds.

use super::list_projects::{subtree_of, unit_ref};
use crate::model::{Fund, FundKind, ProjectId};
use crate::permits::ReadFunds;
use crate::store::{self, FundFilter};
use http_base::{Allowed, App};
use kernel::{Month, Outcome, Page, PageQuery};
use orgs::UnitRef;

/// Which funds.
#[derive(Debug, Clone, Default)]
pub struct FundQuery {
    /// Those of projects of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those booked in this month.
    pub month: Option<Month>,
    /// Those of this project.
    pub project: Option<ProjectId>,
    /// Those of this kind.
    pub kind: Option<FundKind>,
    /// Those whose voucher or payer, or whose project's code, name or investors, hold this.
    pub q: Option<String>,
}

/// Funds with what names them.
#[derive(Debug, Clone)]
pub struct ListedFund {
    /// The funds.
    pub fund: Fund,
    /// The project's lead unit at recognition.
    pub unit: UnitRef,
    /// The project's code.
    pub project_code: String,
    /// The project's name.
    pub project_name: String,
}

/// A page of the funds of projects that the caller's scope covers, last booked first.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_funds(
    app: &App,
    actor: &Allowed<ReadFunds>,
    query: FundQuery,
    page: &PageQuery,
) -> Outcome<Page<ListedFund>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let filter = FundFilter {
        units: subtree_of(&tree, query.unit.as_deref()),
        month: query.month,
        project: query.project,
        kind: query.kind,
        q: query.q,
        standing: false,
    };
    let page = store::page_of_funds(reader, &actor.scope, &filter, page).await?;
    let items = page.items.into_iter().map(|row| {
        Ok(ListedFund {
            unit: unit_ref(&tree, row.fund.lead)?,
            fund: row.fund,
            project_code: row.project_code,
            project_name: row.project_name,
        })
    });
    Ok(Page {
        items: items.collect::<Outcome<Vec<ListedFund>>>()?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}
