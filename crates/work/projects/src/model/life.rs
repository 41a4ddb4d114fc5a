//! A project's life so far: its standing milestones, and the stage they amount to.

use super::milestone::{ListName, Listing, Milestone, MilestoneKind};
use chrono::NaiveDate;
use kernel::Month;
use serde::{Deserialize, Serialize};

/// Where a project stands (domain rule 2).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 线索: heard of; leads come in a later form of the register.
    Lead,
    /// 在谈.
    Talks,
    /// 意向.
    Intention,
    /// 拟签约: a formal contract is on file, its signing not recognised yet.
    PreSigning,
    /// 签约.
    Signed,
    /// 落地.
    Landed,
    /// 开工.
    Started,
    /// 竣工.
    Completed,
    /// 投产.
    InProduction,
    /// 达产.
    AtCapacity,
    /// 暂缓.
    Suspended,
    /// 终止.
    Terminated,
    /// 退出.
    Withdrawn,
}

impl Stage {
    /// All stages.
    pub const ALL: [Self; 13] = [
        Self::Lead,
        Self::Talks,
        Self::Intention,
        Self::PreSigning,
        Self::Signed,
        Self::Landed,
        Self::Started,
        Self::Completed,
        Self::InProduction,
        Self::AtCapacity,
        Self::Suspended,
        Self::Terminated,
        Self::Withdrawn,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Talks => "talks",
            Self::Intention => "intention",
            Self::PreSigning => "pre_signing",
            Self::Signed => "signed",
            Self::Landed => "landed",
            Self::Started => "started",
            Self::Completed => "completed",
            Self::InProduction => "in_production",
            Self::AtCapacity => "at_capacity",
            Self::Suspended => "suspended",
            Self::Terminated => "terminated",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The stage that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// The standing milestones of one project, in the order of the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life(Vec<Milestone>);

impl Life {
    /// The life with these milestones.
    pub fn new(mut milestones: Vec<Milestone>) -> Self {
        milestones.sort_unstable_by_key(|milestone| milestone.fact_seq);
        Self(milestones)
    }

    /// The milestones, in the order of the journal.
    pub fn milestones(&self) -> &[Milestone] {
        &self.0
    }

    /// Adds what has just been recognised.
    pub fn add(&mut self, milestone: Milestone) {
        self.0.push(milestone);
    }

    /// The life without the milestone of this fact.
    #[must_use]
    pub fn without(&self, fact_seq: i64) -> Self {
        let rest = self
            .0
            .iter()
            .filter(|milestone| milestone.fact_seq != fact_seq);
        Self(rest.cloned().collect())
    }

    /// Whether nothing has been recognised.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The last recognised milestone of this kind.
    pub fn last(&self, kind: MilestoneKind) -> Option<&Milestone> {
        self.0.iter().rev().find(|milestone| milestone.kind == kind)
    }

    /// Whether a milestone of this kind stands.
    pub fn has(&self, kind: MilestoneKind) -> bool {
        self.last(kind).is_some()
    }

    /// The milestone of this kind on this day.
    pub fn on(&self, kind: MilestoneKind, day: NaiveDate) -> Option<&Milestone> {
        self.0
            .iter()
            .find(|milestone| milestone.kind == kind && milestone.occurred_on == day)
    }

    /// What ended the project, if it has ended.
    pub fn end(&self) -> Option<&Milestone> {
        self.0.iter().rev().find(|milestone| milestone.kind.ends())
    }

    /// What put the project on hold, if it is.
    pub fn suspended(&self) -> Option<&Milestone> {
        self.last_of(MilestoneKind::Suspended, MilestoneKind::Resumed)
    }

    /// What put the project on the list of pushed ones, if it is on it.
    pub fn pushed(&self) -> Option<&Milestone> {
        self.last_of(MilestoneKind::Listed, MilestoneKind::Unlisted)
    }

    /// The last milestone of kind `on`, unless one of kind `off` came after it.
    fn last_of(&self, on: MilestoneKind, off: MilestoneKind) -> Option<&Milestone> {
        let last = self.0.iter().rev().find(|m| m.kind == on || m.kind == off);
        last.filter(|milestone| milestone.kind == on)
    }

    /// The month in which it was recognised as 新引进; none also where that was before the
    /// books.
    pub fn introduced_month(&self) -> Option<Month> {
        self.last(MilestoneKind::Introduced)?.origin_month
    }

    /// The stage; `formal_contract` says whether one is on file.
    pub fn stage(&self, formal_contract: bool) -> Stage {
        if let Some(end) = self.end() {
            return match end.kind {
                MilestoneKind::Terminated => Stage::Terminated,
                _ => Stage::Withdrawn,
            };
        }
        if self.suspended().is_some() {
            return Stage::Suspended;
        }
        // 新引进 presupposes a formal contract: the project is no less than signed.
        let steps = [
            (MilestoneKind::AtCapacity, Stage::AtCapacity),
            (MilestoneKind::InProduction, Stage::InProduction),
            (MilestoneKind::Completed, Stage::Completed),
            (MilestoneKind::Started, Stage::Started),
            (MilestoneKind::Landed, Stage::Landed),
            (MilestoneKind::Signed, Stage::Signed),
            (MilestoneKind::Introduced, Stage::Signed),
        ];
        if let Some((_, stage)) = steps.iter().find(|(kind, _)| self.has(*kind)) {
            return *stage;
        }
        if formal_contract {
            Stage::PreSigning
        } else if self.has(MilestoneKind::Intended) {
            Stage::Intention
        } else {
            Stage::Talks
        }
    }

    /// Its stays on lists, in the order of the journal.
    pub fn listings(&self) -> Vec<Listing> {
        let mut stays: Vec<Listing> = Vec::new();
        for milestone in &self.0 {
            let list = match milestone.kind {
                MilestoneKind::Witnessed => ListName::Witnessed,
                MilestoneKind::Listed => ListName::Pushed,
                MilestoneKind::Unlisted => {
                    let open = stays.iter_mut().rev();
                    let mut open = open.filter(|stay| stay.list == ListName::Pushed);
                    if let Some(stay) = open.next() {
                        stay.unlisted_on = Some(milestone.occurred_on);
                    }
                    continue;
                }
                _ => continue,
            };
            stays.push(Listing {
                list,
                listed_on: milestone.occurred_on,
                unlisted_on: None,
                fact_seq: milestone.fact_seq,
            });
        }
        stays
    }
}

#[cfg(test)]
mod tests {
    use super::super::milestone_rules::samples::{day, life};
    use super::*;
    use MilestoneKind::{
        InProduction, Introduced, Landed, Listed, Resumed, Signed, Started, Suspended, Terminated,
        Unlisted, Witnessed,
    };

    #[test]
    fn the_stage_is_the_furthest_recognised_step() {
        assert_eq!(life(&[]).stage(false), Stage::Talks);
        assert_eq!(life(&[]).stage(true), Stage::PreSigning);
        assert_eq!(life(&[(Introduced, 1)]).stage(true), Stage::Signed);
        let late = life(&[(Signed, 1), (Started, 3), (Landed, 2)]);
        assert_eq!(late.stage(true), Stage::Started);
        let skipping = life(&[(Signed, 1), (Started, 3), (InProduction, 5)]);
        assert_eq!(skipping.stage(true), Stage::InProduction);
    }

    #[test]
    fn a_pause_shows_until_it_ends_and_an_end_shows_for_good() {
        let paused = life(&[(Signed, 1), (Suspended, 2)]);
        assert_eq!(paused.stage(true), Stage::Suspended);
        let resumed = life(&[(Signed, 1), (Suspended, 2), (Resumed, 3)]);
        assert_eq!(resumed.stage(true), Stage::Signed);
        let ended = life(&[(Signed, 1), (Terminated, 2), (Suspended, 3)]);
        assert_eq!(ended.stage(true), Stage::Terminated);
    }

    #[test]
    fn a_project_may_be_on_a_list_twice_with_a_gap() {
        let life = life(&[(Witnessed, 1), (Listed, 2), (Unlisted, 4), (Listed, 6)]);
        let stays: Vec<_> = life
            .listings()
            .into_iter()
            .map(|stay| (stay.list, stay.listed_on, stay.unlisted_on))
            .collect();
        assert_eq!(
            stays,
            [
                (ListName::Witnessed, day(1), None),
                (ListName::Pushed, day(2), Some(day(4))),
                (ListName::Pushed, day(6), None),
            ]
        );
        assert!(life.pushed().is_some());
        assert!(life.without(3).without(4).pushed().is_some());
    }
}
