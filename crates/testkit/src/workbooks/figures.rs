//! The indicators, each as a sum over rows.

use super::stocks::is_stock;
use super::{Milestone, Party, Project, Workbooks};
use crate::evaluator::{Answer, Share, Worth, change, half_up, part_of, progress};
use std::collections::{BTreeMap, BTreeSet};

/// 双过半 looks at these.
const PLANNED: [&str; 2] = ["funds_arrived", "new_projects_over_100m"];

/// Part and whole of the ratios.
const RATIOS: [(&str, &str, &str); 5] = [
    (
        "witnessed_start_rate",
        "witnessed_started",
        "witnessed_projects",
    ),
    ("pushed_start_rate", "pushed_started", "pushed_projects"),
    (
        "county_trip_start_rate",
        "county_trip_started_projects",
        "county_trip_signed_projects",
    ),
    (
        "target_contact_coverage",
        "target_companies_contacted",
        "target_companies",
    ),
    (
        "firsts_contact_rate",
        "target_companies_met_by_firsts",
        "target_companies_contacted",
    ),
];

/// What counts different parties.
const DIFFERENT: [&str; 6] = [
    "joint_invited_companies",
    "invited_companies",
    "matched_parties",
    "new_signed_or_intended_projects",
    "newly_signed_projects",
    "newly_intended_projects",
];

impl Workbooks {
    /// All indicators that it knows.
    pub const INDICATORS: [&'static str; 47] = [
        "funds_arrived",
        "new_projects_over_100m",
        "new_projects_over_100m_planned_investment",
        "double_half",
        "newly_started_projects",
        "witnessed_projects",
        "witnessed_planned_investment",
        "witnessed_started",
        "witnessed_start_rate",
        "pushed_projects",
        "pushed_started",
        "pushed_start_rate",
        "pushed_planned_investment",
        "city_leader_trips",
        "county_leader_trips",
        "county_trip_signed_projects",
        "county_trip_signed_amount",
        "county_trip_started_projects",
        "county_trip_start_rate",
        "trip_signed_amount",
        "joint_matchmaking_events",
        "joint_invited_companies",
        "promotion_meetings",
        "inbound_visits",
        "outbound_activities",
        "matched_parties",
        "invited_companies",
        "campaign_meetings",
        "campaign_policy_documents",
        "new_signed_or_intended_projects",
        "newly_signed_projects",
        "newly_intended_projects",
        "landed_investment",
        "target_companies",
        "target_companies_contacted",
        "target_contact_coverage",
        "target_companies_met_by_firsts",
        "firsts_contact_rate",
        "platforms",
        "platform_signed_projects",
        "platform_funds_arrived",
        "reserve_projects",
        "published_reserve_projects",
        "care_projects",
        "care_companies",
        "care_events",
        "care_problems_solved",
    ];

    /// Answers for a unit (by code) and the window `from..=month`, as at the month's end.
    /// The version of the definition is the first. `None` for an unknown indicator or unit.
    pub fn ask(&self, indicator: &str, unit: &str, (from, month): (i32, i32)) -> Option<Answer> {
        if !Self::INDICATORS.contains(&indicator) {
            return None;
        }
        let number = self.number_of(unit)?;
        let window = (from, month);
        let value = self.worth(indicator, number, window);
        let last_year = self.worth(indicator, number, (from - 100, month - 100));
        let last_year = last_year.filter(|_| indicator != "double_half");
        let plan = self.plan(indicator, number, window);
        let passed = i128::from(month % 100);
        let reached = match (value, plan) {
            (Some(Worth::Number(value)), Some(plan)) => progress(value, plan, passed),
            _ => None,
        };
        Some(Answer {
            value,
            last_year,
            // Nothing is corrected in workbooks; of stocks only the present is known anew.
            last_year_known_now: last_year.filter(|_| !is_stock(indicator)),
            change: value
                .zip(last_year)
                .and_then(|(now, then)| change(now, then)),
            plan,
            completion: reached.map(|reached| reached.0),
            on_schedule: reached.map(|reached| reached.1),
            lamp: reached.map(|reached| reached.2),
            rank: self.rank(indicator, number, window),
            version: 1,
        })
    }

