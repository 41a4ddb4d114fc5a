//! The person at the machine's own command line, who holds the database file anyway.

use crate::open::faulty;
use crate::router::permissions;
use http_base::{Allowed, Permit};
use kernel::Actor;
use std::sync::Arc;

/// The operator, who may do everything; a command names what it needs.
pub(super) fn operator<P: Permit>() -> anyhow::Result<Allowed<P>> {
    let operator = Actor::operator(permissions());
    Allowed::check(Arc::new(operator)).map_err(|refusal| faulty(refusal.into()))
}

/// Reads a month from the command line.
pub(super) fn month(text: &str) -> Result<kernel::Month, String> {
    text.parse().map_err(|_| {
        format!("{text} is no month: it is written YYYY-MM, with 01 to 12 for the month")
    })
}
