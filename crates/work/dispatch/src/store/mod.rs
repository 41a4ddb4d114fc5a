//! Every query of this crate.

mod bulletins;
pub(crate) mod templates;

pub(crate) use bulletins::{find, find_issued, insert, page, titles_since};