    fn worth(&self, indicator: &str, unit: i64, (from, month): (i32, i32)) -> Option<Worth> {
        let first = if is_stock(indicator) { month } else { from };
        if first < self.first_month {
            return None;
        }
        let sum = |indicator: &str| self.sum(indicator, unit, (from, month));
        let ratio = |part: &str, whole: &str| {
            let (part, whole) = (sum(part), sum(whole));
            (whole > 0).then_some(Worth::Fraction(part, whole))
        };
        if let Some((_, part, whole)) = RATIOS.iter().find(|(code, ..)| *code == indicator) {
            return ratio(part, whole);
        }
        match indicator {
            "double_half" => self.double_half(unit, (from, month)).map(Worth::Truth),
            other => Some(Worth::Number(sum(other))),
        }
    }

    fn double_half(&self, unit: i64, window: (i32, i32)) -> Option<bool> {
        if window.1 % 100 != 6 {
            return None;
        }
        let reached: Vec<bool> = PLANNED
            .iter()
            .filter_map(|indicator| {
                let plan = self
                    .plan(indicator, unit, window)
                    .filter(|plan| *plan > 0)?;
                Some(self.sum(indicator, unit, window) * 12 >= plan * 6)
            })
            .collect();
        (!reached.is_empty()).then(|| reached.iter().all(|reached| *reached))
    }

    /// The annual target, for the year to date.
    fn plan(&self, indicator: &str, unit: i64, (from, month): (i32, i32)) -> Option<i128> {
        let year = month / 100;
        let unit = &self.units[usize::try_from(unit).ok()?];
        let place = (year, unit.code.clone(), indicator.to_owned());
        let plan = self.plans.get(&place).copied();
        plan.filter(|_| from == year * 100 + 1)
    }

    fn rank(&self, indicator: &str, unit: i64, window: (i32, i32)) -> Option<usize> {
        let ranked: Vec<i64> = (0i64..)
            .zip(&self.units)
            .filter(|(_, unit)| unit.ranked)
            .map(|(number, _)| number)
            .collect();
        let standing = |unit: i64| match self.worth(indicator, unit, window)? {
            Worth::Fraction(part, whole) => Some((part, whole)),
            Worth::Number(value) if PLANNED.contains(&indicator) => {
                let plan = self
                    .plan(indicator, unit, window)
                    .filter(|plan| *plan > 0)?;
                Some((value, plan))
            }
            Worth::Number(value) => Some((value, 1)),
            Worth::Truth(_) => None,
        };
        let own = standing(unit).filter(|_| ranked.contains(&unit))?;
        let better = |other: &i64| {
            standing(*other).is_some_and(|(part, whole)| part * own.1 > own.0 * whole)
        };
        Some(1 + ranked.iter().filter(|other| better(other)).count())
    }

    fn sum(&self, indicator: &str, unit: i64, window: (i32, i32)) -> i128 {
        let parents = self.parents();
        if DIFFERENT.contains(&indicator) {
            let met = self.parties(indicator, window);
            let of_unit = met
                .into_iter()
                .filter(|(_, shares)| part_of(unit, shares, &parents, 1, true) > 0);
            let different: BTreeSet<Party> = of_unit.map(|(party, _)| party).collect();
            return i128::try_from(different.len()).expect("a number of rows");
        }
        let is_money = indicator.ends_with("funds_arrived")
            || indicator.ends_with("investment")
            || indicator.ends_with("amount");
        self.entries(indicator, window)
            .into_iter()
            .map(|(shares, fen)| {
                let whole = if is_money { fen } else { 1 };
                part_of(unit, shares, &parents, whole, !is_money)
            })
            .sum()
    }

