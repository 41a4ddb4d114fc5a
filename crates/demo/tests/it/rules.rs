//! What every row of every city must keep: the rules of the importers, counted
//! here once more and without them.

use std::collections::BTreeMap;

use demo::{ContractKind, Credit, Exclusion, MilestoneKind, UNITS, is_credit_code, month_at};

use crate::figures::{WAN, are_distinct, cities, city_funds, counted, months, unit_funds};

#[test]
fn every_unit_books_counted_funds_in_every_month() {
    for (name, city) in cities() {
        for (unit, of) in UNITS.iter().enumerate() {
            for month in 0..demo::MONTHS {
                let booked = city.funds.iter().any(|fund| {
                    fund.month == month
                        && city.projects[fund.project].unit == unit
                        && counted(city, fund) > 0
                });
                assert!(booked, "{name}: {} in month {month}", of.name);
                assert!(unit_funds(city, unit, &[month]) > 0);
            }
        }
    }
}

#[test]
fn no_project_holds_more_than_a_twentieth_of_a_windows_funds() {
    for (name, city) in cities() {
        for year in [2022, 2023] {
            for (first, last) in [(1, 6), (1, 4), (2, 4)] {
                let window = months(first, last, year);
                let mut held: BTreeMap<usize, i64> = BTreeMap::new();
                for fund in city
                    .funds
                    .iter()
                    .filter(|fund| window.contains(&fund.month))
                {
                    *held.entry(fund.project).or_default() += counted(city, fund);
                }
                let whole = city_funds(city, &window);
                let most = held.values().max().unwrap();
                assert!(most * 20 <= whole, "{name}: {year} {first}..{last}");
            }
        }
    }
}

#[test]
fn funds_stay_within_plan_contract_life_and_month() {
    for (name, city) in cities() {
        let mut arrived = vec![0; city.projects.len()];
        for fund in &city.funds {
            let project = &city.projects[fund.project];
            assert!(fund.amount_fen > 0, "{name}");
            arrived[fund.project] += fund.amount_fen;
            assert_eq!(
                kernel::Month::of(fund.arrived_on),
                month_at(fund.month),
                "{name}"
            );
            assert!(fund.arrived_on >= project.agreed_on, "{name}");
            assert!(
                project.ended_on().is_none_or(|end| fund.arrived_on < end),
                "{name}"
            );
            assert_eq!(project.contract_kind, ContractKind::Formal, "{name}");
            assert_ne!(project.exclusion, Some(Exclusion::PublicFunds), "{name}");
        }
        for (project, arrived) in city.projects.iter().zip(arrived) {
            assert!(
                arrived <= project.planned_investment_fen,
                "{name}: {}",
                project.code
            );
        }
    }
}

#[test]
fn keys_are_used_once() {
    for (name, city) in cities() {
        assert!(
            are_distinct(city.funds.iter().map(|fund| &fund.voucher)),
            "{name}"
        );
        assert!(
            are_distinct(city.projects.iter().map(|project| &project.code)),
            "{name}"
        );
        let contracts = city
            .projects
            .iter()
            .filter_map(|project| project.contract_number.as_ref());
        assert!(are_distinct(contracts), "{name}");
        let companies = || {
            city.projects
                .iter()
                .filter_map(|project| project.company.as_ref())
        };
        assert!(
            are_distinct(companies().map(|company| company.credit_code.as_ref())),
            "{name}"
        );
        assert!(
            companies().all(|company| company.credit_code.as_deref().is_some_and(is_credit_code)),
            "{name}"
        );
    }
}

#[test]
fn new_projects_meet_every_condition() {
    for (name, city) in cities() {
        for project in &city.projects {
            let of_kind = |kind| {
                let steps = project.milestones.iter();
                steps.filter(|step| step.kind == kind).count()
            };
            assert!(of_kind(MilestoneKind::Introduced) <= 1, "{name}");
            assert!(of_kind(MilestoneKind::Witnessed) <= 1, "{name}");
            let Some(on) = project.on(MilestoneKind::Introduced) else {
                continue;
            };
            let code = &project.code;
            assert!(project.other_province_bp() > 0, "{name}: {code}");
            assert!(
                project.planned_investment_fen >= 10_000 * WAN,
                "{name}: {code}"
            );
            assert_eq!(
                project.contract_kind,
                ContractKind::Formal,
                "{name}: {code}"
            );
            assert!(project.contract_number.is_some(), "{name}: {code}");
            assert!(
                project.company.is_some() || project.filing_code.is_some(),
                "{name}: {code}"
            );
            assert_eq!(project.exclusion, None, "{name}: {code}");
            assert!(project.agreed_on <= on, "{name}: {code}");
        }
    }
}

