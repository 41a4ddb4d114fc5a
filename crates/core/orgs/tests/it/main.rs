//! The endpoints of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod accounts;
mod city;
mod divisions;
mod first_start;
mod session;
mod sign_in;
mod units;

pub(crate) use city::TestApp;
