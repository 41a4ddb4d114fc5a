//! Use cases, one per file. Endpoints, commands, imports and other slices enter here.

mod add_platform_project;
mod book;
mod book_platform_projects;
mod book_publications;
mod close_opportunity;
mod close_platform;
mod create_opportunity;
mod create_platform;
mod get_opportunity;
mod get_platform;
mod list_opportunities;
mod list_platform_projects;
mod list_platforms;
mod plan_opportunity;
mod publish_opportunity;
mod records_of;
mod reverse_opportunity;
mod reverse_platform;
mod reverse_platform_project;
mod reverse_publication;
mod units;
mod update_opportunity;
mod update_platform;

pub use add_platform_project::add_platform_project;
pub use close_opportunity::{NewClosing, close_opportunity};
pub use close_platform::close_platform;
pub use create_opportunity::create_opportunity;
pub use create_platform::create_platform;
pub use get_opportunity::{OpportunityView, get_opportunity};
pub use get_platform::{PlatformView, get_platform};
pub use list_opportunities::{ListedOpportunity, OpportunityQuery, list_opportunities};
pub use list_platform_projects::{
    ListedPlatformProject, PlatformProjectQuery, list_platform_projects,
};
pub use list_platforms::{ListedPlatform, PlatformQuery, list_platforms};
pub use plan_opportunity::plan_opportunity;
pub use publish_opportunity::publish_opportunity;
pub use records_of::{ChannelName, ChannelRecords, records_of};
pub use reverse_opportunity::reverse_opportunity;
pub use reverse_platform::reverse_platform;
pub use reverse_platform_project::reverse_platform_project;
pub use reverse_publication::reverse_publication;
pub use update_opportunity::update_opportunity;
pub use update_platform::update_platform;

pub(crate) use book::{book, take_back};
pub(crate) use book_platform_projects::{
    NewPlatformProject, book_platform_projects, take_back_platform_projects,
};
pub(crate) use book_publications::{PublicationBooking, book_publications, take_back_publications};
pub(crate) use get_opportunity::view_opportunity;
pub(crate) use get_platform::view_platform;
pub(crate) use list_platform_projects::view_platform_project;
