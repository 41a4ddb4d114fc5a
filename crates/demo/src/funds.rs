//! Funds: rows of each month and unit. What is shared or mixed comes first, in
//! amounts that share out without a remainder where the course asks for it;
//! projects that are one unit's own and wholly of other provinces then take
//! exactly what the unit's total leaves.

use kernel::BasisPoints;

use crate::apportion::apportion_within;
use crate::course::Course;
use crate::dice::Dice;
use crate::model::{Credit, Exclusion, Fund, MilestoneKind, Project};
use crate::plans::FEN_PER_WAN;
use crate::span::{MONTHS, later, month_at};
use crate::vouchers::write_rows;

/// Fen in a hundredth of 万元, the finest that offices write.
const FEN_PER_HUNDREDTH: i64 = FEN_PER_WAN / 100;

/// Books a course's funds on the projects.
pub(crate) fn funds(projects: &[Project], course: &Course, dice: &mut Dice) -> Vec<Fund> {
    let mut left: Vec<i64> = projects
        .iter()
        .map(|project| project.planned_investment_fen)
        .collect();
    let mut funds = Vec::new();
    for month in 0..MONTHS {
        let targets: Vec<i64> = course
            .funds
            .iter()
            .map(|months| months[month] * FEN_PER_HUNDREDTH)
            .collect();
        // No window's funds may lie on one project by more than 5 %. A fortieth of
        // each month keeps well under it. Where totals need not be reached, a unit
        // may fall short of its own, so the measure is a sixtieth; and each project
        // keeps three quarters of what it has left, so that its unit can book to
        // the end.
        let (part, kept) = if course.is_even { (40, 1) } else { (60, 4) };
        let most = targets.iter().sum::<i64>() / part;
        let mut booking = Booking {
            projects,
            course,
            room: (0..projects.len())
                .map(|at| {
                    if is_open(&projects[at], month, course) {
                        (left[at] / kept).min(most)
                    } else {
                        0
                    }
                })
                .collect(),
            credited: vec![0; targets.len()],
            targets,
            rows: Vec::new(),
        };
        booking.shared_and_mixed(dice);
        for unit in 0..booking.targets.len() {
            booking.rest(unit, dice);
        }
        for &(project, amount) in &booking.rows {
            left[project] -= amount;
        }
        let rows = std::mem::take(&mut booking.rows);
        write_rows(&mut funds, projects, month, rows, dice);
    }
    funds
}

/// Whether funds may come to a project in a month.
fn is_open(project: &Project, month: usize, course: &Course) -> bool {
    let (begin, end) = (month_at(month).first_day(), month_at(month).last_day());
    let is_excluded = match project.exclusion {
        None => false,
        Some(Exclusion::PublicFunds) => true,
        Some(_) => course.is_even,
    };
    project.contract_number.is_some()
        && !is_excluded
        && later(project.agreed_on, 1) <= end
        && project.ended_on().is_none_or(|ended| ended > end)
        && project
            .on(MilestoneKind::AtCapacity)
            .is_none_or(|day| day > begin)
}

/// One month's rows in the making.
struct Booking<'p> {
    projects: &'p [Project],
    course: &'p Course,
    /// What each project may still take this month, in fen.
    room: Vec<i64>,
    /// What each unit is to book, in fen.
    targets: Vec<i64>,
    /// What each unit has booked.
    credited: Vec<i64>,
    rows: Vec<(usize, i64)>,
}

