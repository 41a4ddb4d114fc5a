//! The calendar: as many activities of each sort as the course says, first those
//! on which contracts are signed.

use super::happening::Happening;
use super::signings;
use crate::city::UNITS;
use crate::course::OutreachCourse;
use crate::dice::Dice;
use crate::model::Project;
use crate::parties::any_unit;
use crate::records::{Activity, ActivityKind, Leader};
use crate::span::{MONTHS, month_at};
use crate::trips::Trip;

/// All activities, and which project signed at which.
pub(crate) fn calendar(
    projects: &[Project],
    trips: &[Trip],
    course: &OutreachCourse,
    dice: &mut Dice,
) -> (Vec<Activity>, Vec<(usize, usize)>) {
    let mut all = Vec::new();
    let mut taken: Vec<bool> = vec![false; projects.len()];
    for trip in trips {
        taken[trip.project] = true;
    }
    for month in 0..MONTHS {
        let mut held = signings::county_trips(projects, trips, month, dice);
        for _ in held.len()..course.county_first[month] {
            let unit = district(dice);
            let organisers = company_of(unit, 12, dice);
            held.push(signings::trip(Leader::CountyFirst, organisers, month, dice));
        }
        others(&mut held, course, month, dice);
        signings::elsewhere(&mut held, projects, &mut taken, course, month, dice);
        signings::witnessed(&mut held, projects, &mut taken, month, dice);
        held.sort_by_key(|happening| (happening.unit(), happening.activity.begins_on));
        all.extend(held);
    }
    number(all)
}

/// What does not depend on a contract.
fn others(held: &mut Vec<Happening>, course: &OutreachCourse, month: usize, dice: &mut Dice) {
    use ActivityKind::{Inbound, Press, Promotion};
    for _ in 0..course.city_first[month] {
        let organisers = vec![0, district(dice)];
        held.push(signings::trip(Leader::CityFirst, organisers, month, dice));
    }
    for _ in 0..course.other_trips[month] {
        let unit = any_unit(dice);
        let leader = below_first(unit, dice);
        let organisers = company_of(unit, 20, dice);
        held.push(signings::trip(leader, organisers, month, dice));
    }
    for _ in 0..course.promotions[month] {
        let unit = any_unit(dice);
        let leader = below_first(unit, dice);
        let organisers = company_of(unit, 20, dice);
        held.push(Happening::new(Promotion, leader, organisers, month, dice));
    }
    for at in 0..course.inbound[month] {
        // Every unit receives somebody every month.
        let unit = if at < UNITS.len() { at } else { any_unit(dice) };
        let leader = match dice.below(10) {
            0 => Leader::None,
            1 if unit != 0 => Leader::CountyFirst,
            _ => below_first(unit, dice),
        };
        held.push(Happening::new(Inbound, leader, vec![unit], month, dice));
    }
    for _ in 0..course.joint[month] {
        held.push(joint(month, dice));
    }
    for _ in 0..course.conferences[month] {
        let kind = match dice.below(10) {
            0 => ActivityKind::Conference,
            1..3 => ActivityKind::Mobilisation,
            3..7 => ActivityKind::Dispatching,
            _ => ActivityKind::Progress,
        };
        let unit = any_unit(dice);
        let leader = if unit == 0 {
            Leader::CityLeader
        } else {
            Leader::CountyLeader
        };
        held.push(Happening::new(kind, leader, vec![unit], month, dice));
    }
    if month % 6 == 5 {
        held.push(Happening::new(
            Press,
            Leader::Department,
            vec![0],
            month,
            dice,
        ));
    }
}

/// The bureau and one to three districts; either leads.
fn joint(month: usize, dice: &mut Dice) -> Happening {
    let mut organisers = vec![0];
    for _ in 0..=dice.below(3) {
        let unit = district(dice);
        if !organisers.contains(&unit) {
            organisers.push(unit);
        }
    }
    if dice.chance(50) {
        organisers.swap(0, 1);
    }
    let leader = below_first(organisers[0], dice);
    Happening::new(ActivityKind::Joint, leader, organisers, month, dice)
}

/// A unit, now and then with another.
fn company_of(unit: usize, percent: u64, dice: &mut Dice) -> Vec<usize> {
    let with = district(dice);
    if with != unit && dice.chance(percent) {
        vec![unit, with]
    } else {
        vec![unit]
    }
}

/// A unit other than the city's own departments.
fn district(dice: &mut Dice) -> usize {
    match any_unit(dice) {
        0 => 1 + dice.index(UNITS.len() - 1),
        unit => unit,
    }
}

/// Any leader but the first.
fn below_first(unit: usize, dice: &mut Dice) -> Leader {
    match (unit, dice.chance(50)) {
        (_, true) => Leader::Department,
        (0, false) => Leader::CityLeader,
        (_, false) => Leader::CountyLeader,
    }
}

/// Codes run through each unit's month, the numbers of names through all.
fn number(all: Vec<Happening>) -> (Vec<Activity>, Vec<(usize, usize)>) {
    let mut activities: Vec<Activity> = Vec::new();
    let mut signed = Vec::new();
    let (mut running, mut last) = (0, None);
    for happening in all {
        let place = (happening.month, happening.unit());
        running = if last == Some(place) { running + 1 } else { 1 };
        last = Some(place);
        let mut activity = happening.activity;
        activity.code = format!(
            "YSHD{}-{}-{running:03}",
            UNITS[place.1].letters,
            month_at(place.0).number()
        );
        activity.name = format!("{}{:04}", activity.name, activities.len() + 1);
        signed.extend(
            happening
                .signed
                .into_iter()
                .map(|project| (activities.len(), project)),
        );
        activities.push(activity);
    }
    (activities, signed)
}
