//! The endpoints, one per file.

pub(crate) mod create_view;
pub(crate) mod delete_view;
pub(crate) mod find_anything;
pub(crate) mod list_views;

mod view_out;
