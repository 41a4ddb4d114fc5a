//! Listing campaigns.

use crate::model::Campaign;
use crate::permits::ReadCampaigns;
use crate::store::{self, CampaignFilter};
use http_base::{Allowed, App};
use kernel::{Month, Outcome, Page, PageQuery};

/// Which campaigns.
#[derive(Debug, Clone, Default)]
pub struct CampaignQuery {
    /// Those whose window holds this month.
    pub month: Option<Month>,
    /// Those whose code or name hold this.
    pub q: Option<String>,
}

/// A page of campaigns, those that began last first. They are the city's and belong to no
/// unit: whoever may see campaigns sees all.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_campaigns(
    app: &App,
    _: &Allowed<ReadCampaigns>,
    query: CampaignQuery,
    page: &PageQuery,
) -> Outcome<Page<Campaign>> {
    let filter = CampaignFilter {
        month: query.month,
        q: query.q,
    };
    store::page_of_campaigns(app.database.reader(), &filter, page).await
}
