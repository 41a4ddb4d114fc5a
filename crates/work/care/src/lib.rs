//! Care, the escort service (护商): rosters of projects and companies, visits, and problems.
//!
//! - use cases: `ops/`; what may be recorded, by rules alone: `model/`
//! - workbooks in and out: `import/`
//! - every query: `store/`
//! - endpoints: `api/`

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod api;
mod import;
mod permits;
mod schema;

pub use api::routes;
pub use import::CareImporter;
pub use permits::*;
pub use schema::MIGRATIONS;

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    Vec::new()
}
