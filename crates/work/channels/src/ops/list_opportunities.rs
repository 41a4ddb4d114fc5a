//! Listing opportunities.

use super::units::{subtree_of, unit_ref};
use crate::model::{Category, Opportunity};
use crate::permits::ReadOpportunities;
use crate::store::{self, OpportunityFilter};
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};
use orgs::UnitRef;

/// Which opportunities.
#[derive(Debug, Clone, Default)]
pub struct OpportunityQuery {
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those of this category.
    pub category: Option<Category>,
    /// Those that were published, or those that were not.
    pub published: Option<bool>,
    /// Those that have left the stock, or those that have not.
    pub closed: Option<bool>,
    /// Those whose code, name, chain or content hold this.
    pub q: Option<String>,
}

/// An opportunity as a list shows it.
#[derive(Debug, Clone)]
pub struct ListedOpportunity {
    /// The opportunity.
    pub opportunity: Opportunity,
    /// Its unit.
    pub unit: UnitRef,
}

/// A page of the opportunities that the caller's scope covers, by code.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_opportunities(
    app: &App,
    actor: &Allowed<ReadOpportunities>,
    query: OpportunityQuery,
    page: &PageQuery,
) -> Outcome<Page<ListedOpportunity>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let filter = OpportunityFilter {
        units: subtree_of(&tree, query.unit.as_deref()),
        category: query.category,
        published: query.published,
        closed: query.closed,
        q: query.q,
    };
    let page = store::page_of_opportunities(reader, &actor.scope, &filter, page).await?;
    let items = page.items.into_iter().map(|opportunity| {
        Ok(ListedOpportunity {
            unit: unit_ref(&tree, opportunity.unit)?,
            opportunity,
        })
    });
    Ok(Page {
        items: items.collect::<Outcome<Vec<ListedOpportunity>>>()?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}
