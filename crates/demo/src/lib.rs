//! Writes the demo city's workbooks, as its units would hand them in from
//! 2022-01 to 2023-06. Which records give which figure stands in
//! `docs/demo.md`.
//!
//! - [`newspaper`] is the city with the newspaper's totals, [`seeded`] any other.
//! - [`City`] is the model: plain rows, open to tests and evaluators.
//! - [`Records`] is what units do beside projects and funds: activities and whom
//!   they met, targets, platforms, escort service.
//! - [`City::files`] gives the workbooks, in the order in which they are loaded.
//!
//! Invariants: everything is synthesised and says so; the same city gives the
//! same bytes; all arithmetic is in integers; nothing here knows the ledger or
//! the importers, and nothing there knows the demo.

mod apportion;
mod build;
mod care;
mod chains;
mod channels;
mod city;
mod companies;
mod course;
mod credit_code;
mod dice;
mod funds;
mod life;
mod model;
mod names;
mod offices;
mod outreach;
mod parties;
mod plans;
mod projects;
mod pushed;
mod records;
mod span;
mod targets;
mod trips;
mod vouchers;

pub use build::{newspaper, seeded};
pub use chains::{CHAINS, Chain, NODES, Node, strength};
pub use city::{CITY_CODE, CITY_NAME, UNITS, Unit, UnitKind};
pub use credit_code::is_credit_code;
pub use model::{
    City, Company, ContractKind, Credit, Exclusion, Fund, Investor, Milestone, MilestoneKind,
    Project, Target,
};
pub use offices::{DemoFile, Stage};
pub use records::{
    Activity, ActivityKind, Bringing, Campaign, Document, Goal, Honour, Leader, Meeting, Member,
    Opportunity, OurSide, Outcome, Party, Platform, Problem, Publication, Records, TargetCompany,
    TheirSide, Visit,
};
pub use span::{FIRST_MONTH, MONTHS, month_at};
