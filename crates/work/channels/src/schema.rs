//! The tables of this crate: steps 120 to 129.

use db::Migration;

/// The steps of the schema of this crate.
pub const MIGRATIONS: &[Migration] = &[];
