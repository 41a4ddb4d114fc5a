//! Activities on which projects sign, around the days of their contracts.

use super::happening::Happening;
use crate::course::OutreachCourse;
use crate::dice::Dice;
use crate::model::{MilestoneKind, Project};
use crate::records::{ActivityKind, Leader};
use crate::span::month_at;
use crate::trips::Trip;

/// An outbound activity: a trip, or a call at a company's door.
pub(crate) fn trip(
    leader: Leader,
    organisers: Vec<usize>,
    month: usize,
    dice: &mut Dice,
) -> Happening {
    let kind = if leader != Leader::CityFirst && dice.chance(22) {
        ActivityKind::Doorstep
    } else {
        ActivityKind::Outbound
    };
    Happening::new(kind, leader, organisers, month, dice)
}

/// The trips of a month on which districts' projects sign. Two projects share
/// one where their days do and different companies sign.
pub(crate) fn county_trips(
    projects: &[Project],
    trips: &[Trip],
    month: usize,
    dice: &mut Dice,
) -> Vec<Happening> {
    let mut held: Vec<Happening> = Vec::new();
    for signed in trips.iter().filter(|trip| trip.month == month) {
        let project = &projects[signed.project];
        let day = project.agreed_on;
        let is_of_month = day >= month_at(month).first_day();
        let fits = |happening: &&mut Happening| {
            let activity = &happening.activity;
            happening.unit() == project.unit
                && (!is_of_month || (activity.begins_on <= day && day <= activity.ends_on))
                && happening
                    .signed
                    .iter()
                    .all(|&other| projects[other].investors[0].name != project.investors[0].name)
        };
        if let Some(happening) = held.iter_mut().find(fits) {
            happening.signed.push(signed.project);
            continue;
        }
        let mut happening =
            trip(Leader::CountyFirst, vec![project.unit], month, dice).around(day, dice);
        happening.signed.push(signed.project);
        held.push(happening);
    }
    held
}

/// Signatures at other activities: the leading unit's own projects of the month;
/// on trips of the city's leaders, anybody's of the months before.
pub(crate) fn elsewhere(
    held: &mut [Happening],
    projects: &[Project],
    taken: &mut [bool],
    course: &OutreachCourse,
    month: usize,
    dice: &mut Dice,
) {
    let mut open: Vec<usize> = (0..held.len())
        .filter(|&at| {
            use ActivityKind::{Doorstep, Joint, Outbound, Promotion};
            let activity = &held[at].activity;
            matches!(activity.kind, Outbound | Doorstep | Promotion | Joint)
                && activity.leader != Leader::CountyFirst
        })
        .collect();
    dice.shuffle(&mut open);
    let mut left = course.signed_elsewhere;
    for at in open {
        let is_city = held[at].activity.leader == Leader::CityFirst;
        if left == 0 && !is_city {
            continue;
        }
        let there: Vec<usize> = (0..projects.len())
            .filter(|&project| {
                let signed = projects[project].month_of(MilestoneKind::Signed);
                let fits = if is_city {
                    signed.is_some_and(|signed| {
                        signed < month && signed + 3 > month && signed / 12 == month / 12
                    })
                } else {
                    signed == Some(month)
                        && projects[project].unit == held[at].unit()
                        && projects[project].agreed_on <= held[at].activity.ends_on
                };
                fits && !taken[project]
            })
            .collect();
        if there.is_empty() {
            continue;
        }
        let project = *dice.pick(&there);
        taken[project] = true;
        held[at].signed.push(project);
        if !is_city {
            left -= 1;
        }
    }
}

/// A ceremony for each witnessed signing that no other activity has.
pub(crate) fn witnessed(
    held: &mut Vec<Happening>,
    projects: &[Project],
    taken: &mut [bool],
    month: usize,
    dice: &mut Dice,
) {
    for (at, project) in projects.iter().enumerate() {
        if taken[at] || project.month_of(MilestoneKind::Witnessed) != Some(month) {
            continue;
        }
        taken[at] = true;
        let organisers = match project.unit {
            0 => vec![0],
            unit => vec![unit, 0],
        };
        let kind = ActivityKind::Witnessing;
        let mut ceremony = Happening::new(kind, Leader::CityFirst, organisers, month, dice);
        ceremony.activity.begins_on = project.agreed_on;
        ceremony.activity.ends_on = project.agreed_on;
        ceremony.signed.push(at);
        held.push(ceremony);
    }
}
