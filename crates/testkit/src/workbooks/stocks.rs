//! What stands at a month's end.

use super::{List, Membership, Party, Workbooks};
use crate::evaluator::Share;
use std::collections::BTreeSet;

/// What there is at a month's end; all others are what a window brought.
const STOCKS: [&str; 18] = [
    "witnessed_projects",
    "witnessed_planned_investment",
    "witnessed_started",
    "witnessed_start_rate",
    "pushed_projects",
    "pushed_started",
    "pushed_start_rate",
    "pushed_planned_investment",
    "target_companies",
    "target_companies_contacted",
    "target_contact_coverage",
    "target_companies_met_by_firsts",
    "firsts_contact_rate",
    "platforms",
    "reserve_projects",
    "published_reserve_projects",
    "care_projects",
    "care_companies",
];

/// Whether an indicator tells what there is, instead of what a window brought.
pub(super) fn is_stock(indicator: &str) -> bool {
    STOCKS.contains(&indicator)
}

impl Membership {
    fn stands(&self, month: i32) -> bool {
        let newest = self.turns.iter().rfind(|(turned, _)| *turned <= month);
        newest.is_some_and(|(_, on)| *on)
    }
}

impl Workbooks {
    /// Who is on `list` at the end of `month`, with the units that have it there.
    fn on_list(&self, list: List, month: i32) -> impl Iterator<Item = (&str, &[Share])> {
        self.lists
            .iter()
            .filter(move |((of, _), membership)| *of == list && membership.stands(month))
            .map(|((_, key), membership)| (key.as_str(), membership.shares.as_slice()))
    }

    fn met(&self, month: i32, by_firsts: bool) -> BTreeSet<&str> {
        self.meetings
            .iter()
            .filter(|meeting| meeting.month <= month && (meeting.by_firsts || !by_firsts))
            .filter_map(|meeting| match &meeting.party {
                Party::Company(company) => Some(company.as_str()),
                Party::Project(_) => None,
            })
            .collect()
    }

    /// The lists' members that an indicator counts.
    pub(super) fn members(&self, indicator: &str, month: i32) -> Vec<&[Share]> {
        let all = |list| {
            self.on_list(list, month)
                .map(|(_, shares)| shares)
                .collect()
        };
        let those = |list, among: &BTreeSet<&str>| {
            self.on_list(list, month)
                .filter(|(key, _)| among.contains(key))
                .map(|(_, shares)| shares)
                .collect()
        };
        match indicator {
            "target_companies" => all(List::Targets),
            "target_companies_contacted" => those(List::Targets, &self.met(month, false)),
            "target_companies_met_by_firsts" => those(List::Targets, &self.met(month, true)),
            "platforms" => all(List::Platforms),
            "reserve_projects" => all(List::Opportunities),
            "published_reserve_projects" => {
                let published = self.published.iter().filter(|(_, when)| **when <= month);
                let published = published.map(|(code, _)| code.as_str()).collect();
                those(List::Opportunities, &published)
            }
            "care_projects" => all(List::EscortedProjects),
            "care_companies" => all(List::EscortedCompanies),
            _ => Vec::new(),
        }
    }
}
