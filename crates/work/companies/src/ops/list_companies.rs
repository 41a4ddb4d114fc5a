//! Listing companies.

use crate::model::Company;
use crate::permits::ReadCompanies;
use crate::store::{self, CompanyQuery};
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};

/// A page of companies, newest first: those whose name or former name holds `q`, whose
/// code begins with it, or whose name resembles it.
///
/// # Errors
/// [`CompanyRefusal::WrongCursor`](super::CompanyRefusal::WrongCursor).
pub async fn list_companies(
    app: &App,
    _: &Allowed<ReadCompanies>,
    q: Option<String>,
    page: &PageQuery,
) -> Outcome<Page<Company>> {
    store::page(app.database.reader(), &CompanyQuery { q }, page).await
}
