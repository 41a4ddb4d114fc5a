//! Lives month by month: exactly as many starts, ends and witnessed signings as
//! the course says; completions and pauses as they come.

use chrono::NaiveDate;

use crate::course::{Course, StockCourse};
use crate::dice::Dice;
use crate::model::MilestoneKind;
use crate::projects::{Draft, Sort};
use crate::span::{MONTHS, later, month_at};

/// Lets the projects live through all months.
pub(crate) fn live(drafts: &mut [Draft], course: &Course, dice: &mut Dice) {
    for month in 0..MONTHS {
        witness(drafts, course.witnessed_new[month], month, dice);
        for (stock, is_witnessed) in [(&course.witnessed, true), (&course.others, false)] {
            end(drafts, stock, is_witnessed, month, dice);
            start(drafts, stock.starts[month], is_witnessed, month, dice);
        }
        complete(drafts, month, dice);
    }
    pause(drafts, dice);
}

fn is_witnessed(draft: &Draft) -> bool {
    draft.project.on(MilestoneKind::Witnessed).is_some()
}

/// Under a formal contract since before the month, and still there.
fn is_alive(draft: &Draft, month: usize) -> bool {
    draft.sort != Sort::Intent
        && draft.project.ended_on().is_none()
        && draft.project.agreed_on < month_at(month).first_day()
}

fn positions(drafts: &[Draft], keep: impl Fn(&Draft) -> bool) -> Vec<usize> {
    (0..drafts.len()).filter(|&at| keep(&drafts[at])).collect()
}

/// Witnessed signings: of the month's large contracts, on the day of the signature.
fn witness(drafts: &mut [Draft], count: usize, month: usize, dice: &mut Dice) {
    let signed = positions(drafts, |draft| {
        matches!(draft.sort, Sort::Large | Sort::NotOther)
            && draft.project.month_of(MilestoneKind::Signed) == Some(month)
    });
    for at in dice.choose(&signed, count) {
        let on = drafts[at].project.agreed_on;
        drafts[at].project.reach(MilestoneKind::Witnessed, on);
        drafts[at].is_stalled = false;
    }
}

/// 开工 of projects signed in earlier months: those that are to start by now,
/// then those that wait longest, by and large.
fn start(drafts: &mut [Draft], count: usize, witnessed: bool, month: usize, dice: &mut Dice) {
    let mut waiting: Vec<(bool, NaiveDate, usize)> = positions(drafts, |draft| {
        is_alive(draft, month)
            && is_witnessed(draft) == witnessed
            && !draft.is_stalled
            && draft.project.on(MilestoneKind::Started).is_none()
    })
    .into_iter()
    .map(|at| {
        let is_due = drafts[at].starts_from.is_some_and(|from| from <= month);
        let since = later(drafts[at].project.agreed_on, dice.below(400));
        (!is_due, since, at)
    })
    .collect();
    waiting.sort_unstable();
    for (_, _, at) in waiting.into_iter().take(count) {
        let project = &mut drafts[at].project;
        let on = day_in(month, project.last_day(), dice);
        if project.on(MilestoneKind::Landed).is_none() {
            project.reach(MilestoneKind::Landed, on);
        }
        project.reach(MilestoneKind::Started, on);
    }
}

/// 终止 of what has not started, 退出 of what has. Plain opening projects with
/// one investor stay: their units book on them.
fn end(drafts: &mut [Draft], stock: &StockCourse, witnessed: bool, month: usize, dice: &mut Dice) {
    let kinds = [
        (MilestoneKind::Ended, stock.ends[month], false),
        (MilestoneKind::Withdrawn, stock.exits[month], true),
    ];
    for (kind, count, is_started) in kinds {
        let there = positions(drafts, |draft| {
            is_alive(draft, month)
                && is_witnessed(draft) == witnessed
                && draft.project.investors.len() > 1
                && draft.starts_from.is_none()
                && draft.project.on(MilestoneKind::Started).is_some() == is_started
        });
        for at in dice.choose(&there, count) {
            let on = day_in(month, drafts[at].project.last_day(), dice);
            drafts[at].project.reach(kind, on);
        }
    }
}

/// 竣工 a year or more after the start, 投产 and 达产 after that.
fn complete(drafts: &mut [Draft], month: usize, dice: &mut Dice) {
    const STEPS: [(MilestoneKind, MilestoneKind, u64, u64); 3] = [
        (MilestoneKind::Started, MilestoneKind::Completed, 330, 14),
        (
            MilestoneKind::Completed,
            MilestoneKind::InProduction,
            40,
            40,
        ),
        (
            MilestoneKind::InProduction,
            MilestoneKind::AtCapacity,
            120,
            20,
        ),
    ];
    for draft in drafts.iter_mut().filter(|draft| is_alive(draft, month)) {
        for (from, to, days, percent) in STEPS {
            let project = &mut draft.project;
            let Some(since) = project.on(from) else { break };
            let is_due = later(since, days) < month_at(month).first_day();
            if project.on(to).is_none() && is_due && dice.chance(percent) {
                let on = day_in(month, project.last_day(), dice);
                project.reach(to, on);
            }
        }
    }
}

/// 暂缓 of some that never start.
fn pause(drafts: &mut [Draft], dice: &mut Dice) {
    for draft in drafts.iter_mut().filter(|draft| draft.is_stalled) {
        let project = &mut draft.project;
        if project.ended_on().is_some() || !dice.chance(40) {
            continue;
        }
        let month = dice.index(MONTHS);
        if project.last_day() < month_at(month).first_day() {
            let on = day_in(month, project.last_day(), dice);
            project.reach(MilestoneKind::Paused, on);
        }
    }
}

/// A day of a month, not before `earliest`.
pub(crate) fn day_in(month: usize, earliest: NaiveDate, dice: &mut Dice) -> NaiveDate {
    let month = month_at(month);
    dice.day(month.first_day().max(earliest), month.last_day())
}
