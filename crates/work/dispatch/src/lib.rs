//! The closing of months, figures as they are shown, and the bulletins (通报).
//!
//! - figures, the board, lineage: `ops/list_figures.rs`, `ops/get_board.rs`, `ops/trace.rs`
//! - months: `ops/open_month.rs`, `ops/close_month.rs`, `ops/reopen_month.rs`
//! - bulletins: composed in `ops/bulletin_text.rs`, frozen in `ops/issue_bulletin.rs`
//!
//! **Invariant:** an issued bulletin is rendered from what was frozen with it, never from
//! the ledger; so it stays the same, byte by byte, whatever is booked later.

mod api;
mod find;
mod model;
pub mod ops;
mod permits;
mod schema;
mod store;

pub use find::{BulletinFinder, IndicatorFinder};
pub use model::{
    Board, Bulletin, BulletinId, EntriesOut, Entry, EntryList, Erratum, FactOut, FigureOut,
    FiguresOut, FrozenFigure, GoalProgress, OpeningTotalOut, OwnTemplate, Template, TemplateId,
    WindowRefusal, templates,
};
pub use permits::{
    PERMISSIONS, ReadBulletins, ReadFigures, ReadLineage, WriteBulletins, WriteMonths, WritePlans,
};
pub use schema::MIGRATIONS;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints, to be nested under `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(api::get_board::get_board))
        .routes(routes!(api::list_indicators::list_indicators))
        .routes(routes!(api::list_figures::list_figures))
        .routes(routes!(api::get_series::get_series))
        .routes(routes!(api::get_forecast::get_forecast))
        .routes(routes!(api::get_campaign_progress::get_campaign_progress))
        .routes(routes!(api::list_entries::list_entries))
        .routes(routes!(api::get_fact::get_fact))
        .routes(routes!(
            api::list_plans::list_plans,
            api::set_plan::set_plan
        ))
        .routes(routes!(
            api::list_months::list_months,
            api::open_month::open_month
        ))
        .routes(routes!(api::close_month::close_month))
        .routes(routes!(api::reopen_month::reopen_month))
        .routes(routes!(
            api::list_bulletin_templates::list_bulletin_templates,
            api::create_bulletin_template::create_bulletin_template
        ))
        .routes(routes!(
            api::update_bulletin_template::update_bulletin_template,
            api::delete_bulletin_template::delete_bulletin_template
        ))
        .routes(routes!(api::preview_bulletin::preview_bulletin))
        .routes(routes!(
            api::list_bulletins::list_bulletins,
            api::create_bulletin::create_bulletin
        ))
        .routes(routes!(api::get_bulletin::get_bulletin))
        .routes(routes!(api::get_bulletin_document::get_bulletin_document))
        .routes(routes!(api::get_bulletin_print::get_bulletin_print))
}

/// Every code that this crate and the ledger can refuse with, for the list that the
/// client translates.
pub fn codes() -> Vec<&'static str> {
    [
        ledger::codes(),
        ops::FigureRefusal::CODES.to_vec(),
        ops::ForecastRefusal::CODES.to_vec(),
        ops::TraceRefusal::CODES.to_vec(),
        ops::BulletinRefusal::CODES.to_vec(),
        ops::PlanRefusal::CODES.to_vec(),
        WindowRefusal::CODES.to_vec(),
    ]
    .concat()
}
