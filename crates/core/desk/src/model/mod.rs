//! Names and searching them, by rules alone: no database, no clock.

mod index;
mod spelling;

pub use index::{Index, Named};
