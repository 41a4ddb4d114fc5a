//! The endpoints and imports of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod chain_nodes;
mod chains;
mod city;
mod create_company;
mod honours;
mod import_chains;
mod import_companies;
mod import_honours;
mod import_targets;
mod list_companies;
mod list_targets;
mod real_data;
mod targets;
mod update_company;
mod workbooks;

pub(crate) use city::TestApp;
