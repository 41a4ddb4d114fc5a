//! The contract behind a project.

use chrono::NaiveDate;
use kernel::Money;
use serde::{Deserialize, Serialize};

/// What sort of paper was signed. Only a formal contract is 签约 (domain rule 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContractKind {
    /// 正式合同.
    Formal,
    /// 框架协议; turning into a contract is an upgrade of the same project.
    Framework,
    /// 意向.
    Intention,
}

impl ContractKind {
    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Formal => "formal",
            Self::Framework => "framework",
            Self::Intention => "intention",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Formal, Self::Framework, Self::Intention]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// The paper behind a project, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contract {
    /// Its number, unique in the city.
    pub number: Option<String>,
    /// Its sort.
    pub kind: Option<ContractKind>,
    /// The day it was signed.
    pub signed_on: Option<NaiveDate>,
    /// Its amount.
    pub amount: Option<Money>,
}

impl Contract {
    /// Whether it is a formal contract with number and date.
    pub fn is_formal(&self) -> bool {
        self.kind == Some(ContractKind::Formal) && self.number.is_some() && self.signed_on.is_some()
    }
}
