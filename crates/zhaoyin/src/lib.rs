//! The binary: configuration, router, commands. Everything it does is done by the crates
//! below; here it is put together, and only here is the environment read.
//!
//! A new slice adds one word to each of [`schema::migrations`], [`router::slices`],
//! [`router::permissions`] and [`router::codes`], and a line to [`open::install`] if it
//! keeps something between requests.

pub mod books;
pub mod commands;
pub mod config;
pub mod demo_city;
pub mod log;
pub mod open;
pub mod router;
pub mod schema;
pub mod web;
pub mod words;
