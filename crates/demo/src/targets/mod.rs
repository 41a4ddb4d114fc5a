//! Target companies: who is determined, who is given up, who may be met.

mod honours;

pub(crate) use honours::honours;

use crate::chains::{CHAINS, NODES};
use crate::companies::Directory;
use crate::course::TargetsCourse;
use crate::dice::Dice;
use crate::life::day_in;
use crate::parties::any_unit;
use crate::records::TargetCompany;
use crate::span::{MONTHS, month_at, position_of};

/// Who recommends a company.
const RECOMMENDED_BY: [&str; 3] = ["专业机构", "本地骨干企业", "产业主管部门"];

/// A target company that activities may meet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contact {
    pub(crate) company: usize,
    /// Not before this month.
    pub(crate) month: usize,
    /// By the first of both sides.
    pub(crate) by_firsts: bool,
}

/// All target companies as they are determined, with what becomes of them.
pub(crate) fn target_companies(
    directory: &mut Directory,
    course: &TargetsCourse,
    dice: &mut Dice,
) -> Vec<TargetCompany> {
    let mut investors = directory.investors.clone();
    dice.shuffle(&mut investors);
    let mut targets: Vec<TargetCompany> = Vec::new();
    for month in 0..MONTHS {
        let mut of_month: Vec<TargetCompany> = (0..course.determined[month])
            .map(|_| {
                let known = if dice.chance(8) {
                    investors.pop()
                } else {
                    None
                };
                let company = known.unwrap_or_else(|| directory.newcomer(dice));
                target(company, month, dice)
            })
            .collect();
        of_month.sort_by_key(|target| target.determined_on);
        targets.extend(of_month);
        // Nobody is given up in the month of the choice.
        let there: Vec<usize> = (0..targets.len())
            .filter(|&at| {
                let target = &targets[at];
                target.given_up_on.is_none() && position_of(target.determined_on) < Some(month)
            })
            .collect();
        for at in dice.choose(&there, course.given_up[month]) {
            let first = month_at(month).first_day();
            targets[at].given_up_on = Some(day_in(month, first, dice));
        }
    }
    targets
}

fn target(company: usize, month: usize, dice: &mut Dice) -> TargetCompany {
    let year = month_at(month).year();
    let chain = dice.index(CHAINS.len());
    // Drawn in any case, so that one city differs from another by its seed alone.
    let node = dice.chance(70).then(|| dice.pick(&NODES).name);
    let batch = if month % 12 < 7 { "一" } else { "二" };
    TargetCompany {
        company,
        batch: format!("演示{year}年第{batch}批"),
        chain,
        node: node.filter(|_| CHAINS[chain].has_nodes()),
        unit: any_unit(dice),
        recommended_by: dice.pick::<&str>(&RECOMMENDED_BY),
        determined_on: day_in(month, month_at(month).first_day(), dice),
        given_up_on: None,
    }
}

/// Those that activities may meet, in the order in which it is tried.
pub(crate) fn contacts(
    targets: &[TargetCompany],
    course: &TargetsCourse,
    dice: &mut Dice,
) -> Vec<Contact> {
    let all: Vec<usize> = (0..targets.len()).collect();
    let chosen = dice.choose(&all, targets.len() * course.contacted / 100);
    chosen
        .into_iter()
        .map(|at| Contact {
            company: targets[at].company,
            month: position_of(targets[at].determined_on).expect("determined in a month"),
            by_firsts: dice.chance(35),
        })
        .collect()
}
