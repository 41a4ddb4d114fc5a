//! What every desk has: finding anything by its name, its pinyin, the initials of its
//! pinyin, or its code; and views of lists that somebody saved.
//!
//! A slice hands in a [`Finder`] for each kind of record that has a name; the binary puts
//! them into [`Finders`]. The names are kept in memory, a few dozen bytes each, and brought
//! up to date before every search that follows a write, by asking each slice what has changed
//! since: so every server of several sees what the others wrote, and no write costs
//! anything for it.
//!
//! - what a name looks like to a search: `model/spelling.rs`
//! - many names, and the best of those that match: `model/index.rs`
//! - saved views: `model/view.rs`, `ops/`, `store.rs`
//! - the border to the slices and keeping up with them: `finders.rs`, `table.rs`
//!
//! **Invariant:** a search gives only kinds that the caller may read, and of those with
//! units only what lies in the caller's scope.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod api;
mod finders;
mod model;
mod ops;
mod permits;
mod schema;
mod store;
mod table;

pub use finders::{Boxed, Finder, Finders};
pub use model::{Index, Named, SavedView, ViewId};
pub use ops::ViewRefusal;
pub use permits::{Find, OwnViews, PERMISSIONS};
pub use schema::MIGRATIONS;
pub use table::TableFinder;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints, to be nested under `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(api::find_anything::find_anything))
        .routes(routes!(
            api::list_views::list_views,
            api::create_view::create_view
        ))
        .routes(routes!(api::delete_view::delete_view))
}

/// Every code that this crate can refuse with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    ViewRefusal::CODES.to_vec()
}
