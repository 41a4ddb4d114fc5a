//! The tables of this crate: steps 110 to 119.

use db::Migration;

/// The steps of the schema of this crate.
pub const MIGRATIONS: &[Migration] = &[];
