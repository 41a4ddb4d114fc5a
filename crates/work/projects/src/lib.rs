//! Projects: life cycle, lists, investors and funds.
//!
//! A project is master data (who invests, where, how much is planned) and what the city has
//! recognised of it: milestones, amendments and arrived funds, each a fact of the journal.
//! Its stage and what has arrived follow from those and are kept beside it for lists.
//!
//! - what may be recognised, by rules alone: `model/`
//! - use cases: `ops/`; each is permission, transaction, load, decide, record, save
//! - workbooks in and out: `import/`
//! - every query: `store/`
//! - endpoints: `api/`
//!
//! **Invariants:** whatever a recognised fact carries changes only by an amendment, a
//! transfer or a correction. A voucher stands once in the city. What has arrived is never
//! more than the plan. No row is deleted.

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
pub use import::ProjectImporter;
pub use model::{
    Amendment, AmendmentId, Contract, ContractKind, CreditSplit, EvidenceKind, Exclusion, Fund,
    FundId, FundKind, FundRefusal, Home, Investor, Life, ListName, Listing, Milestone, MilestoneId,
    MilestoneKind, MilestoneRefusal, NewFund, NewInvestor, NewProject, NextStep, Project,
    ProjectChange, ProjectId, Stage,
};
pub use ops::{
    Bringing, FundQuery, ListedFund, ListedProject, ListingAct, NewAmendment, NewListing,
    NewMilestone, ProjectName, ProjectQuery, ProjectRefusal, ProjectView, Records, amend_plan,
    book_brought, create_project, forget_brought, get_fund, get_project, list_funds, list_projects,
    record_funds, record_listing, record_milestone, records_of, reverse_funds, reverse_milestone,
    update_project,
};
pub use permits::{PERMISSIONS, ReadFunds, ReadProjects, WriteFunds, WriteProjects};
pub use schema::MIGRATIONS;
pub use store::{CursorRefusal, ProjectKey, ProjectSort, load_projects};

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    [
        ProjectRefusal::CODES,
        MilestoneRefusal::CODES,
        FundRefusal::CODES,
        CursorRefusal::CODES,
        model::FROZEN_CODES,
        model::FIELD_CODES,
        import::OWN_CODES,
    ]
    .concat()
}
