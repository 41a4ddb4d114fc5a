//! 六个一 platforms: founded, and a few closed.

use chrono::NaiveDate;

use crate::chains::CHAINS;
use crate::city::UNITS;
use crate::course::ChannelsCourse;
use crate::dice::Dice;
use crate::life::day_in;
use crate::parties::any_unit;
use crate::records::Platform;
use crate::span::{MONTHS, month_at, position_of};

/// All platforms in the order of their founding. The first of each unit stays.
pub(crate) fn platforms(course: &ChannelsCourse, is_even: bool, dice: &mut Dice) -> Vec<Platform> {
    let mut platforms: Vec<Platform> = Vec::new();
    for at in 0..course.platforms {
        let unit = if at < 2 * UNITS.len() && (is_even || at < UNITS.len()) {
            at % UNITS.len()
        } else {
            any_unit(dice)
        };
        let founded_on = dice.day(day(2018, 6, 1), day(2021, 6, 30));
        push(&mut platforms, unit, founded_on, is_even, dice);
    }
    for month in 0..MONTHS {
        let first = month_at(month).first_day();
        for _ in 0..course.founded[month] {
            let (unit, founded_on) = (any_unit(dice), day_in(month, first, dice));
            push(&mut platforms, unit, founded_on, is_even, dice);
        }
        let there: Vec<usize> = (UNITS.len()..platforms.len())
            .filter(|&at| {
                let platform = &platforms[at];
                platform.closed_on.is_none() && position_of(platform.founded_on) < Some(month)
            })
            .collect();
        for at in dice.choose(&there, course.closed[month]) {
            platforms[at].closed_on = Some(day_in(month, first, dice));
        }
    }
    platforms
}

fn push(
    platforms: &mut Vec<Platform>,
    unit: usize,
    founded_on: NaiveDate,
    is_even: bool,
    dice: &mut Dice,
) {
    let number = platforms.len() + 1;
    let chain = dice.pick(&CHAINS).name;
    let mut components = [
        chain.to_owned(),
        format!("演示招引专班{number:02}"),
        format!("演示产业基金{number:02}"),
        format!("演示产业园区{number:02}"),
        format!("演示研究院{number:02}"),
        format!("演示扶持政策{number:02}"),
    ];
    // Where nobody counts on it, some have not got all six.
    if !is_even && dice.chance(40) {
        components[1 + dice.index(5)].clear();
    }
    platforms.push(Platform {
        code: format!("YSPT-{number:03}"),
        name: format!("演示{chain}招引平台{number:02}"),
        unit,
        founded_on,
        components,
        closed_on: None,
    });
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
