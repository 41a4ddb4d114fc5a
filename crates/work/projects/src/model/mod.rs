//! What a project is and what may be recognised of it, by rules alone: no database, no
//! clock.

mod change;
mod contract;
mod credit;
mod differences;
mod draft;
mod entries;
mod fund;
mod fund_rules;
mod industry;
mod investor;
mod life;
mod milestone;
mod milestone_rules;
mod next_steps;
mod project;
mod take_back;
mod typed;

pub use change::ProjectChange;
pub use contract::{Contract, ContractKind};
pub use credit::CreditSplit;
pub use fund::{EvidenceKind, Fund, FundId, FundKind, NewFund};
pub use fund_rules::FundRefusal;
pub use investor::{Home, Investor};
pub use life::{Life, Stage};
pub use milestone::{ListName, Listing, Milestone, MilestoneId, MilestoneKind};
pub use milestone_rules::MilestoneRefusal;
pub use next_steps::NextStep;
pub use project::{Amendment, AmendmentId, Exclusion, Project, ProjectId};
pub use typed::{NewInvestor, NewProject};

pub(crate) use change::{CODES as FROZEN_CODES, frozen};
pub(crate) use credit::{mode_from_word as credit_mode_from_word, mode_word as credit_mode_word};
pub(crate) use differences::{Difference, differences};
pub(crate) use draft::{FIELD_CODES, ProjectDraft, check_draft, company_drafts};
pub(crate) use entries::{
    amendment_entry, brought_entry, fund_entry, milestone_entry, replacement_entry,
};
pub(crate) use fund::{check_fund, voucher_of};
pub(crate) use fund_rules::{Plan, judge_amendment, judge_fund, judge_remainder};
pub(crate) use milestone_rules::judge_milestone;
pub(crate) use next_steps::next_steps;
pub(crate) use take_back::judge_taking_back;
