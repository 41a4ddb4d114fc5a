//! Who was met: for each window as many different ones as the course says, then
//! some of them again.

use std::collections::BTreeSet;

use super::guests::Guests;
use crate::companies::Directory;
use crate::course::{Met, OutreachCourse};
use crate::dice::Dice;
use crate::model::{MilestoneKind, Project};
use crate::records::{Activity, ActivityKind, Meeting, OurSide, Outcome, TheirSide};
use crate::span::MONTHS;
use crate::targets::Contact;

/// All meetings, by activity. `signed` are the projects that sign at activities.
pub(crate) fn meetings(
    activities: &[Activity],
    signed: &[(usize, usize)],
    projects: &[Project],
    directory: &mut Directory,
    contacts: Vec<Contact>,
    course: &OutreachCourse,
    dice: &mut Dice,
) -> Vec<Meeting> {
    let mut table = Table {
        activities,
        projects,
        guests: Guests::new(directory, contacts),
        at: vec![BTreeSet::new(); activities.len()],
        rows: Vec::new(),
        intents: Vec::new(),
    };
    table.intents = (0..projects.len())
        .filter(|&at| projects[at].month_of(MilestoneKind::Signed).is_none())
        .filter(|&at| projects[at].month_of(MilestoneKind::Intended).is_some())
        .collect();
    for &(activity, project) in signed {
        let company = table.guests.investor(&projects[project].investors[0].name);
        table.meet(activity, company, Some(project), dice);
    }
    for (half, met) in course.met.iter().enumerate() {
        table.half(half * 6, met, course.repeats, dice);
    }
    table.rows.sort_by_key(|row| row.activity);
    table.rows
}

/// The rows so far.
struct Table<'p> {
    activities: &'p [Activity],
    projects: &'p [Project],
    guests: Guests<'p>,
    /// The companies met at each activity.
    at: Vec<BTreeSet<usize>>,
    rows: Vec<Meeting>,
    /// Projects that were only intended, and did not come out of a meeting yet.
    intents: Vec<usize>,
}

