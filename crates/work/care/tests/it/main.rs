//! The endpoints and imports of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod city;
mod create_problem;
mod create_visit;
mod enrol_roster;
mod get_problem;
mod get_roster;
mod get_visit;
mod import_problems;
mod import_rosters;
mod import_visits;
mod list_problems;
mod list_rosters;
mod list_visits;
mod need_to_opportunity;
mod records_of;
mod release_roster;
mod reverse_problem;
mod reverse_roster;
mod reverse_visit;
mod solve_problem;
mod update_problem;
mod update_roster;
mod update_visit;
mod workbooks;

pub(crate) use city::TestApp;
