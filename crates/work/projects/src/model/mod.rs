//! What a project is and what may be recognised of it, by rules alone: no database, no
//! clock.

mod change;
mod contract;
mod credit;
mod days;
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

pub(crate) use change::CODES as FROZEN_CODES;
pub use change::{ProjectChange, frozen};
pub use contract::{Contract, ContractKind};
pub use credit::CreditSplit;
pub(crate) use credit::{mode_from_word as credit_mode_from_word, mode_word as credit_mode_word};
pub use days::{DayRefusal, Days};
pub use differences::{Difference, differences};
pub use draft::{FIELD_CODES, ProjectDraft, check_draft, company_drafts};
pub use entries::{amendment_entry, fund_entry, milestone_entry, replacement_entry};
pub use fund::{EvidenceKind, Fund, FundId, FundKind, NewFund, check_fund, voucher_of};
pub use fund_rules::{FundRefusal, Plan, judge_amendment, judge_fund, judge_remainder};
pub use investor::{Home, Investor, InvestorDraft};
pub use life::{Life, Stage};
pub use milestone::{ListName, Listing, Milestone, MilestoneId, MilestoneKind};
pub use milestone_rules::{MilestoneRefusal, judge_milestone};
pub use next_steps::{NextStep, next_steps};
pub use project::{Amendment, AmendmentId, Exclusion, Project, ProjectId};
pub use take_back::judge_taking_back;
pub use typed::{NewInvestor, NewProject};
