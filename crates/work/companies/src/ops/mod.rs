//! Use cases, one per file. Endpoints, commands, imports and other slices enter here.

mod count_projects;
mod create_company;
mod ensure_companies;
mod get_company;
mod list_companies;
mod load_directory;
mod update_company;
mod withdraw_companies;

pub use count_projects::count_projects;
pub use create_company::create_company;
pub use ensure_companies::{Ensured, ensure_companies};
pub use get_company::{find_companies, get_company};
pub use list_companies::list_companies;
pub use load_directory::load_directory;
pub use update_company::update_company;
pub use withdraw_companies::{Standing, withdraw_companies};

pub(crate) use create_company::{company_of, lock};
pub(crate) use update_company::rewritten;

kernel::refusals! {
    /// Why something was not done with a company.
    pub enum CompanyRefusal {
        /// There is no such company.
        Unknown = (NotFound, "companies.unknown"),
        /// A company with this code, or this name in this division, is registered already.
        AlreadyRegistered { id: String, name: String } = (Conflict, "companies.already_registered"),
        /// Several companies bear this name in this division; the code must be given.
        SeveralOfThisName { name: String, division: String } = (Conflict, "companies.several_of_this_name"),
        /// The cursor is none that a list gave.
        WrongCursor = (Invalid, "companies.wrong_cursor"),
    }
}
