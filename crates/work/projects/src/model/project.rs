//! A project as the register holds it.

use super::contract::Contract;
use super::credit::CreditSplit;
use super::investor::{Home, Investor, other_province_bp};
use super::life::{Life, Stage};
use chrono::NaiveDate;
use kernel::{Entity, Id, Instant, Money};
use serde::{Deserialize, Serialize};

/// The key of a [`Project`].
pub type ProjectId = Id<Project>;

/// The key of an [`Amendment`].
pub type AmendmentId = Id<Amendment>;

/// Why a project is left out of 新引进 (domain rule 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// 房地产.
    RealEstate,
    /// 财政资金.
    PublicFunds,
    /// 二期: phase two of a contract that has counted.
    PhaseTwo,
    /// 本地迁建.
    LocalRelocation,
}

impl Exclusion {
    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::RealEstate => "real_estate",
            Self::PublicFunds => "public_funds",
            Self::PhaseTwo => "phase_two",
            Self::LocalRelocation => "local_relocation",
        }
    }

    /// The exclusion that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [
            Self::RealEstate,
            Self::PublicFunds,
            Self::PhaseTwo,
            Self::LocalRelocation,
        ]
        .into_iter()
        .find(|exclusion| exclusion.word() == word)
    }
}

/// A project as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its key; also its subject's in the journal.
    pub id: ProjectId,
    /// The code that people and workbooks use, unique.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Which units are credited with it.
    pub credit: CreditSplit,
    /// The division it lies in; not the same as the unit (domain rule 1).
    pub place_code: String,
    /// Its GB/T 4754 code.
    pub industry: Option<String>,
    /// Its industrial chain, which is not its industry.
    pub chain: Option<String>,
    /// Why it cannot be 新引进.
    pub exclusion: Option<Exclusion>,
    /// Who invests.
    pub investors: Vec<Investor>,
    /// The paper behind it.
    pub contract: Contract,
    /// Its planned total investment, amendments included.
    pub planned: Money,
    /// The project company registered here: its code (or, from old books, its name).
    pub project_company: Option<String>,
    /// Its filing code (立项备案).
    pub filing_code: Option<String>,
    /// The code of the platform that brought it in, if one did.
    pub platform: Option<String>,
    /// What has been recognised of it.
    pub life: Life,
    /// Whether its plan was ever amended.
    pub amended: bool,
    /// What has arrived and stands: a cache of the standing funds' sum.
    pub arrived: Money,
    /// How many standing funds there are.
    pub funds: i64,
    /// How often its master data was written, from 1.
    pub revision: i32,
    /// When anything of it was last written.
    pub updated_at: Instant,
}

impl Entity for Project {
    const PREFIX: &'static str = "prj";
}

impl Project {
    /// Its stage.
    pub fn stage(&self) -> Stage {
        self.life.stage(self.contract.is_formal())
    }

    /// The basis points that investors from other provinces hold.
    pub fn other_province_bp(&self, home: Home<'_>) -> i64 {
        let investors = self.investors.iter();
        other_province_bp(home, investors.map(|i| (i.deciding_division(), i.share_bp)))
    }

    /// Whether there is a project company or a filing code.
    pub const fn is_registered(&self) -> bool {
        self.project_company.is_some() || self.filing_code.is_some()
    }
}

/// A change of the planned investment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Its key.
    pub id: AmendmentId,
    /// The day it was approved.
    pub decided_on: NaiveDate,
    /// The plan before.
    pub from: Money,
    /// The plan after.
    pub to: Money,
    /// Why.
    pub reason: String,
    /// Its fact.
    pub fact_seq: i64,
}

impl Entity for Amendment {
    const PREFIX: &'static str = "amd";
}
