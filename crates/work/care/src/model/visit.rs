//! Visits (护商活动): what was learnt of whom, and what became of it.

use super::party::Party;
use super::{Reversal, is_late};
use chrono::NaiveDate;
use kernel::{Entity, Id, Instant};
use ledger::Recorded;
use projects::ProjectName;
use serde::{Deserialize, Serialize};

/// The key of a [`Visit`].
pub type VisitId = Id<Visit>;

/// How one met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = VisitMode)]
pub enum Mode {
    /// 线上.
    Online,
    /// 线下.
    Offline,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 2] = [Self::Online, Self::Offline];

    /// The word in the database, in JSON and in the fact.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Offline => "offline",
        }
    }

    /// The mode that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }
}

/// What a visit was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = VisitPurpose)]
pub enum Purpose {
    /// 问题困难调研.
    Survey,
    /// 惠企政策宣讲.
    Policy,
    /// 招商线索搜集.
    Leads,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Self; 3] = [Self::Survey, Self::Policy, Self::Leads];

    /// The word in the database, in JSON and in the fact.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Policy => "policy",
            Self::Leads => "leads",
        }
    }

    /// The purpose that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.word() == word)
    }
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its key.
    pub id: VisitId,
    /// Its code, one among the visits that stand.
    pub code: String,
    /// How one met.
    pub mode: Mode,
    /// What it was for.
    pub purpose: Purpose,
    /// The day.
    pub visited_on: NaiveDate,
    /// The unit that made it, by key.
    pub unit: i64,
    /// Who made it: a role such as 护商专员 012, never a person's name.
    pub officer: String,
    /// Who was visited: a company, a project or both.
    pub party: Party,
    /// What was learnt of the progress.
    pub progress: Option<String>,
    /// What is needed.
    pub needs: Option<String>,
    /// The project that the need became.
    pub lead: Option<ProjectName>,
    /// The code of the opportunity that the need became.
    pub opportunity: Option<String>,
    /// Its fact.
    pub booked: Recorded,
    /// How it was taken back, if it was.
    pub reversal: Option<Reversal>,
    /// How often it was written, from 1: tells an undo whether it has changed since.
    pub revision: i32,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// When it was last written.
    pub updated_at: Instant,
}

impl Entity for Visit {
    const PREFIX: &'static str = "vis";
}

impl Visit {
    /// Whether it was booked after its month (补报).
    pub fn is_late(&self) -> bool {
        is_late(self.visited_on, &self.booked)
    }
}

/// What is to change of a visit; what is absent stays. No fact carries these fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VisitChange {
    /// Who made it.
    pub officer: Option<String>,
    /// The company; none takes it away.
    pub company: Option<Option<companies::CompanyId>>,
    /// The project; none takes it away.
    pub project: Option<Option<projects::ProjectId>>,
    /// What was learnt of the progress; an empty text takes it away.
    pub progress: Option<String>,
    /// What is needed; an empty text takes it away.
    pub needs: Option<String>,
    /// The project that the need became; none takes it away.
    pub lead: Option<Option<projects::ProjectId>>,
}

kernel::refusals! {
    /// Why something was not done with a visit.
    pub enum VisitRefusal {
        /// There is no such visit, or it is none of the caller's.
        Unknown = (NotFound, "visits.unknown"),
        /// Another visit has this code.
        CodeTaken { code: String } = (Conflict, "visits.code_taken"),
        /// A visit is to a company, a project or both.
        NobodyVisited = (Invalid, "visits.nobody_visited"),
        /// A lead or an opportunity comes of a need, and the visit notes none.
        NoNeed = (Conflict, "visits.no_need"),
        /// The need has become an opportunity already.
        OpportunityPlanned { opportunity: String } = (Conflict, "visits.opportunity_planned"),
        /// The visit was taken back before.
        AlreadyReversed = (Conflict, "visits.already_reversed"),
        /// Problems name it as where they came from.
        ReferredTo { problems: usize } = (Conflict, "visits.referred_to"),
        /// A reversal names its reason.
        NoReason = (Invalid, "visits.no_reason"),
        /// The cursor is none that this list gave.
        WrongCursor = (Invalid, "visits.wrong_cursor"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_what_it_came_from() {
        for mode in Mode::ALL {
            assert_eq!(Mode::from_word(mode.word()), Some(mode));
        }
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_word(purpose.word()), Some(purpose));
        }
        assert_eq!(Purpose::from_word("online"), None);
    }
}
