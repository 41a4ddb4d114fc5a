//! Import batches: mapping, dry run, commit and undo.
//!
//! A slice declares its kinds of rows ([`KindSpec`]) and hands in an [`Importer`]; intake
//! knows no slice. The binary installs all of them as [`Importers`], a part of the
//! application.
//!
//! - The border to the slices: `importer.rs`, `kind.rs`, `row.rs`.
//! - What a table is and what its cells say, pure: `model/`.
//! - Use cases, also for the command line: [`ops`].
//! - Units, annual targets and 期初累计, which no slice owns: `kinds/`. Units are imported
//!   here and not in `orgs`, because `orgs` lies below intake; targets and totals here and
//!   not in a slice, because they are facts about units and nothing else.
//!
//! **Invariants:** a batch is written in one transaction or not at all. What is written is
//! what the report said: every row is judged again inside that transaction, and a row that
//! has become something else refuses the whole batch. A batch's state, its rows and its
//! file are in the database, so work survives whoever began it.

mod api;
pub mod codes;
mod courtesy;
mod importer;
mod importers;
mod kind;
mod kinds;
mod model;
pub mod ops;
mod permits;
mod reasons;
mod refusals;
mod row;
mod schema;
mod setting;
mod store;

pub use courtesy::{courtesy, make_way};
pub use importer::{
    Boxed, Change, Checker, Context, Importer, Kept, ROWS_AT_ONCE, RowProblem, Verdict, Written,
    WrittenRow,
};
pub use importers::Importers;
pub use kind::{Choice, FieldSpec, FieldType, KindSpec, Offers, Text};
pub use kinds::{OpeningTotalImporter, PlanImporter, UnitImporter};
pub use model::batch::{
    Batch, BatchId, ColumnReport, Counts, DroppedReport, Failure, Progress, SheetReport,
    StagedCell, StagedChange, StagedProblem, StagedRow, State, Status,
};
pub use permits::{PERMISSIONS, ReadImports, WriteImports};
pub use reasons::Reasons;
pub use refusals::ImportRefusal;
pub use row::{RowIn, SheetIn, TypedValue};
pub use schema::MIGRATIONS;
pub use setting::Setting;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints, to be nested under `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            api::list_imports::list_imports,
            api::create_import::create_import,
        ))
        .routes(routes!(
            api::get_import::get_import,
            api::delete_import::delete_import,
        ))
        .routes(routes!(api::list_import_rows::list_import_rows))
        .routes(routes!(api::update_import_mapping::update_import_mapping))
        .routes(routes!(api::commit_import::commit_import))
        .routes(routes!(api::undo_import::undo_import))
        .routes(routes!(api::get_errors_workbook::get_errors_workbook))
        .routes(routes!(api::list_import_kinds::list_import_kinds))
        .routes(routes!(api::get_template::get_template))
        .routes(routes!(api::get_export::get_export))
}

/// Every code that this crate can refuse with, for the list that the client translates;
/// those of the slices' importers come from [`Importers::codes`].
pub fn codes() -> Vec<&'static str> {
    [
        ImportRefusal::CODES,
        refusals::FILE_CODES,
        refusals::FIELD_CODES,
        codes::ROW_CODES,
        &[codes::UNKNOWN_FILTER],
    ]
    .concat()
}
