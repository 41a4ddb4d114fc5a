//! The escort roster (护商名单): whom the city escorts, by which rule, and who does it.

use super::party::Party;
use super::{Reversal, is_late};
use chrono::NaiveDate;
use kernel::{Entity, Id, Instant};
use ledger::Recorded;

/// The key of a [`Roster`].
pub type RosterId = Id<Roster>;

/// One entry of the roster: a stay of a company or project on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// Its key.
    pub id: RosterId,
    /// The company, or the project.
    pub party: Party,
    /// The unit that answers for it, by key.
    pub unit: i64,
    /// The day it was put on the roster.
    pub enrolled_on: NaiveDate,
    /// The rule that chose it.
    pub rule: String,
    /// Who escorts it: a role such as 护商专员 012, never a person's name.
    pub officer: String,
    /// Its fact.
    pub booked: Recorded,
    /// Its end, where it has one that stands.
    pub release: Option<Release>,
    /// How it was taken back, if it was.
    pub reversal: Option<Reversal>,
    /// How often it was written, from 1: tells an undo whether it has changed since.
    pub revision: i32,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// When it was last written.
    pub updated_at: Instant,
}

impl Entity for Roster {
    const PREFIX: &'static str = "ros";
}

/// The end of a stay on the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its key.
    pub id: i64,
    /// The day.
    pub released_on: NaiveDate,
    /// Its fact.
    pub booked: Recorded,
    /// When it was recorded.
    pub recorded_at: Instant,
}

/// What is to change of an entry; what is absent stays. No fact carries these fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RosterChange {
    /// The rule that chose it.
    pub rule: Option<String>,
    /// Who escorts it.
    pub officer: Option<String>,
}

impl Roster {
    /// Whether it stands and has not ended.
    pub const fn is_open(&self) -> bool {
        self.reversal.is_none() && self.release.is_none()
    }

    /// Whether it was booked after its month (补报).
    pub fn is_late(&self) -> bool {
        is_late(self.enrolled_on, &self.booked)
    }
}
