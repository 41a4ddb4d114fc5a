//! The edge, tried through a router of its own.

mod client;
mod edge;
mod extract;
mod permit;
mod serve;