    /// The rows that count, each with its units and money.
    fn entries(&self, indicator: &str, window: (i32, i32)) -> Vec<(&[Share], i128)> {
        let of_projects = self
            .project_entries(indicator, window)
            .into_iter()
            .map(|(project, fen)| (project.shares.as_slice(), fen));
        let events = self.events(indicator, window).into_iter();
        let members = self.members(indicator, window.1).into_iter();
        of_projects
            .chain(events.chain(members).map(|shares| (shares, 1)))
            .collect()
    }

    /// The rows about projects that count, each with its money.
    fn project_entries(&self, indicator: &str, (from, month): (i32, i32)) -> Vec<(&Project, i128)> {
        if indicator.ends_with("funds_arrived") {
            return self
                .funds
                .iter()
                .filter(|fund| from <= fund.month && fund.month <= month)
                .filter(|fund| indicator == "funds_arrived" || fund.through_platform)
                .map(|fund| {
                    let project = &self.projects[&fund.project];
                    let counted = half_up(fund.fen * project.other_province_points, 10_000);
                    (project, counted)
                })
                .collect();
        }
        if indicator.starts_with("county_trip_") || indicator == "trip_signed_amount" {
            return self.signed_on_trips(indicator, (from, month));
        }
        let codes: BTreeSet<&str> = match indicator {
            "new_projects_over_100m" | "new_projects_over_100m_planned_investment" => {
                self.reaching("新引进", from, month)
            }
            "newly_started_projects" => self.reaching("开工", from, month),
            "landed_investment" => self.reaching("落地", from, month),
            "platform_signed_projects" => {
                let brought = self.brought.iter().filter(|(_, when)| **when <= month);
                let brought = brought.map(|(project, _)| project.as_str()).collect();
                &self.reaching("签约", from, month) & &brought
            }
            "witnessed_projects" | "witnessed_planned_investment" => self.witnessed(month),
            "witnessed_started" => &self.witnessed(month) & &self.reaching("开工", 0, month),
            "pushed_projects" | "pushed_planned_investment" => self.pushed(month),
            "pushed_started" => &self.pushed(month) & &self.reaching("开工", 0, month),
            _ => BTreeSet::new(),
        };
        codes
            .into_iter()
            .map(|code| (&self.projects[code], self.projects[code].planned_fen))
            .collect()
    }

    /// The projects whose first milestone of this name was handed in within the months;
    /// 0 is before the books.
    pub(super) fn reaching(&self, name: &str, from: i32, until: i32) -> BTreeSet<&str> {
        let mut first: BTreeMap<&str, i32> = BTreeMap::new();
        for milestone in self.milestones.iter().filter(|step| step.name == name) {
            let month = first.entry(&milestone.project).or_insert(milestone.month);
            *month = (*month).min(milestone.month);
        }
        first
            .into_iter()
            .filter(|(_, month)| from <= *month && *month <= until)
            .map(|(project, _)| project)
            .collect()
    }

    /// 终止 or 退出.
    fn ended(&self, month: i32) -> BTreeSet<&str> {
        &self.reaching("终止", 0, month) | &self.reaching("退出", 0, month)
    }

    fn witnessed(&self, month: i32) -> BTreeSet<&str> {
        &self.reaching("见证签约", 0, month) - &self.ended(month)
    }

    /// Whose newest step on or off the list by the end of the month was onto it.
    fn pushed(&self, month: i32) -> BTreeSet<&str> {
        let mut steps: Vec<&Milestone> = self
            .milestones
            .iter()
            .filter(|step| step.month <= month)
            .filter(|step| step.name == "列入顶格推进" || step.name == "移出顶格推进")
            .collect();
        steps.sort_by_key(|step| (step.month, step.day));
        let newest: BTreeMap<&str, &str> = steps
            .into_iter()
            .map(|step| (step.project.as_str(), step.name.as_str()))
            .collect();
        let on_list: BTreeSet<&str> = newest
            .into_iter()
            .filter(|(_, name)| *name == "列入顶格推进")
            .map(|(project, _)| project)
            .collect();
        &on_list - &self.ended(month)
    }
}
