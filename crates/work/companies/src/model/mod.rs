//! What a company is, by rules alone: no database, no clock.

mod company;
mod directory;
mod name;
mod resemblance;
mod uscc;

pub use company::{
    Company, CompanyChange, CompanyDraft, CompanyId, CompanyRef, Difference, NewCompany,
    check_draft, differences,
};
pub use directory::{Directory, Match};
pub use name::normal_name;
pub use resemblance::core_name;
pub use uscc::{Uscc, UsccRefusal};
