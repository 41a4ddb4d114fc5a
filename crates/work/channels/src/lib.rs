//! Channels: 招引平台 with their six components and what they brought, and 储备项目, the
//! opportunities that are published to find an investor.
//!
//! What the six components (六个一) are is our assumption (假定): see [`COMPONENTS`].
//!
//! - what may be recorded, by rules alone: `model/`
//! - use cases: `ops/`; each is permission, transaction, load, decide, record, save
//! - workbooks in and out: `import/`
//! - every query: `store/`
//! - endpoints: `api/`
//!
//! **Invariants:** a project has one platform. What a fact carries changes only by taking
//! the fact back. One standing publication of a published opportunity carries its fact. No
//! row is deleted.

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
pub use find::FINDERS;
pub use import::ChannelImporter;
pub use model::{
    COMPONENTS, Category, Closing, ComponentSpec, Components, NewOpportunity, NewPlatform,
    Opportunity, OpportunityChange, OpportunityId, OpportunityRefusal, OutcomeKind, Owner,
    Platform, PlatformChange, PlatformId, PlatformProject, PlatformProjectId,
    PlatformProjectRefusal, PlatformRefusal, Publication, PublicationId, PublicationRefusal,
    Recognition, Step,
};
pub use ops::{
    ChannelName, ChannelRecords, ListedOpportunity, ListedPlatform, ListedPlatformProject,
    NewClosing, OpportunityQuery, OpportunityView, PlatformProjectQuery, PlatformQuery,
    PlatformView, add_platform_project, close_opportunity, close_platform, create_opportunity,
    create_platform, get_opportunity, get_platform, list_opportunities, list_platform_projects,
    list_platforms, plan_opportunity, publish_opportunity, records_of, reverse_opportunity,
    reverse_platform, reverse_platform_project, reverse_publication, update_opportunity,
    update_platform,
};
pub use permits::*;
pub use schema::MIGRATIONS;
pub use store::CursorRefusal;

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    [
        PlatformRefusal::CODES,
        PlatformProjectRefusal::CODES,
        OpportunityRefusal::CODES,
        PublicationRefusal::CODES,
        CursorRefusal::CODES,
        model::FIELD_CODES,
        import::OWN_CODES,
    ]
    .concat()
}
