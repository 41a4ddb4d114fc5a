//! Rule 12: how books begin.

use crate::tests::place::run;
use crate::tests::town::{
    CITY, EAST, Town, fact, funds, introduced, opening_total, plan, witnessed,
};
use crate::{NewFact, Value};

fn before(fact: NewFact) -> NewFact {
    NewFact {
        opening: true,
        ..fact
    }
}

#[test]
fn what_was_there_before_feeds_stocks_and_no_years_figures() {
    run(async {
        let town = Town::new("2023-01").await;
        let batch = vec![
            before(witnessed(1)),
            before(introduced(1)),
            before(funds(1, 100)),
            before(fact("project.started", 2, &[])),
        ];
        let recorded = town.try_record(batch).await.expect("records");
        assert!(
            recorded
                .iter()
                .all(|recorded| recorded.origin_month.is_none())
        );
        assert_eq!(
            town.number("witnessed_projects", CITY, "2023-01", "2023-01")
                .await,
            1
        );
        for code in [
            "funds_arrived",
            "new_projects_over_100m",
            "newly_started_projects",
        ] {
            assert_eq!(
                town.number(code, CITY, "2023-01", "2023-01").await,
                0,
                "{code}"
            );
        }
        // One that was there may start in the books; its start then counts.
        town.close_until("2023-01").await;
        town.record(fact("project.started", 1, &[])).await;
        assert_eq!(
            town.number("newly_started_projects", CITY, "2023-01", "2023-02")
                .await,
            1
        );
        assert_eq!(
            town.number("witnessed_started", CITY, "2023-01", "2023-02")
                .await,
            1
        );
        // What is taken back later goes from before the books, not from a year.
        town.reverse(recorded[2].seq).await;
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-01", "2023-02")
                .await,
            0
        );
        let refused = town.refusal(vec![before(witnessed(5))]).await;
        assert_eq!(refused, Some("ledger.opening_too_late"));
        town.place.gone().await;
    });
}

#[test]
fn a_city_that_begins_within_a_year_adds_the_total_of_its_first_months() {
    run(async {
        let town = Town::new("2023-04").await;
        town.try_record(vec![
            opening_total(EAST, "funds_arrived", 202_303, 1_000),
            opening_total(EAST, "funds_arrived", 202_301, 300),
            funds(1, 50),
        ])
        .await
        .expect("records");
        let windows = [
            ("2023-01", "2023-04", 1_050),
            ("2023-02", "2023-04", 750),
            ("2023-04", "2023-04", 50),
            ("2023-01", "2023-03", 1_000),
            ("2023-02", "2023-03", 700),
        ];
        for (from, until, fen) in windows {
            let number = town.number("funds_arrived", EAST, from, until).await;
            assert_eq!(number, fen, "{from} to {until}");
        }
        // March alone would need February's total.
        let march = town
            .figure("funds_arrived", EAST, "2023-03", "2023-03")
            .await;
        assert_eq!(march.value, None);
        let march_on = town
            .figure("funds_arrived", EAST, "2023-03", "2023-04")
            .await;
        assert_eq!(march_on.value, None);
        town.place.gone().await;
    });
}

#[test]
fn a_last_year_that_has_only_totals_is_compared_with() {
    run(async {
        let town = Town::new("2023-01").await;
        let first = opening_total(EAST, "funds_arrived", 202_206, 200);
        let recorded = town.try_record(vec![first]).await.expect("records");
        town.record(funds(1, 250)).await;
        town.close_until("2023-05").await;
        let june = || town.figure("funds_arrived", EAST, "2023-01", "2023-06");
        let fen = |value: Option<Value>| value.map(Value::json);
        let figure = june().await;
        assert_eq!(fen(figure.last_year), Some("2.00".into()));
        assert_eq!(
            figure.yoy.map(|percent| percent.to_string()).as_deref(),
            Some("25.0")
        );
        // For May there is no total: no base, and no growth.
        let may = town
            .figure("funds_arrived", EAST, "2023-01", "2023-05")
            .await;
        assert_eq!((may.last_year, may.yoy), (None, None));
        // A window over the turn of the year needs the year's end too.
        let turn = town
            .figure("funds_arrived", EAST, "2022-07", "2023-01")
            .await;
        assert_eq!(turn.value, None);
        // A total that comes later does not change what is closed.
        town.try_record(vec![
            opening_total(EAST, "funds_arrived", 202_205, 190),
            opening_total(EAST, "funds_arrived", 202_212, 500),
            opening_total(EAST, "funds_arrived", 202_206, 210),
        ])
        .await
        .expect("records");
        let may = town
            .figure("funds_arrived", EAST, "2023-01", "2023-05")
            .await;
        assert_eq!(may.last_year, None, "May is closed");
        assert_eq!(fen(june().await.last_year), Some("2.10".into()));
        // Taken back, the older one is gone and the newer one stands.
        town.reverse(recorded[0].seq).await;
        assert_eq!(fen(june().await.last_year), Some("2.10".into()));
        let turn = town
            .number("funds_arrived", EAST, "2022-07", "2023-06")
            .await;
        assert_eq!(turn, 500 - 210 + 250);
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}

#[test]
fn a_stock_before_the_books_is_the_total_itself() {
    run(async {
        let town = Town::new("2023-01").await;
        let total = opening_total(CITY, "witnessed_projects", 202_206, 356);
        town.try_record(vec![total, before(witnessed(1))])
            .await
            .expect("records");
        town.close_until("2023-05").await;
        let figure = town
            .figure("witnessed_projects", CITY, "2023-01", "2023-06")
            .await;
        assert_eq!(figure.value, Some(Value::Count(1)));
        assert_eq!(figure.last_year, Some(Value::Count(356)));
        town.place.gone().await;
    });
}

#[test]
fn targets_are_facts_too() {
    run(async {
        let town = Town::new("2023-05").await;
        let first = town.record(plan(EAST, "funds_arrived", 2023, 1_000)).await;
        town.close_until("2023-05").await;
        let second = town.record(plan(EAST, "funds_arrived", 2023, 1_200)).await;
        let plan_in = |until: &'static str| {
            let town = &town;
            async move {
                town.figure("funds_arrived", EAST, "2023-01", until)
                    .await
                    .plan
            }
        };
        assert_eq!(plan_in("2023-05").await, Some(1_000), "as it stood in May");
        assert_eq!(plan_in("2023-06").await, Some(1_200));
        town.reverse(second).await;
        assert_eq!(plan_in("2023-06").await, Some(1_000));
        town.reverse(first).await;
        assert_eq!(plan_in("2023-06").await, None);
        let refused = town
            .refusal(vec![plan(EAST, "witnessed_projects", 2023, 5)])
            .await;
        assert_eq!(refused, Some("ledger.not_planned"));
        let refused = town
            .refusal(vec![opening_total(EAST, "funds_arrived", 202_213, 5)])
            .await;
        assert_eq!(refused, Some("ledger.not_planned"));
        town.place.gone().await;
    });
}
