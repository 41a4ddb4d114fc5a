//! The endpoints and imports of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod city;
mod create_company;
mod import_companies;
mod list_companies;
mod update_company;

pub(crate) use city::TestApp;
