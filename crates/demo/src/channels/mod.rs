//! Platforms, the projects that they brought, and opportunities.

mod brought;
mod opportunities;
mod platforms;

pub(crate) use brought::brought;
pub(crate) use opportunities::{opportunities, publications};
pub(crate) use platforms::platforms;
