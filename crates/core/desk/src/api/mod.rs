//! The endpoints, one per file.

pub(crate) mod find_anything;
