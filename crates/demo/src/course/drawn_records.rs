//! The records of a city that is drawn from a seed: fewer than the newspaper's,
//! more corner cases.

use super::Monthly;
use super::records::{CareCourse, ChannelsCourse, Met, OutreachCourse, TargetsCourse};
use crate::dice::Dice;
use crate::span::MONTHS;

fn number(dice: &mut Dice, low: i64, high: i64) -> usize {
    usize::try_from(dice.between(low, high)).expect("drawn between numbers that are not negative")
}

fn monthly(dice: &mut Dice, low: i64, high: i64) -> Monthly {
    [0; MONTHS].map(|_| number(dice, low, high))
}

pub(crate) fn outreach(dice: &mut Dice) -> OutreachCourse {
    OutreachCourse {
        city_first: monthly(dice, 0, 2),
        county_first: monthly(dice, 4, 11),
        other_trips: monthly(dice, 0, 5),
        promotions: monthly(dice, 0, 4),
        inbound: monthly(dice, 12, 20),
        joint: monthly(dice, 2, 10),
        conferences: monthly(dice, 0, 8),
        county_signed: monthly(dice, 0, 3),
        quick_starts: number(dice, 2, 6),
        late_trips: 45,
        signed_elsewhere: number(dice, 1, 3),
        met: [(); 3].map(|()| met(dice)),
        repeats: number(dice, 40, 80),
        documents: monthly(dice, 0, 3),
    }
}

/// Enough different parties for each activity to meet one.
fn met(dice: &mut Dice) -> Met {
    let projects = number(dice, 5, 30);
    let joint_spring = number(dice, 30, 50);
    Met {
        outbound: projects + number(dice, 110, 160),
        projects,
        joint_spring,
        joint: joint_spring + number(dice, 30, 60),
        invited_spring: joint_spring + number(dice, 60, 110),
        inbound_tenths: number(dice, 10, 18),
    }
}

pub(crate) fn targets(dice: &mut Dice) -> TargetsCourse {
    TargetsCourse {
        determined: monthly(dice, 2, 12),
        given_up: monthly(dice, 0, 2),
        contacted: number(dice, 20, 80),
    }
}

pub(crate) fn channels(dice: &mut Dice) -> ChannelsCourse {
    let mut closed = [0; MONTHS];
    closed[number(dice, 6, 16)] += 1;
    closed[number(dice, 6, 16)] += 1;
    ChannelsCourse {
        platforms: number(dice, 13, 20),
        founded: monthly(dice, 0, 1),
        closed,
        brought: [(); 3].map(|()| number(dice, 20, 60)),
        late: number(dice, 15, 30),
        funds: None,
        old: number(dice, 10, 60),
        opportunities: number(dice, 20, 60),
        planned: monthly(dice, 0, 14),
        matched: monthly(dice, 0, 3),
    }
}

pub(crate) fn care(dice: &mut Dice) -> CareCourse {
    let mut moves = || {
        let mut on = monthly(dice, 0, 5);
        on[0] += 8;
        (on, monthly(dice, 0, 2))
    };
    CareCourse {
        projects: moves(),
        companies: moves(),
        visits: monthly(dice, 12, 60),
        raised: monthly(dice, 3, 12),
        solved: monthly(dice, 1, 4),
    }
}
