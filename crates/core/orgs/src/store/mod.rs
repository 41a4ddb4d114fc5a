//! Every query of this crate.

pub(crate) mod accounts;
pub(crate) mod audit;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod units;
