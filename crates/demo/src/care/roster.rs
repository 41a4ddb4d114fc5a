//! 护商名单: who is put on, who is taken off.

use chrono::NaiveDate;

use super::officer;
use crate::companies::Directory;
use crate::course::{CareCourse, Monthly};
use crate::dice::Dice;
use crate::life::day_in;
use crate::model::{MilestoneKind, Project};
use crate::plans::FEN_PER_WAN;
use crate::records::{Member, Party};
use crate::span::{MONTHS, month_at, position_of};

/// All members in the order of their days.
pub(crate) fn roster(
    projects: &[Project],
    directory: &Directory,
    course: &CareCourse,
    is_even: bool,
    dice: &mut Dice,
) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for month in 0..MONTHS {
        let first = month_at(month).first_day();
        for is_project in [true, false] {
            let (on, off): &(Monthly, Monthly) = if is_project {
                &course.projects
            } else {
                &course.companies
            };
            let there: Vec<(Party, usize)> = (0..projects.len())
                .filter(|&at| is_steady(&projects[at], first))
                .filter_map(|at| {
                    let company = projects[at].company.as_ref();
                    let party = if is_project {
                        Party::Project(at)
                    } else {
                        Party::Company(directory.of_name(&company?.name))
                    };
                    Some((party, at))
                })
                .filter(|(party, _)| members.iter().all(|member| member.party != *party))
                .collect();
            let mut chosen = dice.choose(&there, on[month]);
            if !is_even && dice.chance(50) {
                bring_back(&mut chosen, projects, directory, &members, first);
            }
            let mut new: Vec<Member> = chosen
                .into_iter()
                .map(|(party, at)| Member {
                    party,
                    unit: projects[at].unit,
                    enrolled_on: day_in(month, first, dice),
                    rule: rule(&projects[at]),
                    officer: officer(projects[at].unit, dice),
                    released_on: None,
                })
                .collect();
            new.sort_by_key(|member| (member.enrolled_on, member.party));
            members.extend(new);
            release(&mut members, is_project, off[month], month, dice);
        }
    }
    members
}

/// Puts one who was taken off in an earlier month in the place of another.
fn bring_back(
    chosen: &mut [(Party, usize)],
    projects: &[Project],
    directory: &Directory,
    members: &[Member],
    first: NaiveDate,
) {
    let Some(place) = chosen.first_mut() else {
        return;
    };
    let is_project = matches!(place.0, Party::Project(_));
    let is_gone = |party: Party| {
        let mut stays = members.iter().filter(|member| member.party == party);
        stays.all(|member| member.released_on.is_some_and(|day| day < first))
    };
    let back = members.iter().find(|member| {
        matches!(member.party, Party::Project(_)) == is_project && is_gone(member.party)
    });
    let Some(back) = back else { return };
    let at = match back.party {
        Party::Project(at) => Some(at),
        Party::Company(company) => projects.iter().position(|project| {
            let own = project.company.as_ref();
            own.is_some_and(|own| directory.of_name(&own.name) == company)
        }),
    };
    if let Some(at) = at {
        *place = (back.party, at);
    }
}

/// Signed before a day, and never to leave.
fn is_steady(project: &Project, day: NaiveDate) -> bool {
    project.on(MilestoneKind::Signed).is_some()
        && project.agreed_on < day
        && project.ended_on().is_none()
}

/// Takes some off that were put on in an earlier month.
fn release(members: &mut [Member], is_project: bool, count: usize, month: usize, dice: &mut Dice) {
    let there: Vec<usize> = (0..members.len())
        .filter(|&at| {
            let member = &members[at];
            matches!(member.party, Party::Project(_)) == is_project
                && member.released_on.is_none()
                && position_of(member.enrolled_on) < Some(month)
        })
        .collect();
    for at in dice.choose(&there, count) {
        let first = month_at(month).first_day();
        members[at].released_on = Some(day_in(month, first, dice));
    }
}

/// 入选规则 by what the project is.
fn rule(project: &Project) -> &'static str {
    if project.on(MilestoneKind::Listed).is_some() {
        "市级顶格推进"
    } else if project.on(MilestoneKind::Witnessed).is_some() {
        "见证签约"
    } else if project.planned_investment_fen >= 50_000 * FEN_PER_WAN {
        "计划总投资5亿元以上"
    } else {
        "区县推荐"
    }
}
