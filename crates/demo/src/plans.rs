//! Planned investments and contract amounts. Three groups of plans and one of
//! contracts have a sum that is printed; each is solved exactly, the later plans
//! around what the earlier ones have taken.

use crate::apportion::{apportion, apportion_within};
use crate::course::Course;
use crate::dice::Dice;
use crate::model::MilestoneKind;
use crate::projects::{Draft, Sort};
use crate::span::{APRIL_2023, JANUARY_2023};
use crate::trips::Trip;

/// Fen in one 万元.
pub(crate) const FEN_PER_WAN: i64 = 1_000_000;
/// Steps of planned investments in the groups, in 万元.
const STEP_WAN: i64 = 100;

/// Gives each project its planned investment and contract amount; `on_list` are
/// the positions on the 顶格推进 list at the end, `trips` those signed on trips.
pub(crate) fn plan(
    drafts: &mut [Draft],
    on_list: &[usize],
    trips: &[Trip],
    course: &Course,
    dice: &mut Dice,
) {
    // The leaders' trips bring the large ones home; those of 2023 have a sum.
    let of_trips = |first: usize| -> Vec<usize> {
        let known = trips.iter().filter(|_| course.plans.trips.is_some());
        known
            .filter(|trip| trip.month >= first)
            .map(|trip| trip.project)
            .collect()
    };
    let (brought_home, summed) = (of_trips(0), of_trips(JANUARY_2023));
    let mut wan: Vec<Option<i64>> = vec![None; drafts.len()];
    let introduced: Vec<usize> = positions(drafts, |draft| {
        draft
            .project
            .month_of(MilestoneKind::Introduced)
            .is_some_and(|month| (JANUARY_2023..=APRIL_2023).contains(&month))
    });
    let witnessed = positions(drafts, |draft| {
        draft.project.on(MilestoneKind::Witnessed).is_some() && draft.project.ended_on().is_none()
    });
    let groups = [
        (
            &introduced[..],
            course.plans.introduced,
            10_000,
            (900, 1_300),
        ),
        (on_list, course.plans.pushed, 60_000, (100, 200)),
        (&witnessed[..], course.plans.witnessed, 12_000, (130, 220)),
    ];
    for (group, sum, least, (light, heavy)) in groups {
        let taken: i64 = group.iter().filter_map(|&at| wan[at]).sum();
        let open: Vec<usize> = group
            .iter()
            .copied()
            .filter(|&at| wan[at].is_none())
            .collect();
        let weights: Vec<i64> = open
            .iter()
            .map(|at| {
                if brought_home.contains(at) {
                    dice.between(light, heavy)
                } else {
                    dice.skewed(20, 400)
                }
            })
            .collect();
        let parts = solve(sum - taken, &weights, least);
        for (at, part) in open.into_iter().zip(parts) {
            wan[at] = Some(part);
        }
    }
    for (at, (draft, solved)) in drafts.iter_mut().zip(wan).enumerate() {
        let (low, high, step) = match draft.sort {
            _ if brought_home.contains(&at) => (80_000, 260_000, 100),
            Sort::Large => (10_000, 140_000, 100),
            Sort::Small => (800, 9_900, 50),
            Sort::NotOther => (2_000, 60_000, 100),
            Sort::Excluded => (10_000, 90_000, 100),
            Sort::Intent => (5_000, 160_000, 100),
        };
        let wan = solved.unwrap_or_else(|| (dice.skewed(low, high) / step).max(1) * step);
        // Where nothing has to add up, plans have odd yuan too.
        let odd = if course.is_even {
            0
        } else {
            dice.between(0, 9_999) * 100
        };
        draft.project.planned_investment_fen = wan * FEN_PER_WAN + odd;
        draft.project.contract_amount_fen = wan * dice.between(12, 20) / 20 * FEN_PER_WAN;
    }
    if let Some(sum) = course.plans.trips {
        contract(drafts, &summed, sum, dice);
    }
}

/// Contract amounts that add up to `sum` 万元, none above its plan.
fn contract(drafts: &mut [Draft], group: &[usize], sum: i64, dice: &mut Dice) {
    let plans: Vec<i64> = group
        .iter()
        .map(|&at| drafts[at].project.planned_investment_fen / FEN_PER_WAN)
        .collect();
    let weights: Vec<i64> = plans
        .iter()
        .map(|plan| plan * dice.between(80, 120))
        .collect();
    for (&at, part) in group.iter().zip(apportion_within(sum, &weights, &plans)) {
        drafts[at].project.contract_amount_fen = part * FEN_PER_WAN;
    }
}

fn positions(drafts: &[Draft], keep: impl Fn(&Draft) -> bool) -> Vec<usize> {
    (0..drafts.len()).filter(|&at| keep(&drafts[at])).collect()
}

/// Investments of at least `least` that add up to `sum`, in 万元; a few large and
/// many small ones, as `weights` say.
fn solve(sum: i64, weights: &[i64], least: i64) -> Vec<i64> {
    if weights.is_empty() {
        return Vec::new();
    }
    let floor = least * i64::try_from(weights.len()).expect("a group is small");
    let mut parts = apportion((sum - floor).max(0) / STEP_WAN, weights);
    for part in &mut parts {
        *part = *part * STEP_WAN + least;
    }
    parts[0] += (sum - floor).max(0) % STEP_WAN;
    parts
}
