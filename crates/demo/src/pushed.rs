//! The 顶格推进 list: who is on it at the end, who only passed, who came back.

use crate::course::PushedCourse;
use crate::dice::Dice;
use crate::life::day_in;
use crate::model::MilestoneKind;
use crate::projects::{Draft, Sort};
use crate::span::{JANUARY_2023, MONTHS, books_begin, position_of};

/// Puts projects on the list. Those of 2023 stay off it, so that the planned
/// investment of the list and of the new projects can be solved apart.
/// Gives the positions that are on it at the end.
pub(crate) fn push(drafts: &mut [Draft], course: &PushedCourse, dice: &mut Dice) -> Vec<usize> {
    let mut on_list = Vec::new();
    for (count, is_started) in [(course.started, true), (course.waiting, false)] {
        let witnessed = count * course.witnessed_percent / 100;
        for (count, is_witnessed) in [(witnessed, true), (count - witnessed, false)] {
            let there = candidates(drafts, |draft| {
                draft.project.on(MilestoneKind::Started).is_some() == is_started
                    && draft.project.on(MilestoneKind::Witnessed).is_some() == is_witnessed
            });
            on_list.extend(dice.choose(&there, count));
        }
    }
    let passing = candidates(drafts, |_| true);
    let passing: Vec<usize> = passing
        .into_iter()
        .filter(|at| !on_list.contains(at))
        .collect();
    for at in dice.choose(&passing, course.passing) {
        let (listed, unlisted) = (dice.index(8), 8 + dice.index(10));
        list(&mut drafts[at], Some(listed), dice);
        step(&mut drafts[at], MilestoneKind::Unlisted, unlisted, dice);
    }
    let early: Vec<usize> = on_list
        .iter()
        .copied()
        .filter(|&at| is_early(&drafts[at]))
        .collect();
    let returning = dice.choose(&early, course.returning);
    for &at in &on_list {
        let month = if is_early(&drafts[at]) && (returning.contains(&at) || dice.chance(80)) {
            None
        } else {
            Some(dice.index(MONTHS))
        };
        list(&mut drafts[at], month, dice);
        if month.is_none() && returning.contains(&at) {
            let (off, on) = (dice.index(8), 8 + dice.index(10));
            step(&mut drafts[at], MilestoneKind::Unlisted, off, dice);
            step(&mut drafts[at], MilestoneKind::Listed, on, dice);
        }
    }
    on_list
}

/// Large contracts of before 2023 that are still there.
fn candidates(drafts: &[Draft], keep: impl Fn(&Draft) -> bool) -> Vec<usize> {
    (0..drafts.len())
        .filter(|&at| {
            let draft = &drafts[at];
            draft.sort == Sort::Large
                && draft.project.ended_on().is_none()
                && draft
                    .project
                    .month_of(MilestoneKind::Introduced)
                    .is_none_or(|month| month < JANUARY_2023)
                && keep(draft)
        })
        .collect()
}

/// Under contract before the books begin.
fn is_early(draft: &Draft) -> bool {
    position_of(draft.project.agreed_on).is_none()
}

/// 列入 in a month, or before the books; never before the contract.
fn list(draft: &mut Draft, month: Option<usize>, dice: &mut Dice) {
    let signed = draft.project.agreed_on;
    let Some(month) = month else {
        let last = books_begin().pred_opt().expect("the books begin in 2022");
        let on = dice.day(signed, last);
        draft.project.reach(MilestoneKind::Listed, on);
        return;
    };
    let month = position_of(signed).map_or(month, |signed| month.max(signed));
    step(draft, MilestoneKind::Listed, month, dice);
}

fn step(draft: &mut Draft, kind: MilestoneKind, month: usize, dice: &mut Dice) {
    // After what came before it on the list; an end would have excluded it.
    let earliest = draft
        .project
        .milestones
        .iter()
        .filter(|step| matches!(step.kind, MilestoneKind::Listed | MilestoneKind::Unlisted))
        .map(|step| crate::span::later(step.on, 1))
        .max()
        .unwrap_or(draft.project.agreed_on);
    let month = position_of(earliest).map_or(month, |earliest| month.max(earliest));
    let on = day_in(month, earliest, dice);
    draft.project.reach(kind, on);
}
