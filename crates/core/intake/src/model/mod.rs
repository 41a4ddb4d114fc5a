//! Types and rules, pure: no database, no clock.

pub(crate) mod batch;
pub(crate) mod classify;
pub(crate) mod mapping;
pub(crate) mod parse;
pub(crate) mod report;
pub(crate) mod values;
