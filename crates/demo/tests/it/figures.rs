//! Figures out of a city's rows by plain sums, written apart from the generator.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use demo::{City, Credit, Fund, MilestoneKind, Project, month_at};

/// Fen in one 万元.
pub(crate) const WAN: i64 = 1_000_000;

/// The newspaper's city and eight drawn ones, made once for all tests.
pub(crate) fn cities() -> &'static [(String, City)] {
    static CITIES: OnceLock<Vec<(String, City)>> = OnceLock::new();
    CITIES.get_or_init(|| {
        let mut cities = vec![("newspaper".to_owned(), demo::newspaper())];
        cities.extend((1..=8).map(|seed| (format!("seed {seed}"), demo::seeded(seed))));
        cities
    })
}

/// The newspaper's city.
pub(crate) fn newspaper() -> &'static City {
    &cities()[0].1
}

/// Months of a window as positions, both ends included: (1, 4, 2023).
pub(crate) fn months(first: i32, last: i32, year: i32) -> Vec<usize> {
    (0..demo::MONTHS)
        .filter(|&at| {
            let month = month_at(at);
            month.year() == year && (first..=last).contains(&month.of_year())
        })
        .collect()
}

/// The part of a fund row that counts as 到位省外资金, half up to the fen.
pub(crate) fn counted(city: &City, fund: &Fund) -> i64 {
    let mut share = 0i128;
    for investor in &city.projects[fund.project].investors {
        let is_code = investor.division.bytes().all(|byte| byte.is_ascii_digit());
        let province = investor.division.get(..2).unwrap_or_default();
        if is_code && !matches!(province, "37" | "71" | "81" | "82") {
            share += i128::from(investor.share_bp);
        }
    }
    i64::try_from((i128::from(fund.amount_fen) * share + 5_000).div_euclid(10_000)).unwrap()
}

/// Counted funds of the city in a window, in fen.
pub(crate) fn city_funds(city: &City, window: &[usize]) -> i64 {
    city.funds
        .iter()
        .filter(|fund| window.contains(&fund.month))
        .map(|fund| counted(city, fund))
        .sum()
}

/// A unit's credit in a window, in fen.
pub(crate) fn unit_funds(city: &City, unit: usize, window: &[usize]) -> i64 {
    let mut sum = 0;
    for fund in city
        .funds
        .iter()
        .filter(|fund| window.contains(&fund.month))
    {
        let project = &city.projects[fund.project];
        let whole = counted(city, fund);
        match project.credit {
            Credit::Sole if project.unit == unit => sum += whole,
            Credit::Double { with } if project.unit == unit || with == unit => sum += whole,
            Credit::Shared { with, lead_bp } if project.unit == unit || with == unit => {
                let lead = (i128::from(whole) * i128::from(lead_bp) + 5_000).div_euclid(10_000);
                let lead = i64::try_from(lead).unwrap();
                sum += if project.unit == unit {
                    lead
                } else {
                    whole - lead
                };
            }
            _ => {}
        }
    }
    sum
}

/// Projects that reach a milestone in a window.
pub(crate) fn reaching<'c>(
    city: &'c City,
    kind: MilestoneKind,
    window: &[usize],
) -> Vec<&'c Project> {
    city.projects
        .iter()
        .filter(|project| {
            project
                .milestones
                .iter()
                .any(|step| step.kind == kind && is_in(step.on, window))
        })
        .collect()
}

pub(crate) fn is_in(day: chrono::NaiveDate, window: &[usize]) -> bool {
    window
        .iter()
        .any(|&at| kernel::Month::of(day) == month_at(at))
}

/// Projects with 见证签约 by the end of a month that have neither ended nor left.
pub(crate) fn witnessed(city: &City, month: usize) -> Vec<&Project> {
    city.projects
        .iter()
        .filter(|project| {
            project.has_by(MilestoneKind::Witnessed, month)
                && !project.has_by(MilestoneKind::Ended, month)
                && !project.has_by(MilestoneKind::Withdrawn, month)
        })
        .collect()
}

/// Projects on the 顶格推进 list at the end of a month.
pub(crate) fn pushed(city: &City, month: usize) -> Vec<&Project> {
    let end = month_at(month).last_day();
    let times = |project: &Project, kind| {
        let steps = project.milestones.iter();
        steps
            .filter(|step| step.kind == kind && step.on <= end)
            .count()
    };
    city.projects
        .iter()
        .filter(|project| {
            times(project, MilestoneKind::Listed) > times(project, MilestoneKind::Unlisted)
        })
        .collect()
}

/// How many of `projects` have started by the end of a month.
pub(crate) fn started(projects: &[&Project], month: usize) -> usize {
    projects
        .iter()
        .filter(|project| project.has_by(MilestoneKind::Started, month))
        .count()
}

/// The sum of planned investments in fen.
pub(crate) fn planned(projects: &[&Project]) -> i64 {
    projects
        .iter()
        .map(|project| project.planned_investment_fen)
        .sum()
}

/// Every distinct value once, or the number of values would differ.
pub(crate) fn are_distinct<T: Ord>(values: impl IntoIterator<Item = T>) -> bool {
    let mut count = 0;
    let set: BTreeSet<T> = values.into_iter().inspect(|_| count += 1).collect();
    set.len() == count
}
