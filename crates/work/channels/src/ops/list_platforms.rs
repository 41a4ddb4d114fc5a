//! Listing platforms.

use super::units::{subtree_of, unit_ref};
use crate::model::Platform;
use crate::permits::ReadPlatforms;
use crate::store::{self, PlatformFilter};
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};
use orgs::UnitRef;

/// Which platforms.
#[derive(Debug, Clone, Default)]
pub struct PlatformQuery {
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those that are closed, or those that are not.
    pub closed: Option<bool>,
    /// Those whose code, name or components hold this.
    pub q: Option<String>,
}

/// A platform as a list shows it.
#[derive(Debug, Clone)]
pub struct ListedPlatform {
    /// The platform.
    pub platform: Platform,
    /// Its unit.
    pub unit: UnitRef,
}

/// A page of the platforms that the caller's scope covers, by code.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_platforms(
    app: &App,
    actor: &Allowed<ReadPlatforms>,
    query: PlatformQuery,
    page: &PageQuery,
) -> Outcome<Page<ListedPlatform>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let filter = PlatformFilter {
        units: subtree_of(&tree, query.unit.as_deref()),
        closed: query.closed,
        q: query.q,
    };
    let page = store::page_of_platforms(reader, &actor.scope, &filter, page).await?;
    let items = page.items.into_iter().map(|platform| {
        Ok(ListedPlatform {
            unit: unit_ref(&tree, platform.unit)?,
            platform,
        })
    });
    Ok(Page {
        items: items.collect::<Outcome<Vec<ListedPlatform>>>()?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}
