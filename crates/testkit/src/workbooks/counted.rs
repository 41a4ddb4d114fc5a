//! What a window brought: activities, whom they met, what was signed on them, services.

use super::{Activity, Meeting, Party, Project, Workbooks};
use crate::evaluator::Share;
use std::collections::BTreeSet;

impl Activity {
    fn is_outbound(&self) -> bool {
        self.name == "外出招商" || self.name == "上门推介"
    }

    fn is_joint(&self) -> bool {
        self.name == "联合招商对接"
    }

    fn is_inbound(&self) -> bool {
        // The template says the city's name; offices elsewhere say 来访.
        self.name == "来淄考察" || self.name == "来访考察"
    }

    fn is_meeting(&self) -> bool {
        ["招商引资大会", "专题动员会", "调度会", "项目推进会"].contains(&self.name.as_str())
    }

    fn counts_as(&self, indicator: &str) -> bool {
        match indicator {
            "city_leader_trips" => self.is_outbound() && self.leader == "市党政主要领导",
            "county_leader_trips" => self.is_outbound() && self.leader == "区县党政主要负责人",
            "joint_matchmaking_events" => self.is_joint(),
            "promotion_meetings" => self.name == "推介会",
            "inbound_visits" => self.is_inbound(),
            "outbound_activities" => self.is_outbound(),
            "campaign_meetings" => self.is_meeting(),
            _ => false,
        }
    }
}

impl Workbooks {
    /// The events that an indicator counts, each with its units.
    pub(super) fn events(&self, indicator: &str, (from, month): (i32, i32)) -> Vec<&[Share]> {
        let within = |booked: i32| from <= booked && booked <= month;
        let rows = |rows: &'_ [(Vec<Share>, i32)]| -> Vec<usize> {
            let places = 0..rows.len();
            places.filter(|&place| within(rows[place].1)).collect()
        };
        match indicator {
            "campaign_policy_documents" => rows(&self.documents)
                .into_iter()
                .map(|place| self.documents[place].0.as_slice())
                .collect(),
            "care_events" => rows(&self.visits)
                .into_iter()
                .map(|place| self.visits[place].0.as_slice())
                .collect(),
            "care_problems_solved" => self
                .problems
                .values()
                .filter(|(_, solved)| solved.is_some_and(within))
                .map(|(shares, _)| shares.as_slice())
                .collect(),
            _ => self
                .activities
                .values()
                .filter(|activity| within(activity.month) && activity.counts_as(indicator))
                .map(|activity| activity.organisers.as_slice())
                .collect(),
        }
    }

    /// Whom an indicator counts once each, with the units of every time they were met.
    pub(super) fn parties(
        &self,
        indicator: &str,
        (from, month): (i32, i32),
    ) -> Vec<(Party, &[Share])> {
        let within = |booked: i32| from <= booked && booked <= month;
        let steps: &[&str] = match indicator {
            "new_signed_or_intended_projects" => &["签约", "意向"],
            "newly_signed_projects" => &["签约"],
            "newly_intended_projects" => &["意向"],
            _ => &[],
        };
        let stepped = self
            .milestones
            .iter()
            .filter(|step| within(step.month) && steps.contains(&step.name.as_str()))
            .map(|step| {
                let shares = self.projects[&step.project].shares.as_slice();
                (Party::Project(step.project.clone()), shares)
            });
        let met = self
            .meetings
            .iter()
            .filter(|meeting| within(meeting.month) && self.meets_for(indicator, meeting))
            .map(|meeting| {
                let shares = match &meeting.party {
                    Party::Company(_) => &self.activities[&meeting.activity].organisers,
                    Party::Project(project) => &self.projects[project].shares,
                };
                (meeting.party.clone(), shares.as_slice())
            });
        stepped.chain(met).collect()
    }

    fn meets_for(&self, indicator: &str, meeting: &Meeting) -> bool {
        let activity = &self.activities[&meeting.activity];
        let is_company = matches!(meeting.party, Party::Company(_));
        match indicator {
            "joint_invited_companies" => is_company && activity.is_joint(),
            "invited_companies" => is_company && (activity.is_joint() || activity.is_inbound()),
            "matched_parties" => activity.is_outbound(),
            _ => false,
        }
    }

    /// The projects signed on trips in the window that an indicator counts, each with its
    /// contract's amount.
    pub(super) fn signed_on_trips(
        &self,
        indicator: &str,
        (from, month): (i32, i32),
    ) -> Vec<(&Project, i128)> {
        let signed = self.reaching("签约", 0, month);
        let mut counted = BTreeSet::new();
        let mut found = Vec::new();
        for meeting in &self.meetings {
            let activity = &self.activities[&meeting.activity];
            let is_within = from <= meeting.month && meeting.month <= month;
            let fits = activity.is_outbound()
                && (indicator == "trip_signed_amount" || activity.leader == "区县党政主要负责人");
            let Some(project) = meeting.signed.as_deref().filter(|_| is_within && fits) else {
                continue;
            };
            // Started in the year of the trip.
            let january = meeting.month / 100 * 100 + 1;
            let is_started = || {
                let until = month.min(january + 11);
                self.reaching("开工", january, until).contains(project)
            };
            let counts = indicator != "county_trip_started_projects" || is_started();
            if counts && signed.contains(project) && counted.insert(project) {
                let project = &self.projects[project];
                found.push((project, project.contract_fen));
            }
        }
        found
    }
}
