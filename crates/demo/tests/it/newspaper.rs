//! The rows of the acceptance table that the demo carries, from the model.

use demo::{City, MilestoneKind, UNITS};

use crate::figures::{
    WAN, city_funds, is_in, months, newspaper, planned, pushed, reaching, started, unit_funds,
    witnessed,
};

const JUNE: usize = 17;
const APRIL: usize = 15;

/// Rounded half up to one decimal: 542 is 54.2 %.
fn per_mille(part: i64, whole: i64) -> i64 {
    let (part, whole) = (i128::from(part), i128::from(whole));
    i64::try_from((part * 2000 + whole) / (whole * 2)).unwrap()
}

fn count(projects: &[impl Sized]) -> i64 {
    i64::try_from(projects.len()).unwrap()
}

fn city_target(city: &City, year: i32) -> (i64, i64) {
    let target = city
        .targets
        .iter()
        .find(|target| target.year == year && target.unit.is_none())
        .unwrap();
    (target.funds_yi * 10_000 * WAN, target.projects)
}

#[test]
fn the_funds_of_both_half_years_are_the_newspapers() {
    let city = newspaper();
    let june = city_funds(city, &months(1, 6, 2023));
    let base = city_funds(city, &months(1, 6, 2022));
    assert_eq!(june, 3_523_020 * WAN);
    assert_eq!(base, 3_420_000 * WAN);
    assert_eq!(per_mille(june, base), 1030);
    let (target, _) = city_target(city, 2023);
    assert_eq!(per_mille(june, target), 542);
    assert!(june * 12 >= target * 6);
}

#[test]
fn april_is_exactly_on_schedule_and_march_is_not() {
    let city = newspaper();
    let (target, _) = city_target(city, 2023);
    let april = city_funds(city, &months(1, 4, 2023));
    assert_eq!(april, 2_167_000 * WAN);
    assert_eq!(per_mille(april, target), 333);
    assert!(april * 12 >= target * 4);
    let march = city_funds(city, &months(1, 3, 2023));
    assert!(march * 12 < target * 3);
}

#[test]
fn the_new_projects_are_the_newspapers() {
    let city = newspaper();
    let new = |first, last, year| {
        let window = months(first, last, year);
        reaching(city, MilestoneKind::Introduced, &window)
    };
    let (_, target) = city_target(city, 2023);
    assert_eq!((new(1, 6, 2023).len(), new(1, 6, 2022).len()), (243, 218));
    assert_eq!((new(1, 4, 2023).len(), new(1, 4, 2022).len()), (163, 132));
    assert_eq!((per_mille(243, 218), per_mille(163, 132)), (1115, 1235));
    assert_eq!((per_mille(243, target), per_mille(163, target)), (608, 408));
    assert_eq!(count(&new(1, 6, 2023)) * 12 - target * 6, 516);
    assert_eq!(planned(&new(1, 4, 2023)), 5_453_000 * WAN);
}

#[test]
fn one_hundred_and_twenty_projects_start_by_april() {
    let city = newspaper();
    let window = months(1, 4, 2023);
    assert_eq!(reaching(city, MilestoneKind::Started, &window).len(), 120);
}

#[test]
fn the_witnessed_stock_has_its_size_and_rate_in_april_and_june() {
    let city = newspaper();
    let june = witnessed(city, JUNE);
    assert_eq!((started(&june, JUNE), june.len()), (324, 437));
    assert_eq!(planned(&june), 34_932_000 * WAN);
    assert_eq!(per_mille(324, 437), 741);
    let april = witnessed(city, APRIL);
    assert_eq!((started(&april, APRIL), april.len()), (317, 428));
    assert_eq!(per_mille(317, 428), 741);
}

#[test]
fn the_pushed_list_has_its_size_and_investment() {
    let city = newspaper();
    let june = pushed(city, JUNE);
    assert_eq!((started(&june, JUNE), june.len()), (58, 72));
    assert_eq!(planned(&june), 14_727_000 * WAN);
    assert_eq!(per_mille(58, 72), 806);
}

#[test]
fn close_to_four_hundred_projects_sign_or_intend_in_spring() {
    let city = newspaper();
    let window = months(2, 4, 2023);
    let is_new = |kind| matches!(kind, MilestoneKind::Signed | MilestoneKind::Intended);
    let spring = city.projects.iter().filter(|project| {
        let mut steps = project.milestones.iter();
        steps.any(|step| is_new(step.kind) && is_in(step.on, &window))
    });
    assert_eq!(spring.count(), 392);
}

#[test]
fn units_have_the_tables_totals_and_add_up_to_the_city() {
    let city = newspaper();
    let wan = [
        69_023, 535_257, 335_171, 231_788, 538_942, 307_353, 400_476, 246_608, 158_447, 561_834,
        117_641, 20_480,
    ];
    let new = [3, 35, 24, 16, 36, 22, 28, 18, 11, 38, 9, 3];
    let window = months(1, 6, 2023);
    let introduced = reaching(city, MilestoneKind::Introduced, &window);
    for (unit, of) in UNITS.iter().enumerate() {
        let name = of.name;
        assert_eq!(unit_funds(city, unit, &window), wan[unit] * WAN, "{name}");
        let led = introduced.iter().filter(|project| project.unit == unit);
        assert_eq!(led.count(), new[unit], "{name}");
    }
    assert_eq!(wan.iter().sum::<i64>() * WAN, city_funds(city, &window));
}

#[test]
fn lights_fall_where_the_table_has_them() {
    let city = newspaper();
    let window = months(1, 6, 2023);
    let mut behind = Vec::new();
    for target in city.targets.iter().filter(|target| target.year == 2023) {
        let Some(unit) = target.unit else { continue };
        let done = per_mille(
            unit_funds(city, unit, &window),
            target.funds_yi * 10_000 * WAN,
        );
        match 500 - done {
            301.. => behind.push((UNITS[unit].name, "red")),
            100.. => behind.push((UNITS[unit].name, "yellow")),
            _ => {}
        }
    }
    assert_eq!(
        behind,
        [
            ("沂源县", "yellow"),
            ("经开区", "yellow"),
            ("文昌湖", "red")
        ]
    );
}

#[test]
fn the_targets_of_units_add_up_to_the_citys() {
    let city = newspaper();
    assert_eq!(city_target(city, 2023), (6_500_000 * WAN, 400));
    assert_eq!(city_target(city, 2022), (6_200_000 * WAN, 370));
    for year in [2022, 2023] {
        let of_year = city.targets.iter().filter(|target| target.year == year);
        let units = of_year.filter(|target| target.unit.is_some());
        let sum = units.fold((0, 0), |sum, target| {
            (
                sum.0 + target.funds_yi * 10_000 * WAN,
                sum.1 + target.projects,
            )
        });
        assert_eq!(sum, city_target(city, year));
    }
}
