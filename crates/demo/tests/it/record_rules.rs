//! What the records of every city must keep, counted without the generator.

use std::collections::{BTreeMap, BTreeSet};

use demo::{ActivityKind, City, Leader, MilestoneKind, Outcome, Party, UNITS, is_credit_code};
use kernel::Month;

use crate::figures::{are_distinct, cities};

#[test]
fn every_unit_has_activities_in_every_month() {
    for (name, city) in cities() {
        for (unit, of) in UNITS.iter().enumerate() {
            for month in (0..demo::MONTHS).map(demo::month_at) {
                let holds = city.records.activities.iter().any(|activity| {
                    activity.organisers[0] == unit && Month::of(activity.begins_on) == month
                });
                assert!(holds, "{name}: {} in {month}", of.name);
            }
        }
    }
}

#[test]
fn activities_are_whole() {
    for (name, city) in cities() {
        let activities = &city.records.activities;
        assert!(are_distinct(activities.iter().map(|of| &of.code)), "{name}");
        assert!(are_distinct(activities.iter().map(|of| &of.name)), "{name}");
        for activity in activities {
            let code = &activity.code;
            assert!(activity.begins_on <= activity.ends_on, "{name}: {code}");
            assert_eq!(
                Month::of(activity.begins_on),
                Month::of(activity.ends_on),
                "{name}: {code}"
            );
            assert!(are_distinct(&activity.organisers), "{name}: {code}");
            assert!(are_distinct(&activity.places), "{name}: {code}");
            let is_joint = activity.kind == ActivityKind::Joint;
            if is_joint {
                assert!(
                    (2..=4).contains(&activity.organisers.len()),
                    "{name}: {code}"
                );
                assert!(activity.organisers.contains(&0), "{name}: {code}");
            }
            let is_elsewhere = activity.places.iter().all(|place| !place.starts_with("37"));
            let is_outbound = matches!(
                activity.kind,
                ActivityKind::Outbound | ActivityKind::Doorstep
            );
            assert_eq!(is_elsewhere, is_outbound, "{name}: {code}");
            if activity.leader == Leader::CountyFirst {
                assert_ne!(activity.organisers[0], 0, "{name}: {code}");
            }
        }
    }
}

#[test]
fn a_company_is_met_once_at_an_activity_and_a_project_signs_once() {
    for (name, city) in cities() {
        let meetings = &city.records.meetings;
        let companies = meetings
            .iter()
            .filter_map(|of| Some((of.activity, of.company?)));
        assert!(are_distinct(companies), "{name}");
        let projects = meetings
            .iter()
            .filter(|of| of.company.is_none())
            .map(|of| (of.activity, of.project.unwrap()));
        assert!(are_distinct(projects), "{name}");
        let signed = meetings
            .iter()
            .filter(|of| of.outcome == Outcome::Signed)
            .map(|of| of.project.unwrap());
        assert!(are_distinct(signed), "{name}");
        for meeting in meetings.iter().filter(|of| of.outcome == Outcome::Signed) {
            let project = &city.projects[meeting.project.unwrap()];
            let signed = project.on(MilestoneKind::Signed).unwrap();
            let activity = &city.records.activities[meeting.activity];
            let of_month = Month::of(signed) == Month::of(activity.begins_on);
            // Its own office hands both in, or the contract came in a month before.
            assert!(
                (of_month && project.unit == activity.organisers[0])
                    || Month::of(signed) < Month::of(activity.begins_on),
                "{name}: {}",
                project.code
            );
            assert!(signed <= activity.ends_on, "{name}: {}", project.code);
        }
    }
}

#[test]
fn companies_have_one_name_and_one_code_each() {
    for (name, city) in cities() {
        let companies = &city.companies;
        assert!(are_distinct(companies.iter().map(|of| &of.name)), "{name}");
        let codes: Vec<&String> = companies
            .iter()
            .filter_map(|of| of.credit_code.as_ref())
            .collect();
        assert!(codes.iter().all(|code| is_credit_code(code)), "{name}");
        assert!(are_distinct(codes), "{name}");
        for of in companies {
            assert!(of.name.starts_with("演示"), "{name}: {}", of.name);
        }
        for target in &city.records.target_companies {
            let division = city.companies[target.company].division;
            assert!(!division.starts_with("37"), "{name}: {division}");
        }
    }
}

#[test]
fn a_project_is_brought_once_by_a_platform_that_stands() {
    for (name, city) in cities() {
        let records = &city.records;
        assert!(are_distinct(records.platforms.iter().map(|of| &of.code)));
        assert!(
            are_distinct(records.brought.iter().map(|of| of.project)),
            "{name}"
        );
        for row in &records.brought {
            let (platform, project) = (
                &records.platforms[row.platform],
                &city.projects[row.project],
            );
            let code = &project.code;
            assert!(platform.founded_on <= row.on, "{name}: {code}");
            assert!(
                platform.closed_on.is_none_or(|on| on > row.on),
                "{name}: {code}"
            );
            assert!([0, project.unit].contains(&platform.unit), "{name}: {code}");
            // The project's row is handed in by then.
            let last_of_month = Month::of(row.on).last_day();
            assert!(project.agreed_on <= last_of_month, "{name}: {code}");
        }
    }
}

