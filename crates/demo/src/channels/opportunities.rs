//! 储备项目: planned, published, matched with an investor or withdrawn.

use chrono::{Datelike, NaiveDate};

use crate::chains::CHAINS;
use crate::city::UNITS;
use crate::course::ChannelsCourse;
use crate::dice::Dice;
use crate::life::day_in;
use crate::names::industry;
use crate::parties::any_unit;
use crate::plans::FEN_PER_WAN;
use crate::records::{Opportunity, Publication};
use crate::span::{APRIL_2023, MONTHS, later, month_at, position_of};

/// 类别.
const CATEGORIES: [&str; 4] = ["四强产业", "现代服务业", "现代高效农业", "新经济"];
/// Where opportunities are published.
const CHANNELS: [&str; 3] = ["演示招商官网", "演示部门公众号", "演示产业推介会"];

/// All opportunities in the order of their days.
pub(crate) fn opportunities(course: &ChannelsCourse, dice: &mut Dice) -> Vec<Opportunity> {
    let mut written = vec![0; UNITS.len()];
    let mut all: Vec<Opportunity> = Vec::new();
    let mut old: Vec<NaiveDate> = (0..course.opportunities)
        .map(|_| dice.day(day(2021, 2, 1), day(2021, 11, 30)))
        .collect();
    old.sort_unstable();
    for on in old {
        all.push(opportunity(on, all.len(), &mut written, dice));
    }
    for month in 0..MONTHS {
        let first = month_at(month).first_day();
        let mut days: Vec<NaiveDate> = (0..course.planned[month])
            .map(|_| day_in(month, first, dice))
            .collect();
        days.sort_unstable();
        for on in days {
            all.push(opportunity(on, all.len(), &mut written, dice));
        }
        // What goes has been there for two months at least, and was published.
        let there: Vec<usize> = (0..all.len())
            .filter(|&at| {
                let of = &all[at];
                of.closed.is_none()
                    && position_of(of.planned_on).is_none_or(|planned| planned + 1 < month)
            })
            .collect();
        for at in dice.choose(&there, course.matched[month]) {
            let outcome = if dice.chance(70) {
                "对接成功"
            } else {
                "撤销"
            };
            all[at].closed = Some((day_in(month, first, dice), outcome));
        }
    }
    all
}

fn opportunity(
    planned_on: NaiveDate,
    number: usize,
    written: &mut [usize],
    dice: &mut Dice,
) -> Opportunity {
    let unit = any_unit(dice);
    written[unit] += 1;
    let (_, chain, words) = industry(dice);
    Opportunity {
        code: format!(
            "YSCB{}-{}-{:03}",
            UNITS[unit].letters,
            planned_on.year(),
            written[unit]
        ),
        name: format!("演示储备项目{:04} {words}", number + 1),
        category: dice.pick::<&str>(&CATEGORIES),
        unit,
        chain: CHAINS.iter().position(|of| of.name == chain),
        investment_fen: dice.skewed(20, 2_000) * 100 * FEN_PER_WAN,
        planned_on,
        closed: None,
    }
}

/// What was published, by day. By the end of April 2023 that is all of them
/// where the totals are known; a part of them else, and of what comes after.
pub(crate) fn publications(
    opportunities: &[Opportunity],
    is_even: bool,
    dice: &mut Dice,
) -> Vec<Publication> {
    let mut rows = Vec::new();
    for (at, of) in opportunities.iter().enumerate() {
        let planned = position_of(of.planned_on);
        let is_certain = is_even && planned.is_none_or(|month| month <= APRIL_2023);
        if !is_certain && !dice.chance(75) {
            continue;
        }
        let is_next = planned.is_some_and(|month| month < APRIL_2023) && dice.chance(30);
        let (first, last) = match planned {
            None => (later(of.planned_on, 1), day(2021, 12, 28)),
            Some(month) if is_next => {
                let next = month_at(month + 1);
                (next.first_day(), next.last_day())
            }
            Some(month) => (of.planned_on, month_at(month).last_day()),
        };
        let on = dice.day(first, last);
        let mut row = Publication {
            opportunity: at,
            channel: dice.pick::<&str>(&CHANNELS),
            on,
        };
        rows.push(row.clone());
        if dice.chance(8) {
            row.channel = CHANNELS[(CHANNELS.iter().position(|of| *of == row.channel))
                .map_or(0, |place| (place + 1) % CHANNELS.len())];
            rows.push(row);
        }
    }
    rows.sort_by_key(|row| (row.on, row.opportunity));
    rows
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
