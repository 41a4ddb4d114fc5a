//! The endpoints of this crate, on whichever engine the tests run.

mod accounts;
mod city;
mod divisions;
mod first_start;
mod session;
mod sign_in;
mod units;

pub(crate) use city::TestApp;
