//! Which projects the platforms brought: as many of each half-year's signings as
//! the course says, and older ones until their funds reach what is wanted.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::BasisPoints;

use crate::course::ChannelsCourse;
use crate::dice::Dice;
use crate::life::day_in;
use crate::model::{Fund, MilestoneKind, Project};
use crate::records::{Bringing, Platform};
use crate::span::{JANUARY_2023, MONTHS, month_at, position_of};

/// How often another order is tried to reach a sum.
const TRIES: usize = 40;

/// What projects have booked.
struct Booked {
    /// Counted funds by project and month, in fen.
    counted: Vec<BTreeMap<usize, i64>>,
    /// The month of each project's first funds.
    first: Vec<Option<usize>>,
}

impl Booked {
    fn new(projects: &[Project], funds: &[Fund]) -> Self {
        let mut booked = Self {
            counted: vec![BTreeMap::new(); projects.len()],
            first: vec![None; projects.len()],
        };
        for fund in funds {
            let first = booked.first[fund.project].get_or_insert(fund.month);
            *first = fund.month.min(*first);
            let share = BasisPoints::new(projects[fund.project].other_province_bp())
                .expect("a share of 10,000");
            *booked.counted[fund.project].entry(fund.month).or_default() +=
                share.of(fund.amount_fen);
        }
        booked
    }

    /// Counted funds of 2023 from a month on.
    fn from(&self, project: usize, month: usize) -> i64 {
        self.counted[project]
            .range(month.max(JANUARY_2023)..)
            .map(|(_, fen)| fen)
            .sum()
    }

    /// Counted funds of 2022.
    fn before(&self, project: usize) -> i64 {
        self.counted[project]
            .range(..JANUARY_2023)
            .map(|(_, fen)| fen)
            .sum()
    }
}

/// All projects that platforms brought, by day.
pub(crate) fn brought(
    projects: &[Project],
    funds: &[Fund],
    platforms: &[Platform],
    course: &ChannelsCourse,
    is_even: bool,
    dice: &mut Dice,
) -> Vec<Bringing> {
    let booked = Booked::new(projects, funds);
    // Month of the row by project: None is before the books.
    let mut chosen: Vec<(usize, Option<usize>)> = Vec::new();
    for (half, count) in course.brought.iter().enumerate() {
        let months = half * 6..(half + 1) * 6;
        let of_half = with(projects, |signed| {
            signed.is_some_and(|month| months.contains(&month))
        });
        let best = favoured(of_half, *count, &booked, dice);
        chosen.extend(best.into_iter().map(|project| {
            let signed = projects[project].month_of(MilestoneKind::Signed);
            (project, signed)
        }));
    }
    delay(&mut chosen, course.late, &booked, dice);
    let old = with(projects, |signed| signed.is_none());
    let old = match course.funds {
        None => dice.choose(&old, course.old),
        Some((least, below)) => {
            let there: i64 = chosen
                .iter()
                .map(|&(project, month)| booked.from(project, month.unwrap_or(0)))
                .sum();
            reach(&old, least - there, below - there, &booked, dice)
        }
    };
    chosen.extend(old.into_iter().map(|project| (project, None)));
    let mut rows: Vec<Bringing> = chosen
        .into_iter()
        .map(|(at, month)| {
            // A seed's 市直 brings projects to districts too.
            let lead = projects[at].unit;
            let unit = if !is_even && dice.chance(20) { 0 } else { lead };
            bringing(&projects[at], at, (month, unit), platforms, dice)
        })
        .collect();
    rows.sort_by_key(|row| (row.on, row.project));
    rows
}

/// Projects under contract, by the month of their signing.
fn with(projects: &[Project], keep: impl Fn(Option<usize>) -> bool) -> Vec<usize> {
    (0..projects.len())
        .filter(|&at| {
            let project = &projects[at];
            project.on(MilestoneKind::Signed).is_some()
                && keep(project.month_of(MilestoneKind::Signed))
        })
        .collect()
}

/// So many of them, those with much money more often.
fn favoured(
    mut projects: Vec<usize>,
    count: usize,
    booked: &Booked,
    dice: &mut Dice,
) -> Vec<usize> {
    projects.sort_by_cached_key(|&at| {
        let wan = booked.from(at, 0) / 1_000_000 + 400;
        std::cmp::Reverse(wan * dice.between(10, 100))
    });
    projects.truncate(count);
    projects
}

/// Hands some of 2022 in only after their first funds.
fn delay(chosen: &mut [(usize, Option<usize>)], count: usize, booked: &Booked, dice: &mut Dice) {
    let there: Vec<usize> = (0..chosen.len())
        .filter(|&at| {
            let (project, month) = chosen[at];
            month < Some(JANUARY_2023)
                && booked.first[project].is_some_and(|first| first + 1 < MONTHS)
        })
        .collect();
    for at in dice.choose(&there, count) {
        let first = booked.first[chosen[at].0].expect("chosen because it has funds");
        chosen[at].1 = Some((first + 1 + dice.index(8)).min(MONTHS - 1));
    }
}

/// Of `old`, some whose funds are at least `least` and less than `below`: those
/// with much money in 2022 first, by and large, then one exchanged for another
/// that fills the gap.
fn reach(old: &[usize], least: i64, below: i64, booked: &Booked, dice: &mut Dice) -> Vec<usize> {
    let mut best = Vec::new();
    for _ in 0..TRIES {
        let mut order = old.to_vec();
        order.sort_by_cached_key(|&at| {
            std::cmp::Reverse(booked.before(at) / 1_000_000 * dice.between(20, 100))
        });
        let (mut taken, mut left) = (Vec::new(), Vec::new());
        let mut sum = 0;
        for project in order {
            let fen = booked.from(project, 0);
            if fen > 0 && sum < least && sum + fen < below {
                sum += fen;
                taken.push((project, fen));
            } else {
                left.push((project, fen));
            }
        }
        let gap = least - sum..below - sum;
        let swap = left.iter().find_map(|&(new, more)| {
            let place = taken
                .iter()
                .position(|&(_, less)| gap.contains(&(more - less)))?;
            Some((place, new))
        });
        if let (false, Some((place, new))) = (gap.contains(&0), swap) {
            taken[place].0 = new;
            sum = least;
        }
        best = taken.into_iter().map(|(project, _)| project).collect();
        if (least..below).contains(&sum) {
            break;
        }
    }
    best
}

/// The row: by a platform of a unit that stands on that day.
fn bringing(
    project: &Project,
    at: usize,
    (month, unit): (Option<usize>, usize),
    platforms: &[Platform],
    dice: &mut Dice,
) -> Bringing {
    let on: NaiveDate = match month {
        None => project.agreed_on,
        Some(month) if position_of(project.agreed_on) == Some(month) => {
            dice.day(month_at(month).first_day(), project.agreed_on)
        }
        Some(month) => day_in(month, month_at(month).first_day(), dice),
    };
    let there: Vec<usize> = (0..platforms.len())
        .filter(|&at| {
            let platform = &platforms[at];
            platform.unit == unit
                && (month.is_none() || platform.founded_on <= on)
                && position_of(platform.founded_on) <= month
                && platform.closed_on.is_none_or(|closed| closed > on)
        })
        .collect();
    let platform = *dice.pick(&there);
    Bringing {
        platform,
        project: at,
        on: on.max(platforms[platform].founded_on),
    }
}