impl Table<'_> {
    /// The meetings of half a year.
    fn half(&mut self, first: usize, met: &Met, repeats: usize, dice: &mut Dice) {
        let is_spring = |month: usize| (first + 1..=first + 3).contains(&month);
        let kind = |kind: ActivityKind| move |of: &Activity| of.kind == kind;

        let outbound = self.held(first, |of| of.kind.is_outbound());
        let mut seen = self.seen(&outbound);
        let there = self.projects_of(&outbound, met.projects, dice);
        let fresh = met.outbound.saturating_sub(there + seen.len());
        self.fresh(&outbound, fresh, &mut seen, dice);
        self.again(&outbound, fresh * repeats / 100, &seen, dice);

        let joint = self.held(first, kind(ActivityKind::Joint));
        let (spring, rest) = self.split(&joint, is_spring);
        let mut seen = self.seen(&spring);
        let fresh = met.joint_spring.saturating_sub(seen.len());
        self.fresh(&spring, fresh, &mut seen, dice);
        self.again(&spring, fresh * repeats / 100, &seen, dice);
        let mut invited = seen.clone();
        seen.extend(self.seen(&rest));
        let fresh = met.joint.saturating_sub(seen.len());
        self.fresh(&rest, fresh, &mut seen, dice);
        self.again(&rest, fresh * repeats / 100, &seen, dice);

        let inbound = self.held(first, kind(ActivityKind::Inbound));
        let (spring, rest) = self.split(&inbound, is_spring);
        let fresh = met.invited_spring.saturating_sub(invited.len());
        self.fresh(&spring, fresh, &mut invited, dice);
        self.again(&spring, fresh * repeats / 100, &invited, dice);
        let mut seen = BTreeSet::new();
        let fresh = rest.len() * met.inbound_tenths / 10;
        self.fresh(&rest, fresh, &mut seen, dice);
        self.again(&rest, fresh * repeats / 100, &seen, dice);

        let promotions = self.held(first, kind(ActivityKind::Promotion));
        let mut seen = self.seen(&promotions);
        self.fresh(&promotions, promotions.len(), &mut seen, dice);
    }

    /// The activities of half a year that are of a kind.
    fn held(&self, first: usize, keep: impl Fn(&Activity) -> bool) -> Vec<usize> {
        let months = first..(first + 6).min(MONTHS);
        (0..self.activities.len())
            .filter(|&at| {
                let activity = &self.activities[at];
                months.contains(&activity.month()) && keep(activity)
            })
            .collect()
    }

    fn split(&self, held: &[usize], keep: impl Fn(usize) -> bool) -> (Vec<usize>, Vec<usize>) {
        held.iter()
            .partition(|&&at| keep(self.activities[at].month()))
    }

    /// The companies met so far at these activities.
    fn seen(&self, held: &[usize]) -> BTreeSet<usize> {
        held.iter().flat_map(|&at| &self.at[at]).copied().collect()
    }

    /// Companies not seen, so many; every activity gets one before any gets two.
    fn fresh(&mut self, held: &[usize], count: usize, seen: &mut BTreeSet<usize>, dice: &mut Dice) {
        if held.is_empty() {
            return;
        }
        let mut empty: Vec<usize> = held.to_vec();
        empty.retain(|&at| self.at[at].is_empty());
        dice.shuffle(&mut empty);
        for _ in 0..count {
            let activity = empty.pop().unwrap_or_else(|| *dice.pick(held));
            let month = self.activities[activity].month();
            let company = self.guests.guest(month, seen, dice);
            seen.insert(company);
            self.meet(activity, company, None, dice);
        }
        for activity in empty {
            self.see_again(activity, seen, dice);
        }
    }

    /// Companies seen before, at other activities.
    fn again(&mut self, held: &[usize], count: usize, seen: &BTreeSet<usize>, dice: &mut Dice) {
        for _ in 0..count {
            if !held.is_empty() {
                let activity = *dice.pick(held);
                self.see_again(activity, seen, dice);
            }
        }
    }

    fn see_again(&mut self, activity: usize, seen: &BTreeSet<usize>, dice: &mut Dice) {
        let there: Vec<usize> = seen.difference(&self.at[activity]).copied().collect();
        if !there.is_empty() {
            let company = *dice.pick(&there);
            self.meet(activity, company, None, dice);
        }
    }

    /// Projects met without a company: the leading unit's own, so many different
    /// ones, some of them twice. Gives how many there are.
    fn projects_of(&mut self, held: &[usize], count: usize, dice: &mut Dice) -> usize {
        let mut met: BTreeSet<usize> = BTreeSet::new();
        // Tries enough that small units with few projects do not matter.
        for _ in 0..count * 20 {
            if met.len() == count || held.is_empty() {
                break;
            }
            let activity = *dice.pick(held);
            let of = &self.activities[activity];
            let there: Vec<usize> = (0..self.projects.len())
                .filter(|&at| {
                    let project = &self.projects[at];
                    project.unit == of.organisers[0]
                        && project.agreed_on < of.begins_on
                        && project.ended_on().is_none()
                })
                .collect();
            if there.is_empty() {
                continue;
            }
            let project = *dice.pick(&there);
            if !met.insert(project) {
                continue;
            }
            self.project_met(activity, project, dice);
            let others = held.iter().copied().filter(|&other| {
                other != activity
                    && self.activities[other].organisers[0] == of.organisers[0]
                    && self.activities[other].begins_on > of.begins_on
            });
            let others: Vec<usize> = others.collect();
            if !others.is_empty() && dice.chance(15) {
                let other = *dice.pick(&others);
                self.project_met(other, project, dice);
            }
        }
        met.len()
    }

    fn project_met(&mut self, activity: usize, project: usize, dice: &mut Dice) {
        self.rows.push(Meeting {
            activity,
            company: None,
            project: Some(project),
            ours: *dice.pick(&[OurSide::First, OurSide::Deputy]),
            theirs: *dice.pick(&[TheirSide::First, TheirSide::Executive]),
            outcome: Outcome::None,
        });
    }

    /// A company is met, and the project `signed` signs.
    fn meet(&mut self, activity: usize, company: usize, signed: Option<usize>, dice: &mut Dice) {
        let (ours, theirs) = self.guests.sides(company, dice);
        let outcome = match signed {
            Some(_) => Outcome::Signed,
            None if dice.chance(15) => Outcome::Intended,
            None => Outcome::None,
        };
        let project = match outcome {
            Outcome::Intended => self.intent(activity),
            _ => signed,
        };
        self.at[activity].insert(company);
        self.rows.push(Meeting {
            activity,
            company: Some(company),
            project,
            ours,
            theirs,
            outcome,
        });
    }

    /// An intended project of the month that comes out of a meeting.
    fn intent(&mut self, activity: usize) -> Option<usize> {
        let of = &self.activities[activity];
        let found = self.intents.iter().position(|&at| {
            let project = &self.projects[at];
            project.unit == of.organisers[0]
                && project.month_of(MilestoneKind::Intended) == Some(of.month())
        });
        found.map(|at| self.intents.swap_remove(at))
    }
}
