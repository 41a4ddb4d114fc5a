//! Listing policy documents.

use super::get_policy_document::{DocumentView, document_views, seen_by};
use super::list_activities::subtree_of;
use crate::model::{DocumentNature, DocumentTheme};
use crate::permits::ReadPolicyDocuments;
use crate::store::{self, DocumentFilter};
use http_base::{Allowed, App};
use kernel::{Month, Outcome, Page, PageQuery};
use orgs::UnitTree;

/// Which documents.
#[derive(Debug, Clone, Default)]
pub struct DocumentQuery {
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those of this nature.
    pub nature: Option<DocumentNature>,
    /// Those about this.
    pub theme: Option<DocumentTheme>,
    /// Those of the campaign with this code.
    pub campaign: Option<String>,
    /// Those issued in this month.
    pub month: Option<Month>,
    /// Those whose number, name or issuer hold this.
    pub q: Option<String>,
}

impl DocumentQuery {
    pub(crate) fn filter(self, tree: &UnitTree) -> DocumentFilter {
        DocumentFilter {
            units: subtree_of(tree, self.unit.as_deref()),
            nature: self.nature,
            theme: self.theme,
            campaign: self.campaign.filter(|code| !code.is_empty()),
            month: self.month,
            q: self.q,
        }
    }
}

/// A page of documents, the latest first: those of the caller's units and of the units
/// above them.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_policy_documents(
    app: &App,
    actor: &Allowed<ReadPolicyDocuments>,
    query: DocumentQuery,
    page: &PageQuery,
) -> Outcome<Page<DocumentView>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let filter = query.filter(&tree);
    let scope = seen_by(&actor.scope, &tree);
    let page = store::page_of_documents(reader, &scope, &filter, page).await?;
    Ok(Page {
        items: document_views(reader, &tree, page.items).await?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}