/// First and last day of everything that begins and may end.
fn lives(
    city: &City,
) -> BTreeMap<&'static str, Vec<(chrono::NaiveDate, Option<chrono::NaiveDate>)>> {
    let records = &city.records;
    BTreeMap::from([
        (
            "targets",
            records
                .target_companies
                .iter()
                .map(|of| (of.determined_on, of.given_up_on))
                .collect(),
        ),
        (
            "platforms",
            records
                .platforms
                .iter()
                .map(|of| (of.founded_on, of.closed_on))
                .collect(),
        ),
        (
            "roster",
            records
                .roster
                .iter()
                .map(|of| (of.enrolled_on, of.released_on))
                .collect(),
        ),
        (
            "problems",
            records
                .problems
                .iter()
                .map(|of| (of.raised_on, of.solved.map(|(on, _)| on)))
                .collect(),
        ),
        (
            "opportunities",
            records
                .opportunities
                .iter()
                .map(|of| (of.planned_on, of.closed.map(|(on, _)| on)))
                .collect(),
        ),
    ])
}

#[test]
fn what_ends_has_begun_and_all_of_it_lies_in_the_demos_months() {
    for (name, city) in cities() {
        let last = demo::month_at(demo::MONTHS - 1).last_day();
        for (what, lives) in lives(city) {
            let ended = lives.iter().filter(|(_, ended)| ended.is_some()).count();
            assert!(0 < ended && ended < lives.len(), "{name}: {what} {ended}");
            for (began, ended) in lives {
                assert!(began <= last, "{name}: {what}");
                let day = ended.unwrap_or(began);
                assert!(began <= day && day <= last, "{name}: {what}");
            }
        }
    }
}

#[test]
fn nobody_is_on_the_roster_or_among_the_targets_twice_at_a_time() {
    for (name, city) in cities() {
        let roster = &city.records.roster;
        for (at, member) in roster.iter().enumerate() {
            let before = roster[..at].iter().filter(|of| of.party == member.party);
            for earlier in before {
                let gone = earlier
                    .released_on
                    .is_some_and(|day| day < member.enrolled_on);
                assert!(gone, "{name}: {:?}", member.party);
            }
        }
        let targets = &city.records.target_companies;
        assert!(are_distinct(targets.iter().map(|of| of.company)), "{name}");
        let honours = &city.records.honours;
        assert!(
            are_distinct(honours.iter().map(|of| (of.company, of.title, of.year))),
            "{name}"
        );
        for member in roster {
            if let Party::Project(at) = member.party {
                assert!(city.projects[at].agreed_on < member.enrolled_on, "{name}");
            }
        }
    }
}

#[test]
fn visits_and_problems_name_whom_they_are_about() {
    for (name, city) in cities() {
        let records = &city.records;
        assert!(
            are_distinct(records.visits.iter().map(|of| &of.code)),
            "{name}"
        );
        assert!(
            are_distinct(records.problems.iter().map(|of| &of.code)),
            "{name}"
        );
        for visit in &records.visits {
            assert!(visit.company.is_some() || visit.project.is_some(), "{name}");
            if let Some(at) = visit.project {
                assert_eq!(city.projects[at].unit, visit.unit, "{name}");
                assert!(city.projects[at].agreed_on <= visit.on, "{name}");
            }
        }
        for problem in &records.problems {
            assert!(problem.company.is_some() || problem.project.is_some());
            let Some(at) = problem.visit else { continue };
            assert!(records.visits[at].on <= problem.raised_on, "{name}");
            assert_eq!(records.visits[at].unit, problem.unit, "{name}");
        }
        let solved = records.problems.iter().filter(|of| of.solved.is_some());
        assert!(solved.count() < records.problems.len(), "{name}");
    }
}

#[test]
fn a_drawn_citys_records_have_the_corner_cases() {
    for (name, city) in cities().iter().skip(1) {
        let records = &city.records;
        let sizes: BTreeSet<usize> = records
            .activities
            .iter()
            .map(|of| of.organisers.len())
            .collect();
        assert_eq!(sizes, BTreeSet::from([1, 2, 3, 4]), "{name}");
        let mut at_activities: BTreeMap<usize, usize> = BTreeMap::new();
        for company in records.meetings.iter().filter_map(|of| of.company) {
            *at_activities.entry(company).or_default() += 1;
        }
        assert!(at_activities.values().any(|times| *times > 3), "{name}");
        let trips = records
            .meetings
            .iter()
            .filter(|of| of.outcome == Outcome::Signed)
            .map(|of| {
                let project = &city.projects[of.project.unwrap()];
                (project, &records.activities[of.activity])
            });
        let trips: Vec<_> = trips
            .filter(|(_, activity)| activity.kind != ActivityKind::Witnessing)
            .collect();
        let later = |(project, activity): &&(&demo::Project, &demo::Activity)| {
            project.agreed_on < Month::of(activity.begins_on).first_day()
        };
        assert!(
            trips.iter().any(|trip| later(&trip)),
            "{name}: a later trip"
        );
        let starts = |is_before: bool| {
            trips.iter().any(|(project, activity)| {
                let started = project.on(MilestoneKind::Started);
                started.is_some_and(|day| (day < activity.begins_on) == is_before)
            })
        };
        assert!(starts(false), "{name}: a start after the trip");
        let late = records.brought.iter().any(|row| {
            let mut funds = city.funds.iter().filter(|of| of.project == row.project);
            funds.any(|fund| fund.arrived_on < Month::of(row.on).first_day())
        });
        assert!(late, "{name}: a platform after the first funds");
        let parties = records.roster.iter().map(|of| of.party);
        assert!(!are_distinct(parties), "{name}: back on the roster");
    }
}

#[test]
fn some_drawn_cities_have_a_start_before_the_trip() {
    let found = cities().iter().skip(1).any(|(_, city)| {
        city.records.meetings.iter().any(|of| {
            let signed = of.project.filter(|_| of.outcome == Outcome::Signed);
            signed.is_some_and(|at| {
                let started = city.projects[at].on(MilestoneKind::Started);
                started.is_some_and(|day| day < city.records.activities[of.activity].begins_on)
            })
        })
    });
    assert!(found);
}
