//! Rule 5: flows, states in either order, ratios in 百分点.

use crate::Value;
use crate::tests::place::run;
use crate::tests::town::{CITY, EAST, Town, fact, funds, introduced, plan, witnessed};

#[test]
fn a_flow_sums_what_facts_bring() {
    run(async {
        let town = Town::new("2023-05").await;
        town.record(funds(1, 1_001)).await;
        let mut half = funds(2, 1_001);
        half.payload
            .insert("other_province_bp".into(), 5_000.into());
        town.record(half).await;
        let mut local = funds(3, 9_999);
        local.payload.insert("other_province_bp".into(), 0.into());
        town.record(local).await;
        let figure = town
            .figure("funds_arrived", CITY, "2023-01", "2023-05")
            .await;
        assert_eq!(figure.value.map(Value::json), Some("15.02".into()));
        assert_eq!((figure.facts, figure.subjects), (2, Some(2)));
        town.place.gone().await;
    });
}

#[test]
fn started_and_witnessed_comes_right_in_either_order() {
    run(async {
        let town = Town::new("2023-05").await;
        let started = |id| fact("project.started", id, &[]);
        town.try_record(vec![
            witnessed(1),
            started(1),
            started(2),
            witnessed(2),
            witnessed(3),
            started(4),
        ])
        .await
        .expect("records");
        assert_eq!(
            town.number("witnessed_started", CITY, "2023-05", "2023-05")
                .await,
            2
        );
        assert_eq!(
            town.number("witnessed_projects", CITY, "2023-05", "2023-05")
                .await,
            3
        );
        // 终止: it leaves every stock at once.
        town.record(fact("project.terminated", 2, &[])).await;
        assert_eq!(
            town.number("witnessed_started", CITY, "2023-05", "2023-05")
                .await,
            1
        );
        assert_eq!(
            town.number("witnessed_projects", EAST, "2023-05", "2023-05")
                .await,
            2
        );
        town.place.gone().await;
    });
}

#[test]
fn what_is_said_twice_of_a_subject_counts_once() {
    run(async {
        let town = Town::new("2023-05").await;
        town.try_record(vec![introduced(1), introduced(1)])
            .await
            .expect("records");
        assert_eq!(
            town.number("new_projects_over_100m", CITY, "2023-05", "2023-05")
                .await,
            1
        );
        let planned = "new_projects_over_100m_planned_investment";
        assert_eq!(
            town.number(planned, CITY, "2023-05", "2023-05").await,
            20_000_000_000
        );
        // Below 1亿元 it does not count at all, and comes back when it grows again.
        for (fen, count) in [(9_999_999_999i64, 0), (10_000_000_000, 1)] {
            let amended = fact("project.amended", 1, &[("planned_fen", fen.into())]);
            town.record(amended).await;
            assert_eq!(
                town.number("new_projects_over_100m", CITY, "2023-05", "2023-05")
                    .await,
                count
            );
        }
        town.place.gone().await;
    });
}

#[test]
fn a_ratio_is_rounded_at_the_end_and_changes_in_percentage_points() {
    run(async {
        let town = Town::new("2022-06").await;
        let started = |id| fact("project.started", id, &[]);
        town.try_record(vec![witnessed(1), witnessed(2), started(1)])
            .await
            .expect("records");
        town.close_until("2023-05").await;
        town.try_record(vec![witnessed(3), started(2)])
            .await
            .expect("records");
        let figure = town
            .figure("witnessed_start_rate", CITY, "2023-01", "2023-06")
            .await;
        assert_eq!(
            figure.value,
            Some(Value::Ratio {
                numerator: 2,
                denominator: 3
            })
        );
        assert_eq!(figure.value.map(Value::display).as_deref(), Some("66.7"));
        assert_eq!(
            figure.last_year.map(Value::display).as_deref(),
            Some("50.0")
        );
        assert_eq!(
            figure.yoy.map(|points| points.to_string()).as_deref(),
            Some("16.7")
        );
        // Without a denominator there is no ratio, and no 0 %.
        let west = town
            .figure("witnessed_start_rate", 3, "2023-01", "2023-06")
            .await;
        assert_eq!((west.value, west.yoy), (None, None));
        town.place.gone().await;
    });
}

#[test]
fn both_targets_are_half_way_only_in_june() {
    run(async {
        let town = Town::new("2023-01").await;
        town.try_record(vec![
            plan(CITY, "funds_arrived", 2023, 200),
            plan(CITY, "new_projects_over_100m", 2023, 2),
            funds(1, 100),
        ])
        .await
        .expect("records");
        town.close_until("2023-05").await;
        let june = || town.figure("double_half", CITY, "2023-01", "2023-06");
        assert_eq!(june().await.value, Some(Value::Truth(false)));
        town.record(introduced(1)).await;
        assert_eq!(june().await.value, Some(Value::Truth(true)));
        let may = town.figure("double_half", CITY, "2023-01", "2023-05").await;
        assert_eq!(may.value, None);
        // A unit without any target has no answer.
        let east = town.figure("double_half", EAST, "2023-01", "2023-06").await;
        assert_eq!(east.value, None);
        town.place.gone().await;
    });
}
