//! The endpoints and imports of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod amend_plan;
mod city;
mod create_project;
mod import_funds;
mod import_milestones;
mod import_projects;
mod list_funds;
mod list_projects;
mod record_funds;
mod record_listing;
mod record_milestone;
mod records_of;
mod reverse_funds;
mod reverse_milestone;
mod undo_import;
mod update_project;
mod workbooks;

pub(crate) use city::TestApp;
