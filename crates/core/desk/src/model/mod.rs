//! Names and searching them, and what a saved view is: no database, no clock.

mod index;
mod spelling;
mod view;

pub use index::{Index, Named};
pub use view::{SavedView, ViewId};

pub(crate) use view::check_view;
