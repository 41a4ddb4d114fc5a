//! 护商活动: mostly to members of the roster, now and then to others.

use super::officer;
use crate::city::UNITS;
use crate::companies::Directory;
use crate::course::Monthly;
use crate::dice::Dice;
use crate::life::day_in;
use crate::model::{MilestoneKind, Project};
use crate::parties::any_unit;
use crate::records::{Member, Party, Visit};
use crate::span::month_at;

/// What officers learn.
const PROGRESS: [&str; 6] = [
    "手续办理中",
    "土建施工中",
    "设备安装调试",
    "已投产",
    "订单平稳",
    "前期准备",
];
/// What they are asked for.
const WISHES: [&str; 6] = ["", "", "用工", "融资对接", "配套企业推荐", "产学研合作"];

/// All visits in the order of their days within each month and unit.
pub(crate) fn visits(
    projects: &[Project],
    roster: &[Member],
    directory: &Directory,
    course: &Monthly,
    dice: &mut Dice,
) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for (month, count) in course.iter().enumerate() {
        let mut of_month: Vec<Visit> = (0..*count)
            .map(|at| {
                let unit = if at < UNITS.len() { at } else { any_unit(dice) };
                visit(projects, roster, directory, (unit, month), dice)
            })
            .collect();
        of_month.sort_by_key(|visit| (visit.unit, visit.on));
        let (mut running, mut last) = (0, None);
        for visit in &mut of_month {
            running = if last == Some(visit.unit) {
                running + 1
            } else {
                1
            };
            last = Some(visit.unit);
            visit.code = format!(
                "YSHS{}-{}-{running:03}",
                UNITS[visit.unit].letters,
                month_at(month).number()
            );
        }
        visits.extend(of_month);
    }
    visits
}

fn visit(
    projects: &[Project],
    roster: &[Member],
    directory: &Directory,
    (unit, month): (usize, usize),
    dice: &mut Dice,
) -> Visit {
    let on = day_in(month, month_at(month).first_day(), dice);
    let members: Vec<Party> = roster
        .iter()
        .filter(|member| {
            member.unit == unit
                && member.enrolled_on <= on
                && member.released_on.is_none_or(|day| day > on)
        })
        .map(|member| member.party)
        .collect();
    let party = if members.is_empty() || dice.chance(25) {
        any_project(projects, unit, on, dice)
    } else {
        *dice.pick(&members)
    };
    let (company, project) = match party {
        Party::Company(company) => (Some(company), None),
        Party::Project(project) => {
            let company = projects[project].company.as_ref();
            let company = company.filter(|_| dice.chance(40));
            (
                company.map(|company| directory.of_name(&company.name)),
                Some(project),
            )
        }
    };
    let purpose = match dice.below(10) {
        0..5 => "问题困难调研",
        5..8 => "惠企政策宣讲",
        _ => "招商线索搜集",
    };
    Visit {
        code: String::new(),
        mode: if dice.chance(60) { "线下" } else { "线上" },
        purpose,
        on,
        unit,
        officer: officer(unit, dice),
        company,
        project,
        progress: dice.pick::<&str>(&PROGRESS),
        wish: dice.pick::<&str>(&WISHES),
    }
}

/// A project of the unit under contract; every unit has some from the beginning.
fn any_project(projects: &[Project], unit: usize, on: chrono::NaiveDate, dice: &mut Dice) -> Party {
    let there: Vec<usize> = (0..projects.len())
        .filter(|&at| {
            let project = &projects[at];
            project.unit == unit
                && project.on(MilestoneKind::Signed).is_some()
                && project.agreed_on <= on
                && project.ended_on().is_none()
        })
        .collect();
    Party::Project(*dice.pick(&there))
}
