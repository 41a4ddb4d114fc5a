//! Use cases, one a file: endpoints and commands enter here.

mod boards;
mod bulletin_text;
mod campaign;
mod close_month;
mod get_board;
mod get_forecast;
mod issue_bulletin;
mod list_errata;
mod list_figures;
mod list_plans;
mod open_month;
mod own_templates;
mod preview_bulletin;
mod records;
mod reopen_month;
mod set_plan;
mod trace;
mod write_bulletin;

pub use boards::Boards;
pub use bulletin_text::{BulletinRefusal, TextIn};
pub use campaign::{CampaignProgress, get_campaign_progress};
pub use close_month::close_month;
pub use get_board::get_board;
pub use get_forecast::ForecastRefusal;
pub(crate) use get_forecast::{Outlook, get_forecast};
pub(crate) use issue_bulletin::typed_in;
pub use issue_bulletin::{NewBulletin, issue_bulletin};
pub use list_errata::list_errata;
pub use list_figures::{FigureRefusal, FiguresIn, UnitChoice, list_figures};
pub use list_plans::{UnitPlan, list_plans};
pub use open_month::open_month;
pub(crate) use own_templates::{
    TemplateChange, TemplateDraft, create_bulletin_template, delete_bulletin_template,
    own_templates, update_bulletin_template,
};
pub use preview_bulletin::{Preview, preview_bulletin};
pub use reopen_month::reopen_month;
pub use set_plan::{NewPlan, PlanRefusal, set_plan};
pub use trace::{TraceIn, TraceRefusal, cursor, find_unit, get_fact, list_entries};
pub use write_bulletin::{Written, write_bulletin};

use crate::model::{Bulletin, BulletinId};
use crate::permits::{ReadBulletins, ReadFigures};
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fault, Outcome, Page, PageQuery};
use ledger::{Books, Months};
use std::sync::Arc;

/// The ledger's books, which the binary installs when it starts.
pub(crate) fn books(app: &App) -> Outcome<Arc<Books>> {
    app.part::<Books>()
        .ok_or_else(|| Fault::broken("the books are not installed"))
}

/// The months of the books.
pub async fn list_months(app: &App, _: &Allowed<ReadFigures>) -> Outcome<Months> {
    Ok(Months::load(app.database.reader()).await?)
}

/// A page of issued bulletins, newest first.
pub async fn list_bulletins(
    app: &App,
    _: &Allowed<ReadBulletins>,
    page: &PageQuery,
) -> Outcome<Page<Bulletin>> {
    store::page(app.database.reader(), page).await
}

/// An issued bulletin.
pub async fn get_bulletin(
    app: &App,
    _: &Allowed<ReadBulletins>,
    id: BulletinId,
) -> Outcome<Bulletin> {
    let found = store::find(app.database.reader(), id).await?;
    Ok(found.ok_or(BulletinRefusal::NotFound)?)
}
