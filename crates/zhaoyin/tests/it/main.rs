//! The whole application: laws over every operation, and what only the binary does.

mod city;
mod command;
mod laws;
mod served;

pub(crate) use city::TestApp;