#[test]
fn lives_are_in_order() {
    for (name, city) in cities() {
        for project in &city.projects {
            let code = &project.code;
            let mut on_list = false;
            let mut last = project.agreed_on;
            for step in &project.milestones {
                assert!(
                    step.on <= month_at(demo::MONTHS - 1).last_day(),
                    "{name}: {code}"
                );
                match step.kind {
                    MilestoneKind::Listed => assert!(!std::mem::replace(&mut on_list, true)),
                    MilestoneKind::Unlisted => assert!(std::mem::replace(&mut on_list, false)),
                    MilestoneKind::Intended => assert!(step.on <= last, "{name}: {code}"),
                    _ => assert!(step.on >= project.agreed_on, "{name}: {code}"),
                }
                last = last.max(step.on);
            }
            let order = [
                MilestoneKind::Signed,
                MilestoneKind::Landed,
                MilestoneKind::Started,
                MilestoneKind::Completed,
                MilestoneKind::InProduction,
                MilestoneKind::AtCapacity,
            ];
            for pair in order.windows(2) {
                if let Some(after) = project.on(pair[1]) {
                    let before = project.on(pair[0]);
                    assert!(
                        before.is_some_and(|day| day <= after),
                        "{name}: {code} {pair:?}"
                    );
                }
            }
            if let Some(end) = project.ended_on() {
                assert!(
                    project.milestones.iter().all(|step| step.on <= end),
                    "{name}: {code}"
                );
                assert!(!on_list, "{name}: {code} ended on the list");
            }
        }
    }
}

#[test]
fn shares_and_credits_are_whole() {
    for (name, city) in cities() {
        for project in &city.projects {
            let sum: i64 = project
                .investors
                .iter()
                .map(|investor| investor.share_bp)
                .sum();
            assert_eq!(sum, 10_000, "{name}: {}", project.code);
            assert!(
                project
                    .investors
                    .iter()
                    .all(|investor| investor.share_bp > 0)
            );
            match project.credit {
                Credit::Sole => {}
                Credit::Double { with } => assert_ne!(with, project.unit),
                Credit::Shared { with, lead_bp } => {
                    assert_ne!(with, project.unit);
                    assert!((1..10_000).contains(&lead_bp));
                }
            }
        }
    }
}

#[test]
fn a_drawn_city_has_the_corner_cases() {
    for (name, city) in cities().iter().skip(1) {
        let any = |is: &dyn Fn(&demo::Project) -> bool| city.projects.iter().any(is);
        assert!(
            any(&|project| matches!(project.credit, Credit::Double { .. })),
            "{name}"
        );
        assert!(
            any(&|project| matches!(project.credit, Credit::Shared { .. })),
            "{name}"
        );
        assert!(
            any(&|project| project.on(MilestoneKind::Ended).is_some()),
            "{name}"
        );
        assert!(
            any(&|project| project.on(MilestoneKind::Withdrawn).is_some()),
            "{name}"
        );
        assert!(any(&|project| project.exclusion.is_some()), "{name}");
        assert!(any(&|project| project.other_province_bp() == 0), "{name}");
        let listed_twice = |project: &demo::Project| {
            let steps = project.milestones.iter();
            steps
                .filter(|step| step.kind == MilestoneKind::Listed)
                .count()
                == 2
        };
        assert!(any(&listed_twice), "{name}: relisted");
        let is_rounded = |fund: &demo::Fund| {
            let bp = city.projects[fund.project].other_province_bp();
            i128::from(fund.amount_fen) * i128::from(bp) % 10_000 != 0
        };
        assert!(
            city.funds.iter().filter(|fund| is_rounded(fund)).count() > 50,
            "{name}"
        );
    }
}
