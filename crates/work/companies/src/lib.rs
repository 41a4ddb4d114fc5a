//! Companies: their names, codes and registered divisions.
//!
//! A company is known by its unified social credit code, else by its normalised name and
//! the division it is registered in. Places and legal forms are taken off a name only to
//! find resemblances, never to decide that two names mean one company.
//!
//! - what a company is, by rules alone: `model/`
//! - use cases, which other slices enter too: `ops/`
//! - workbooks in and out: `import/`
//! - every query: `store/`
//! - endpoints: `api/`
//!
//! **Invariant:** a company's row is never deleted, so whatever the journal names can be
//! named; an undone import takes it out of the register.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod api;
mod import;
mod model;
mod ops;
mod permits;
mod schema;
mod store;

pub use api::routes;
pub use import::CompanyImporter;
pub use model::{
    Company, CompanyChange, CompanyDraft, CompanyId, CompanyRef, Difference, Directory, Match,
    NewCompany, Uscc, UsccRefusal, check_draft, core_name, differences, normal_name,
};
pub use ops::{
    CompanyRefusal, Ensured, Standing, count_projects, create_company, ensure_companies,
    find_companies, get_company, list_companies, load_directory, update_company,
    withdraw_companies,
};
pub use permits::{
    PERMISSIONS, ReadChains, ReadCompanies, ReadTargets, WriteChains, WriteCompanies, WriteTargets,
};
pub use schema::MIGRATIONS;

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    const FIELDS: &[&str] = &["field.empty", "field.too_long", "field.too_many"];
    [
        CompanyRefusal::CODES,
        UsccRefusal::CODES,
        import::CODES,
        FIELDS,
    ]
    .concat()
}
