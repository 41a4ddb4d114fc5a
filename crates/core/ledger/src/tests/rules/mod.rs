//! The fourteen rules of the ledger as examples, by subject.

mod append_only;
mod corrections;
mod credit;
mod definitions;
mod last_year;
mod late;
mod months;
mod opening;
mod opening_parts;
mod schedule;
mod sorts;
mod windows;
