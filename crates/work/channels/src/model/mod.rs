//! What platforms and opportunities are, and what may be recorded of them: pure rules.

mod checks;
mod component;
mod entries;
mod opportunity;
mod opportunity_rules;
mod platform;
mod platform_project;
mod platform_rules;
mod recognition;

pub use component::{COMPONENTS, ComponentSpec, Components};
pub use opportunity::{
    Category, Closing, NewOpportunity, Opportunity, OpportunityChange, OpportunityId, OutcomeKind,
    Publication, PublicationId,
};
pub use opportunity_rules::{OpportunityRefusal, PublicationRefusal};
pub use platform::{NewPlatform, Platform, PlatformChange, PlatformId};
pub use platform_project::{PlatformProject, PlatformProjectId};
pub use platform_rules::{PlatformProjectRefusal, PlatformRefusal};
pub use recognition::{Owner, Recognition, Step};

pub(crate) use checks::{FIELD_CODES, LONGEST_CHANNEL, required};
pub(crate) use entries::{
    Booking, closing_entry, founding_entry, platform_closing_entry, publishing_entry,
    reserving_entry,
};
pub(crate) use opportunity::{OpportunityDraft, check_opportunity, fresh_opportunity};
pub(crate) use opportunity_rules::{judge_closing, judge_publishing};
pub(crate) use platform::{PlatformDraft, check_platform, fresh_platform};
pub(crate) use platform_rules::{judge_bringing, judge_platform_closing};
