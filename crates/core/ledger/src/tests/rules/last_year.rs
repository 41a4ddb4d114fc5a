//! Rule 10: last year as at the same month last year, by this year's definition.

use crate::tests::place::run;
use crate::tests::town::{CITY, INDICATORS, Town, at, funds, kinds, month, witnessed};
use crate::{Definitions, Value, install};

fn fen(value: Option<Value>) -> Option<i64> {
    match value {
        Some(Value::Money(money)) => Some(money.fen()),
        Some(Value::Count(count)) => Some(count),
        _ => None,
    }
}

#[test]
fn last_year_is_as_it_stood_at_its_end_and_as_known_now_beside_it() {
    run(async {
        let restate = INDICATORS.replace("late = \"charge_current\"", "late = \"restate_origin\"");
        let town = Town::with("2022-05", &restate).await;
        let may = town.record(funds(1, 100)).await;
        town.close_until("2022-06").await;
        // In July 2022 May is corrected: June 2022 did not know it yet.
        town.try_correct(may, Some(60)).await.expect("corrects");
        town.close_until("2023-05").await;
        town.record(funds(1, 120)).await;
        let figure = town
            .figure("funds_arrived", CITY, "2023-01", "2023-06")
            .await;
        assert_eq!(fen(figure.last_year), Some(100));
        assert_eq!(fen(figure.last_year_known_now), Some(60));
        assert_eq!(
            figure.yoy.map(|percent| percent.to_string()).as_deref(),
            Some("20.0")
        );
        town.place.gone().await;
    });
}

#[test]
fn without_a_base_there_is_no_growth() {
    run(async {
        let town = Town::new("2022-01").await;
        town.close_until("2022-12").await;
        town.record(funds(1, 5)).await;
        let figure = town
            .figure("funds_arrived", CITY, "2023-01", "2023-01")
            .await;
        assert_eq!((fen(figure.last_year), figure.yoy), (Some(0), None));
        // Before the books there is not even a 0.
        let before = town
            .figure("funds_arrived", CITY, "2022-01", "2022-01")
            .await;
        assert_eq!((before.last_year, before.yoy), (None, None));
        town.place.gone().await;
    });
}

#[test]
fn of_last_years_stock_nothing_is_known_anew() {
    run(async {
        let town = Town::new("2022-05").await;
        town.record(witnessed(1)).await;
        town.close_until("2023-04").await;
        town.try_record(vec![witnessed(2), witnessed(3)])
            .await
            .expect("records");
        let figure = town
            .figure("witnessed_projects", CITY, "2023-01", "2023-05")
            .await;
        assert_eq!(
            (fen(figure.value), fen(figure.last_year)),
            (Some(3), Some(1))
        );
        assert_eq!(figure.last_year_known_now, None);
        town.place.gone().await;
    });
}

#[test]
fn a_comparison_uses_this_years_version_on_both_sides() {
    run(async {
        let mut town = Town::new("2022-12").await;
        let mut half = funds(1, 100);
        half.payload
            .insert("other_province_bp".into(), 5_000.into());
        town.try_record(vec![funds(1, 1_000), half])
            .await
            .expect("records");
        town.close_until("2023-11").await;
        town.record(funds(1, 2_000)).await;
        // From December 2023 on, only what is wholly from other provinces counts.
        let first = INDICATORS
            .split("[[indicator]]")
            .nth(1)
            .expect("funds come first");
        let second = first
            .replace(
                "code = \"funds_arrived\"",
                "code = \"funds_arrived\"\nversion = 2\neffective = \"2023-12\"",
            )
            .replace(
                "fact.other_province_bp > 0",
                "fact.other_province_bp == 10000",
            );
        let files = format!("{INDICATORS}\n[[indicator]]\n{second}");
        let definitions = Definitions::parse(&kinds(), &[&files]).expect("sound");
        town.books = install(&town.place.database, definitions, at())
            .await
            .expect("installs");
        let figure = town
            .figure("funds_arrived", CITY, "2023-12", "2023-12")
            .await;
        assert_eq!(figure.definition_version, 2);
        assert_eq!(
            (fen(figure.value), fen(figure.last_year)),
            (Some(2_000), Some(1_000))
        );
        // December 2022 itself stays as it was closed, by its own version.
        let then = town
            .figure("funds_arrived", CITY, "2022-12", "2022-12")
            .await;
        assert_eq!((then.definition_version, fen(then.value)), (1, Some(1_050)));
        assert_eq!(town.books.versions("funds_arrived").len(), 2);
        assert!(
            town.books
                .indicator("funds_arrived", month("2023-11"))
                .is_some_and(|used| used.version == 1)
        );
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}