impl Booking<'_> {
    /// Rows of projects with a joint unit or with other investors too. They stay
    /// a small part of each unit's total.
    fn shared_and_mixed(&mut self, dice: &mut Dice) {
        let percent = if self.course.is_even { 22 } else { 30 };
        for at in 0..self.projects.len() {
            let project = &self.projects[at];
            let is_plain = project.credit == Credit::Sole && project.other_province_bp() == 10_000;
            if self.room[at] == 0 || is_plain || !dice.chance(percent) {
                continue;
            }
            let amount = self
                .odd_amount(dice)
                .min(self.room[at] / FEN_PER_WAN * FEN_PER_WAN);
            let credits = credits(project, amount);
            let fits = credits
                .iter()
                .all(|&(unit, credit)| self.credited[unit] + credit <= self.targets[unit] / 3);
            if amount > 0 && (fits || project.other_province_bp() == 0) {
                self.book(at, amount);
            }
        }
    }

    /// Whole 万元 where shares must come out even, anything down to the fen else.
    fn odd_amount(&self, dice: &mut Dice) -> i64 {
        let whole = dice.skewed(80, 2_400) * FEN_PER_WAN;
        if self.course.is_even {
            return whole;
        }
        match dice.below(4) {
            0 => whole,
            1 => whole + dice.between(0, 9_999) * 100,
            _ => whole + dice.between(0, 999_999),
        }
    }

    /// What a unit's total leaves, on projects of its own.
    fn rest(&mut self, unit: usize, dice: &mut Dice) {
        let hundredths = ((self.targets[unit] - self.credited[unit]) / FEN_PER_HUNDREDTH).max(100);
        let mut plain: Vec<usize> = (0..self.projects.len())
            .filter(|&at| {
                let project = &self.projects[at];
                project.unit == unit
                    && project.credit == Credit::Sole
                    && project.other_province_bp() == 10_000
                    && self.room[at] >= FEN_PER_WAN
            })
            .collect();
        dice.shuffle(&mut plain);
        // A row of about 2,000 万元 each, on as many projects as it takes.
        let wanted = usize::try_from(hundredths / 200_000 + 1).unwrap_or(usize::MAX);
        let mut room = 0;
        let mut taken = 0;
        while taken < plain.len() && (taken < wanted || room < hundredths * 6 / 5) {
            room += self.room[plain[taken]] / FEN_PER_HUNDREDTH;
            taken += 1;
        }
        plain.truncate(taken);
        let caps: Vec<i64> = plain
            .iter()
            .map(|&at| self.room[at] / FEN_PER_WAN)
            .collect();
        let weights: Vec<i64> = plain.iter().map(|_| dice.skewed(20, 120)).collect();
        let mut parts: Vec<i64> = apportion_within(hundredths / 100, &weights, &caps)
            .into_iter()
            .map(|wan| wan * 100)
            .collect();
        bend(&mut parts, &caps, hundredths % 100, dice);
        for (at, part) in plain.into_iter().zip(parts) {
            self.book_in_rows(at, part * FEN_PER_HUNDREDTH, dice);
        }
    }

    /// One row or two.
    fn book_in_rows(&mut self, at: usize, amount: i64, dice: &mut Dice) {
        let first = amount / FEN_PER_WAN * dice.between(3, 7) / 10 * FEN_PER_WAN;
        if amount > 1_500 * FEN_PER_WAN && dice.chance(25) {
            self.book(at, first);
            self.book(at, amount - first);
        } else if amount > 0 {
            // A seed's rows are not bound to hundredths either.
            let odd = if self.course.is_even || dice.chance(60) {
                0
            } else {
                dice.between(0, FEN_PER_HUNDREDTH - 1)
            };
            self.book(at, (amount + odd).min(self.room[at]));
        }
    }

    fn book(&mut self, at: usize, amount: i64) {
        for (unit, credit) in credits(&self.projects[at], amount) {
            self.credited[unit] += credit;
        }
        self.room[at] -= amount;
        self.rows.push((at, amount));
    }
}

/// Moves hundredths from one part to the next, so that not all are whole 万元,
/// and adds what is over to a part that has room.
fn bend(parts: &mut [i64], caps: &[i64], over: i64, dice: &mut Dice) {
    if let Some(at) = (0..parts.len()).find(|&at| parts[at] / 100 < caps[at]) {
        parts[at] += over;
    }
    for at in 1..parts.len() {
        let moved = dice.between(1, 99);
        if dice.chance(40) && parts[at - 1] > 10_000 && parts[at] + moved <= caps[at] * 100 {
            parts[at - 1] -= moved;
            parts[at] += moved;
        }
    }
}

/// The counted part of an amount as it is credited to units, in fen.
fn credits(project: &Project, amount: i64) -> Vec<(usize, i64)> {
    let of = |bp: i64, amount: i64| BasisPoints::new(bp).expect("a share of 10,000").of(amount);
    let counted = of(project.other_province_bp(), amount);
    match project.credit {
        Credit::Sole => vec![(project.unit, counted)],
        Credit::Double { with } => vec![(project.unit, counted), (with, counted)],
        Credit::Shared { with, lead_bp } => {
            let lead = of(lead_bp, counted);
            vec![(project.unit, lead), (with, counted - lead)]
        }
    }
}
