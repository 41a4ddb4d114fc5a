//! The course of a city that is drawn from a seed: nothing of it is known beforehand.

use super::{Course, Monthly, PlanSums, PushedCourse, StockCourse, drawn_records};
use crate::city::UNITS;
use crate::dice::Dice;
use crate::model::Target;
use crate::span::MONTHS;

/// A smaller city than the newspaper's, so that many of them can be tried.
pub(crate) fn drawn(dice: &mut Dice) -> Course {
    let (spread, per_month) = (dice.between(30, 80), dice.between(6, 16));
    let mut funds = Vec::new();
    let mut introduced = Vec::new();
    for unit in &UNITS {
        // 9 to 24 亿元 a month in the whole city, a hundredth of it in the smallest
        // unit; in hundredths of 万元 for one percent.
        let usual = unit.weight * spread * 3;
        funds.push((0..MONTHS).map(|_| usual * dice.between(30, 170)).collect());
        introduced.push(
            (0..MONTHS)
                .map(|_| (per_month * unit.weight + dice.between(0, 1400)) / 1000)
                .collect(),
        );
    }
    let witnessed_opening = dice.between(120, 170);
    let mut monthly =
        |low: i64, high: i64| -> Monthly { [0; MONTHS].map(|_| number(dice.between(low, high))) };
    let (other_signed, intents, witnessed_new) = (monthly(3, 14), monthly(0, 6), monthly(0, 3));
    let witnessed_moves = (monthly(0, 4), monthly(0, 1), monthly(0, 1));
    let other_moves = (monthly(0, 9), monthly(0, 2), monthly(0, 1));
    let stock = |opening: usize, (starts, ends, exits): (Monthly, Monthly, Monthly)| StockCourse {
        opening,
        opening_started: opening * 6 / 10,
        starts,
        ends,
        exits,
    };
    Course {
        targets: targets(dice),
        funds,
        introduced,
        other_signed,
        intents,
        spring_total: None,
        witnessed_new,
        witnessed: stock(number(witnessed_opening), witnessed_moves),
        others: stock(number(dice.between(30, 60)), other_moves),
        pushed: PushedCourse {
            started: number(dice.between(5, 20)),
            waiting: number(dice.between(2, 8)),
            witnessed_percent: number(dice.between(40, 90)),
            passing: number(dice.between(2, 8)),
            returning: number(dice.between(1, 4)),
        },
        plans: PlanSums {
            introduced: dice.between(3_000_000, 6_000_000),
            pushed: dice.between(4_000_000, 7_000_000),
            witnessed: dice.between(12_000_000, 16_000_000),
            trips: None,
        },
        outreach: drawn_records::outreach(dice),
        target_companies: drawn_records::targets(dice),
        channels: drawn_records::channels(dice),
        care: drawn_records::care(dice),
        is_even: false,
    }
}

fn number(drawn: i64) -> usize {
    usize::try_from(drawn).expect("drawn between numbers that are not negative")
}

fn targets(dice: &mut Dice) -> Vec<Target> {
    let mut targets = Vec::new();
    for year in [2022, 2023] {
        let units: Vec<Target> = UNITS
            .iter()
            .enumerate()
            .map(|(at, unit)| Target {
                year,
                unit: Some(at),
                funds_yi: 1 + unit.weight * dice.between(300, 600) / 1000,
                projects: 1 + unit.weight * dice.between(100, 300) / 1000,
            })
            .collect();
        targets.push(Target {
            year,
            unit: None,
            funds_yi: units.iter().map(|unit| unit.funds_yi).sum(),
            projects: units.iter().map(|unit| unit.projects).sum(),
        });
        targets.extend(units);
    }
    targets
}
