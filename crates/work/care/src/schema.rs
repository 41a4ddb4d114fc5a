//! The tables of this crate: steps 130 to 139.

use db::Migration;

/// The steps of the schema of this crate.
pub const MIGRATIONS: &[Migration] = &[];
