//! The course of the city with the newspaper's totals. The table of
//! `docs/demo.md` says which number comes from where.

use super::{Course, PlanSums, PushedCourse, StockCourse, newspaper_records};
use crate::apportion::{apportion, table};
use crate::dice::Dice;
use crate::model::Target;

/// A unit's targets (亿元 and projects) and totals (万元 and projects).
struct Year {
    funds_2022: i64,
    projects_2022: i64,
    funds_2023: i64,
    projects_2023: i64,
    half_2022_wan: i64,
    half_2023_wan: i64,
    introduced_2023: i64,
}

const fn year(targets: [i64; 4], half_2022_wan: i64, half_2023_wan: i64, introduced: i64) -> Year {
    Year {
        funds_2022: targets[0],
        projects_2022: targets[1],
        funds_2023: targets[2],
        projects_2023: targets[3],
        half_2022_wan,
        half_2023_wan,
        introduced_2023: introduced,
    }
}

/// In the order of [`crate::UNITS`].
const YEARS: [Year; 12] = [
    year([14, 6, 15, 6], 61_904, 69_023, 3),
    year([87, 50, 90, 54], 521_793, 535_257, 35),
    year([62, 37, 64, 40], 328_922, 335_171, 24),
    year([47, 28, 48, 30], 240_444, 231_788, 16),
    year([84, 51, 88, 56], 516_328, 538_942, 36),
    year([54, 33, 56, 36], 301_031, 307_353, 22),
    year([67, 41, 70, 44], 388_874, 400_476, 28),
    year([43, 28, 46, 30], 231_556, 246_608, 18),
    year([42, 19, 42, 20], 166_786, 158_447, 11),
    year([85, 53, 90, 58], 524_199, 561_834, 38),
    year([29, 18, 30, 20], 121_404, 117_641, 9),
    year([6, 6, 11, 6], 16_759, 20_480, 3),
];

/// Counted funds of the city by month, in 万元.
const FUNDS_WAN: [i64; 18] = [
    415_000, 450_000, 645_000, 560_000, 640_000, 710_000, // 342.0 亿元
    440_000, 425_000, 495_000, 430_000, 460_000, 610_000, // 286.0
    401_000, 482_000, 702_000, 582_000, 661_000, 695_020, // 216.7 by April, 352.302 by June
];

/// 新引进 projects of the city by month.
const INTRODUCED: [i64; 18] = [
    28, 29, 42, 33, 40, 46, // 132 by April, 218 by June
    30, 28, 32, 27, 29, 34, // 180
    34, 38, 52, 39, 36, 44, // 163 by April, 243 by June
];

/// One amount in 万元 in hundredths of it.
const fn hundredths(wan: i64) -> i64 {
    wan * 100
}

/// Unit by month, from the units' and months' sums of the three half-years.
fn by_month(
    halves: &[Vec<i64>; 3],
    months: &[i64; 18],
    bend: i64,
    dice: &mut Dice,
) -> Vec<Vec<i64>> {
    let mut cells = vec![Vec::new(); halves[0].len()];
    for (half, columns) in halves.iter().zip(months.chunks(6)) {
        for (row, part) in cells.iter_mut().zip(table(half, columns, bend, dice)) {
            row.extend(part);
        }
    }
    cells
}

fn targets() -> Vec<Target> {
    let mut targets = Vec::new();
    for year in [2022, 2023] {
        let of = |unit: &Year| match year {
            2022 => (unit.funds_2022, unit.projects_2022),
            _ => (unit.funds_2023, unit.projects_2023),
        };
        targets.push(Target {
            year,
            unit: None,
            funds_yi: YEARS.iter().map(|unit| of(unit).0).sum(),
            projects: YEARS.iter().map(|unit| of(unit).1).sum(),
        });
        targets.extend(YEARS.iter().enumerate().map(|(at, unit)| Target {
            year,
            unit: Some(at),
            funds_yi: of(unit).0,
            projects: of(unit).1,
        }));
    }
    targets
}

/// The newspaper's course; `dice` only spreads sums over units and months.
pub(crate) fn newspaper(dice: &mut Dice) -> Course {
    let half = |of: fn(&Year) -> i64| -> Vec<i64> { YEARS.iter().map(of).collect() };
    let (half_2022, half_2023) = (
        half(|unit| unit.half_2022_wan),
        half(|unit| unit.half_2023_wan),
    );
    let second_half = apportion(FUNDS_WAN[6..12].iter().sum(), &half_2022);
    let funds = by_month(
        &[half_2022, second_half, half_2023].map(|half| half.into_iter().map(hundredths).collect()),
        &FUNDS_WAN.map(hundredths),
        14,
        dice,
    );
    let introduced_2023 = half(|unit| unit.introduced_2023);
    let earlier = |months: &[i64]| apportion(months.iter().sum(), &introduced_2023);
    let introduced = by_month(
        &[
            earlier(&INTRODUCED[..6]),
            earlier(&INTRODUCED[6..12]),
            introduced_2023.clone(),
        ],
        &INTRODUCED,
        30,
        dice,
    );
    Course {
        targets: targets(),
        funds,
        introduced,
        other_signed: [
            14, 12, 20, 18, 20, 24, 18, 16, 20, 16, 18, 22, 16, 22, 30, 24, 22, 26,
        ],
        intents: [
            10, 8, 14, 14, 12, 14, 10, 10, 12, 10, 10, 12, 12, 0, 0, 0, 26, 24,
        ],
        spring_total: Some(392),
        witnessed_new: [5, 4, 8, 6, 7, 8, 5, 5, 6, 5, 5, 6, 2, 3, 5, 3, 5, 6],
        witnessed: StockCourse {
            opening: 356,
            opening_started: 244,
            starts: [2, 2, 5, 5, 6, 7, 5, 5, 6, 6, 5, 4, 3, 3, 6, 5, 3, 4],
            ends: [0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1],
            exits: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
        },
        others: StockCourse {
            opening: 110,
            opening_started: 50,
            starts: [
                14, 14, 20, 18, 22, 24, 22, 24, 26, 24, 22, 20, 19, 21, 35, 28, 28, 32,
            ],
            ends: [0, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 2, 0, 1, 1, 0, 1, 1],
            exits: [0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0],
        },
        pushed: PushedCourse {
            started: 58,
            waiting: 14,
            witnessed_percent: 72,
            passing: 12,
            returning: 4,
        },
        plans: PlanSums {
            introduced: 5_453_000,
            pushed: 14_727_000,
            witnessed: 34_932_000,
            trips: Some(3_731_000),
        },
        outreach: newspaper_records::outreach(),
        target_companies: newspaper_records::targets(),
        channels: newspaper_records::channels(),
        care: newspaper_records::care(),
        is_even: true,
    }
}
