//! Problems of companies and projects (企业问题), and how they were solved.

use super::is_late;
use super::party::Party;
use super::visit::VisitId;
use chrono::NaiveDate;
use kernel::{Entity, Id, Instant};
use ledger::Recorded;
use serde::{Deserialize, Serialize};

/// The key of a [`Problem`].
pub type ProblemId = Id<Problem>;

/// What a problem is about (domain rule 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ProblemCategory)]
pub enum Category {
    /// 供电.
    PowerSupply,
    /// 地上附属物清除.
    SiteClearing,
    /// 高压线迁移.
    PowerLine,
    /// 文物勘探.
    Heritage,
    /// 员工住宿.
    Housing,
    /// 其他.
    Other,
}

impl Category {
    /// All categories.
    pub const ALL: [Self; 6] = [
        Self::PowerSupply,
        Self::SiteClearing,
        Self::PowerLine,
        Self::Heritage,
        Self::Housing,
        Self::Other,
    ];

    /// The word in the database, in JSON and in the fact.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PowerSupply => "power_supply",
            Self::SiteClearing => "site_clearing",
            Self::PowerLine => "power_line",
            Self::Heritage => "heritage",
            Self::Housing => "housing",
            Self::Other => "other",
        }
    }

    /// The category that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.word() == word)
    }
}

/// A problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its key.
    pub id: ProblemId,
    /// Its code, unique.
    pub code: String,
    /// What it is about.
    pub category: Category,
    /// The unit that has to solve it, by key.
    pub unit: i64,
    /// Whose it is: a company's, a project's or both.
    pub party: Party,
    /// The day it was raised.
    pub raised_on: NaiveDate,
    /// What it is.
    pub description: String,
    /// The visit it came from.
    pub visit: Option<VisitRef>,
    /// How it was solved, where that stands.
    pub solution: Option<Solution>,
    /// How often it was written, from 1: tells an undo whether it has changed since.
    pub revision: i32,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// When it was last written.
    pub updated_at: Instant,
    /// When an undone import took it away.
    pub removed_at: Option<Instant>,
}

impl Entity for Problem {
    const PREFIX: &'static str = "prb";
}

/// A visit by its id and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct VisitRef {
    /// Its id, `vis_…`.
    #[schema(value_type = String)]
    pub id: VisitId,
    /// Its code.
    pub code: String,
}

/// That a problem was solved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Its key.
    pub id: i64,
    /// The day.
    pub solved_on: NaiveDate,
    /// How.
    pub text: String,
    /// Its fact.
    pub booked: Recorded,
    /// When it was recorded.
    pub recorded_at: Instant,
}

impl Solution {
    /// Whether it was booked after its month (补报).
    pub fn is_late(&self) -> bool {
        is_late(self.solved_on, &self.booked)
    }
}

/// What is to change of a problem; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProblemChange {
    /// What it is about.
    pub category: Option<Category>,
    /// The unit that has to solve it, by code or name.
    pub unit: Option<String>,
    /// The company; none takes it away.
    pub company: Option<Option<companies::CompanyId>>,
    /// The project; none takes it away.
    pub project: Option<Option<projects::ProjectId>>,
    /// The day it was raised.
    pub raised_on: Option<NaiveDate>,
    /// What it is.
    pub description: Option<String>,
    /// The visit it came from; none takes it away.
    pub visit: Option<Option<VisitId>>,
    /// How it was solved, once it is.
    pub solution: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_category() {
        for category in Category::ALL {
            assert_eq!(Category::from_word(category.word()), Some(category));
        }
        assert_eq!(Category::from_word("tax"), None);
    }
}
