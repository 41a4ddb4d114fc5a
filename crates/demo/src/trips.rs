//! Which projects sign on a trip of a district's leaders, and which of these
//! start soon after.

use crate::course::OutreachCourse;
use crate::dice::Dice;
use crate::model::MilestoneKind;
use crate::projects::{Draft, Sort};
use crate::span::{JANUARY_2023, MONTHS};

/// A project that signs on a trip of 区县党政主要负责人.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trip {
    /// A position among the drafts, later among the projects.
    pub(crate) project: usize,
    /// The trip's month: the contract's, or a later one of the same year.
    pub(crate) month: usize,
}

/// Chooses them before the projects live, so that some of 2023 can start first.
pub(crate) fn trips(
    drafts: &mut [Draft],
    course: &OutreachCourse,
    is_even: bool,
    dice: &mut Dice,
) -> Vec<Trip> {
    let mut trips = Vec::new();
    let mut early = Vec::new();
    for signed in 0..MONTHS {
        let there: Vec<usize> = (0..drafts.len())
            .filter(|&at| {
                let draft = &drafts[at];
                // The city's own departments have no district's leader to travel.
                draft.project.unit != 0
                    && matches!(draft.sort, Sort::Large | Sort::NotOther)
                    && draft.project.month_of(MilestoneKind::Signed) == Some(signed)
            })
            .collect();
        for project in dice.choose(&there, course.county_signed[signed]) {
            let last = (signed / 12 * 12 + 11).min(MONTHS - 1);
            let month = if dice.chance(course.late_trips) {
                let months = if is_even { 1 } else { 1 + dice.index(4) };
                (signed + months).min(last)
            } else {
                signed
            };
            trips.push(Trip { project, month });
            if (JANUARY_2023..MONTHS - 1).contains(&signed) {
                early.push((project, signed));
            }
        }
    }
    for (project, signed) in dice.choose(&early, course.quick_starts) {
        let months = dice.index(MONTHS - 1 - signed);
        drafts[project].starts_from = Some(signed + 1 + months);
        drafts[project].is_stalled = false;
    }
    trips
}
