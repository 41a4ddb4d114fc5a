//! Listing companies.

use super::view_companies::{CompanyView, view_companies};
use crate::model::HonourKind;
use crate::permits::ReadCompanies;
use crate::store::{self, CompanyQuery};
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};

/// Which companies.
#[derive(Debug, Clone, Default)]
pub struct CompaniesWanted {
    /// Those whose name, former name or group holds this, whose code begins with it, or
    /// whose name resembles it.
    pub q: Option<String>,
    /// Those of this group.
    pub group: Option<String>,
    /// Those with this honour, of whichever year.
    pub honour: Option<HonourKind>,
}

impl From<CompaniesWanted> for CompanyQuery {
    fn from(wanted: CompaniesWanted) -> Self {
        Self {
            q: wanted.q,
            group: wanted.group,
            honour: wanted.honour,
        }
    }
}

/// A page of companies, newest first.
///
/// # Errors
/// [`CompanyRefusal::WrongCursor`](super::CompanyRefusal::WrongCursor).
pub async fn list_companies(
    app: &App,
    _: &Allowed<ReadCompanies>,
    wanted: CompaniesWanted,
    page: &PageQuery,
) -> Outcome<Page<CompanyView>> {
    let reader = app.database.reader();
    let page = store::page(reader, &wanted.into(), page).await?;
    Ok(Page {
        items: view_companies(reader, page.items).await?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}
