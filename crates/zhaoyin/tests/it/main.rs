//! The whole application: laws over every operation, and what only the binary does.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod board;
mod bulletin;
mod city;
mod command;
mod command_import;
mod found;
mod half_year;
mod imports;
mod in_words;
mod laws;
mod newspaper;
mod opening_totals;
mod real_projects;
mod redressed;
mod seeded;
mod served;
mod walls;
mod writers;

pub(crate) use city::TestApp;
