//! Use cases, one per file. Endpoints, imports and other slices enter here.

mod book_rosters;
mod book_solutions;
mod book_visits;
mod count_parties;
mod create_problem;
mod create_visit;
mod enrol_roster;
mod get_problem;
mod get_roster;
mod get_visit;
mod list_problems;
mod list_rosters;
mod list_visits;
mod need_to_opportunity;
mod party_of;
mod records_of;
mod release_roster;
mod reverse_problem;
mod reverse_roster;
mod reverse_visit;
mod shown;
mod solve_problem;
mod update_problem;
mod update_roster;
mod update_visit;

pub use create_problem::{NewProblem, NewSolution, create_problem};
pub use create_visit::{NewVisit, create_visit};
pub use enrol_roster::{NewRoster, enrol_roster};
pub use get_problem::get_problem;
pub use get_roster::get_roster;
pub use get_visit::get_visit;
pub use list_problems::{ProblemQuery, list_problems};
pub use list_rosters::{RosterQuery, list_rosters};
pub use list_visits::{VisitQuery, list_visits};
pub use need_to_opportunity::need_to_opportunity;
pub use records_of::{CareRecords, records_of};
pub use release_roster::release_roster;
pub use reverse_problem::reverse_problem;
pub use reverse_roster::reverse_roster;
pub use reverse_visit::reverse_visit;
pub use shown::Shown;
pub use solve_problem::solve_problem;
pub use update_problem::update_problem;
pub use update_roster::update_roster;
pub use update_visit::update_visit;

pub(crate) use book_rosters::{
    Enrolling, Releasing, Taking, book_releases, book_rosters, take_back_rosters,
};
pub(crate) use book_solutions::{Solving, book_solutions, take_back_solutions};
pub(crate) use book_visits::{Visiting, book_visits, take_back_visits};
pub(crate) use count_parties::{count_parties, parties_of};
