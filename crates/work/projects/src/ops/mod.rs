//! Use cases, one per file. Endpoints, commands and imports enter here.

mod amend_plan;
mod book_brought;
mod book_funds;
mod book_milestones;
mod create_project;
mod get_fund;
mod get_project;
mod list_funds;
mod list_projects;
mod project_in;
mod record_funds;
mod record_listing;
mod record_milestone;
mod records_of;
mod reverse_funds;
mod reverse_milestone;
mod update_project;
mod write_project;

pub use amend_plan::{NewAmendment, amend_plan};
pub use book_brought::{Bringing, book_brought, forget_brought};
pub use create_project::create_project;
pub use get_fund::get_fund;
pub use get_project::{ProjectView, get_project};
pub use list_funds::{FundQuery, ListedFund, list_funds};
pub use list_projects::{ListedProject, ProjectQuery, list_projects};
pub use record_funds::record_funds;
pub use record_listing::{ListingAct, NewListing, record_listing};
pub use record_milestone::{NewMilestone, record_milestone};
pub use records_of::{ProjectName, Records, records_of};
pub use reverse_funds::reverse_funds;
pub use reverse_milestone::reverse_milestone;
pub use update_project::update_project;

pub(crate) use book_funds::{FundBooking, book_funds};
pub(crate) use book_milestones::{MilestoneBooking, book_milestones};
pub(crate) use get_project::view_project;
pub(crate) use record_funds::voucher_used;
pub(crate) use write_project::{
    fresh, investors_for, link_companies, moved_counts, new_counts, rewritten,
};

kernel::refusals! {
    /// Why something was not done with a project.
    pub enum ProjectRefusal {
        /// There is no such project, or it is none of the caller's.
        Unknown = (NotFound, "projects.unknown"),
        /// Another project has this code.
        CodeTaken { code: String } = (Conflict, "projects.code_taken"),
        /// Another project has a contract of this number.
        ContractNumberTaken { number: String, code: String } = (Conflict, "projects.contract_number_taken"),
        /// The caller may not record for this unit.
        ForeignUnit { unit: String } = (Forbidden, "projects.foreign_unit"),
        /// A correction or amendment names its reason.
        NoReason = (Invalid, "projects.no_reason"),
    }
}
