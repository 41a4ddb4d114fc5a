//! 企业问题: raised on visits and otherwise, solved in later weeks.

use crate::city::UNITS;
use crate::course::CareCourse;
use crate::dice::Dice;
use crate::life::day_in;
use crate::records::{Problem, Visit};
use crate::span::{MONTHS, month_at, position_of};

/// The newspaper's five categories, each with how it is solved.
const CATEGORIES: [(&str, &str); 5] = [
    ("供电", "协调供电部门完成接入"),
    ("地上附属物清除", "会同镇街完成清除"),
    ("高压线迁移", "协调迁移改线"),
    ("文物勘探", "协调完成勘探并出具意见"),
    ("员工住宿", "协调人才公寓"),
];
const OTHER: (&str, &str) = ("其他", "会商后办结");

/// All problems in the order of their days within each month and unit. `visits`
/// are in the order of their months.
pub(crate) fn problems(
    visits: &[Visit],
    course: &CareCourse,
    is_even: bool,
    dice: &mut Dice,
) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for month in 0..MONTHS {
        let of_month: Vec<usize> = (0..visits.len())
            .filter(|&at| position_of(visits[at].on) == Some(month))
            .collect();
        let mut new: Vec<Problem> = dice
            .choose(&of_month, course.raised[month])
            .into_iter()
            .map(|at| raised(&visits[at], at, is_even, dice))
            .collect();
        new.sort_by_key(|problem| (problem.unit, problem.raised_on));
        let (mut running, mut last) = (0, None);
        for problem in &mut new {
            running = if last == Some(problem.unit) {
                running + 1
            } else {
                1
            };
            last = Some(problem.unit);
            problem.code = format!(
                "YSWT{}-{}-{running:03}",
                UNITS[problem.unit].letters,
                month_at(month).number()
            );
        }
        problems.extend(new);
        solve(&mut problems, course.solved[month], month, dice);
    }
    problems
}

/// A problem of the one who was visited, most often told on the visit.
fn raised(visit: &Visit, at: usize, is_even: bool, dice: &mut Dice) -> Problem {
    let (category, _) = if !is_even && dice.chance(12) {
        OTHER
    } else {
        *dice.pick(&CATEGORIES)
    };
    Problem {
        code: String::new(),
        category,
        unit: visit.unit,
        company: visit.company,
        project: visit.project,
        raised_on: visit.on,
        visit: dice.chance(70).then_some(at),
        solved: None,
    }
}

/// Solves so many, the older ones first by and large.
fn solve(problems: &mut [Problem], count: usize, month: usize, dice: &mut Dice) {
    let mut open: Vec<(chrono::NaiveDate, usize)> = (0..problems.len())
        .filter(|&at| problems[at].solved.is_none())
        .map(|at| {
            let raised = problems[at].raised_on;
            (crate::span::later(raised, dice.below(90)), at)
        })
        .collect();
    open.sort_unstable();
    for (_, at) in open.into_iter().take(count) {
        let problem = &mut problems[at];
        let how = CATEGORIES
            .iter()
            .find(|(category, _)| *category == problem.category)
            .map_or(OTHER.1, |(_, how)| how);
        problem.solved = Some((day_in(month, problem.raised_on, dice), how));
    }
}
