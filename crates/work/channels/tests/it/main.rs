//! The endpoints and imports of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod add_platform_project;
mod city;
mod close_opportunity;
mod close_platform;
mod create_opportunity;
mod create_platform;
mod import_opportunities;
mod import_platform_projects;
mod import_platforms;
mod import_publications;
mod list_opportunities;
mod list_platform_components;
mod list_platform_projects;
mod list_platforms;
mod plan_opportunity;
mod publish_opportunity;
mod records_of;
mod reverse_opportunity;
mod reverse_platform;
mod reverse_platform_project;
mod reverse_publication;
mod strangers;
mod update_opportunity;
mod update_platform;
mod workbooks;

pub(crate) use city::TestApp;
