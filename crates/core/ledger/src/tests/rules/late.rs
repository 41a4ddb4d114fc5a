//! Rule 7: what comes late, and corrections within and across years.

use crate::tests::place::run;
use crate::tests::town::{CITY, Town, funds, indicator};

fn with_late(late: &str) -> String {
    indicator(
        "funds_arrived",
        &format!(
            "unit = \"CNY\"\nsort = \"flow\"\nmeasure = \"amount\"\non = [\"funds.arrived\"]\n\
             amount = \"fact.amount\"\nlate = \"{late}\""
        ),
    )
}

#[test]
fn what_comes_late_belongs_to_the_month_it_is_booked_in() {
    run(async {
        let town = Town::new("2023-01").await;
        town.close_until("2023-03").await;
        // Its day lies in January.
        town.record(funds(1, 50)).await;
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-04", "2023-04")
                .await,
            50
        );
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-01", "2023-03")
                .await,
            0
        );
        town.place.gone().await;
    });
}

#[test]
fn a_correction_within_the_year_goes_where_the_corrected_fact_counts() {
    run(async {
        let town = Town::new("2023-01").await;
        let fact = town.record(funds(1, 100)).await;
        town.close_until("2023-02").await;
        let recorded = town.try_correct(fact, Some(60)).await.expect("corrects");
        let january = Some("2023-01".parse().expect("a month"));
        assert!(
            recorded
                .iter()
                .all(|recorded| recorded.origin_month == january)
        );
        // As known at the end of March, January is 60 and March is nothing.
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-01", "2023-03")
                .await,
            60
        );
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-03", "2023-03")
                .await,
            0
        );
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-01", "2023-01")
                .await,
            100
        );
        town.place.gone().await;
    });
}

#[test]
fn a_correction_across_years_charges_the_current_month_if_the_definition_says_so() {
    run(async {
        let town = Town::with("2022-11", &with_late("charge_current")).await;
        let fact = town.record(funds(1, 100)).await;
        town.close_until("2023-01").await;
        let recorded = town.try_correct(fact, Some(60)).await.expect("corrects");
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-02", "2023-02")
                .await,
            -40
        );
        assert_eq!(
            town.number("funds_arrived", CITY, "2022-11", "2023-02")
                .await,
            60
        );
        // The replacement counts in February; taken back in March, it goes from February.
        town.close_until("2023-02").await;
        town.reverse(recorded[1].seq).await;
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-03", "2023-03")
                .await,
            0
        );
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-01", "2023-03")
                .await,
            -100
        );
        town.place.gone().await;
    });
}

#[test]
fn a_correction_across_years_restates_the_origin_if_the_definition_says_so() {
    run(async {
        let town = Town::with("2022-11", &with_late("restate_origin")).await;
        let fact = town.record(funds(1, 100)).await;
        town.close_until("2023-10").await;
        town.try_correct(fact, Some(60)).await.expect("corrects");
        let figure = town
            .figure("funds_arrived", CITY, "2023-11", "2023-11")
            .await;
        let fen = |value: Option<crate::Value>| value.map(crate::Value::json);
        assert_eq!(fen(figure.value), Some("0.00".into()));
        // Last year's November as it was at its end, and as it is known now.
        assert_eq!(fen(figure.last_year), Some("1.00".into()));
        assert_eq!(fen(figure.last_year_known_now), Some("0.60".into()));
        town.place.gone().await;
    });
}
