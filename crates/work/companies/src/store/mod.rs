//! Every query of this crate. Companies are the whole city's register: they belong to no
//! unit, so no query takes a scope.

mod read;
mod write;

pub(crate) use read::{CompanyQuery, by_ids, candidates, export, page};
pub(crate) use write::{add_projects, insert, remove, update};

/// How many keys go into one `IN (…)`.
pub(crate) const KEYS: usize = 400;

/// Placeholders `$from, …` of this length.
pub(crate) fn placeholders(from: usize, length: usize) -> String {
    (from..from + length)
        .map(|n| format!("${n}"))
        .collect::<Vec<_>>()
        .join(", ")
}
