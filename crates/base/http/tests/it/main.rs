//! The edge, tried through a router of its own.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod client;
mod edge;
mod extract;
mod permit;
mod serve;
