//! Rule 14: schedule, lights and ranks compare exact integers.

use crate::tests::place::run;
use crate::tests::town::{CITY, EAST, Town, WEST, ZONE, credit, funds, plan};
use crate::{CreditMode, Light, NewFact};

/// 亿元 in fen.
const YI: i64 = 10_000_000_000;

#[test]
fn april_at_216_7_of_650_is_on_schedule() {
    run(async {
        let town = Town::new("2023-04").await;
        let target = plan(CITY, "funds_arrived", 2023, 650 * YI);
        let city = credit(CITY, 10_000, CreditMode::Exclusive);
        let arrived = NewFact {
            credits: vec![crate::Credit {
                above: vec![],
                ..city
            }],
            ..funds(1, 2_167 * YI / 10)
        };
        town.try_record(vec![target, arrived])
            .await
            .expect("records");
        let figure = town
            .figure("funds_arrived", CITY, "2023-01", "2023-04")
            .await;
        // 33.3 % is printed, less than 4/12; the exact value is on schedule.
        assert_eq!(
            figure
                .completion
                .map(|percent| percent.to_string())
                .as_deref(),
            Some("33.3")
        );
        assert_eq!(figure.on_schedule, Some(true));
        assert_eq!(figure.light, Some(Light::Normal));
        // Only the year to date has a plan.
        let month = town
            .figure("funds_arrived", CITY, "2023-04", "2023-04")
            .await;
        assert_eq!(
            (month.plan, month.completion, month.light),
            (None, None, None)
        );
        town.place.gone().await;
    });
}

#[test]
fn one_fen_less_than_schedule_is_behind_it() {
    run(async {
        let town = Town::new("2023-06").await;
        town.try_record(vec![
            plan(EAST, "funds_arrived", 2023, 1_000),
            funds(1, 499),
        ])
        .await
        .expect("records");
        let june = || town.figure("funds_arrived", EAST, "2023-01", "2023-06");
        assert_eq!(june().await.on_schedule, Some(false));
        town.record(funds(1, 1)).await;
        assert_eq!(june().await.on_schedule, Some(true));
        town.place.gone().await;
    });
}

#[test]
fn lights_turn_at_ten_and_thirty_points_behind() {
    run(async {
        let town = Town::new("2023-06").await;
        town.try_record(vec![
            plan(EAST, "funds_arrived", 2023, 1_000),
            funds(1, 199),
        ])
        .await
        .expect("records");
        let light = || async {
            let figure = town
                .figure("funds_arrived", EAST, "2023-01", "2023-06")
                .await;
            figure.light
        };
        assert_eq!(light().await, Some(Light::Behind));
        town.record(funds(1, 1)).await;
        assert_eq!(light().await, Some(Light::Slow), "30 points behind");
        town.record(funds(1, 200)).await;
        assert_eq!(light().await, Some(Light::Slow), "10 points behind");
        town.record(funds(1, 1)).await;
        assert_eq!(light().await, Some(Light::Normal));
        town.place.gone().await;
    });
}

#[test]
fn ties_share_a_rank_and_the_next_is_third() {
    run(async {
        let town = Town::new("2023-06").await;
        let only = crate::tests::town::only;
        let batch = vec![
            plan(EAST, "funds_arrived", 2023, 300),
            plan(WEST, "funds_arrived", 2023, 600),
            plan(ZONE, "funds_arrived", 2023, 600),
            funds(1, 100),
            NewFact {
                credits: only(WEST),
                ..funds(2, 1)
            },
            NewFact {
                credits: only(ZONE),
                ..funds(2, 199)
            },
        ];
        town.try_record(batch).await.expect("records");
        let rank = |unit| {
            let town = &town;
            async move {
                town.figure("funds_arrived", unit, "2023-01", "2023-06")
                    .await
                    .rank
            }
        };
        // 100/300 and 200/600 are the same completion; 199/600 prints 33.2.
        assert_eq!(rank(EAST).await, Some(1));
        assert_eq!(rank(WEST).await, Some(1));
        assert_eq!(rank(ZONE).await, Some(3));
        // The city is not among those ranked.
        assert_eq!(rank(CITY).await, None);
        town.place.gone().await;
    });
}
