//! Companies: their names, codes, registered divisions and honours; the industry chains;
//! and the companies that the city wants for them (目标企业).
//!
//! A company is known by its unified social credit code, else by its normalised name and
//! the division it is registered in. Places and legal forms are taken off a name only to
//! find resemblances, never to decide that two names mean one company.
//!
//! A chain has nodes, linked upwards (上级环节) and along what they supply (下游环节), both
//! without cycles. Which companies are targets is recognised: `company.targeted` and
//! `company.untargeted` in the journal. The list is the city's: whoever reads it sees it whole.
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
mod find;
mod import;
mod model;
mod ops;
mod permits;
mod schema;
mod store;

pub use api::routes;
pub use find::FINDER;
pub use import::CompanyImporter;
pub use model::{
    Booked, Chain, ChainChange, ChainId, ChainKind, ChainNode, ChainRef, Chains, Company,
    CompanyChange, CompanyDraft, CompanyEntry, CompanyId, CompanyRef, Difference, Directory,
    Honour, HonourId, HonourKind, Match, NewChain, NewCompany, NewNode, NodeId, NodeRef,
    Recommender, Strength, Target, TargetId, TargetRefusal, TargetView, Untargeting, Uscc,
    UsccRefusal, check_draft, core_name, differences, normal_name,
};
pub use ops::{
    ChainRefusal, ChainView, CompaniesWanted, CompanyRefusal, CompanyView, Ensured, HonourRefusal,
    ListedChain, NewHonour, NewTarget, NodeChange, NodeRefusal, Standing, TargetChange,
    TargetQuery, count_projects, count_records, create_chain, create_chain_node, create_company,
    create_honour, delete_chain_node, delete_honour, ensure_companies, find_companies, get_chain,
    get_company, get_target, install_chains, list_chains, list_companies, list_targets,
    load_chains, load_directory, reverse_target, target_company, untarget_company, update_chain,
    update_chain_node, update_company, update_target, view_company, withdraw_companies,
};
pub use permits::{
    PERMISSIONS, ReadChains, ReadCompanies, ReadTargets, WriteChains, WriteCompanies, WriteTargets,
};
pub use schema::MIGRATIONS;

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    import::CODES.clone()
}
