//! The endpoints and imports of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod city;
mod create_activity;
mod get_activity;
mod list_activities;
mod reverse_activity;
mod update_activity;

pub(crate) use city::TestApp;
