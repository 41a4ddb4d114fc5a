//! Rule 6: windows, stocks, the year to date, distinct counts over two kinds of subjects.

use crate::tests::place::run;
use crate::tests::town::{CITY, Town, fact, funds, indicator, witnessed};

#[test]
fn a_window_takes_its_months_and_a_stock_takes_all() {
    run(async {
        let town = Town::new("2022-12").await;
        for fen in [1, 10, 100, 1_000] {
            town.try_record(vec![funds(1, fen), witnessed(fen)])
                .await
                .expect("records");
            let open = town.open().await.expect("open");
            town.try_close(open).await.expect("closes");
        }
        let windows = [
            ("2023-01", "2023-03", 1_110),
            ("2023-02", "2023-02", 100),
            ("2022-12", "2023-01", 11),
            ("2022-12", "2022-12", 1),
            ("2023-01", "2023-02", 110),
        ];
        for (from, until, sum) in windows {
            assert_eq!(town.number("funds_arrived", CITY, from, until).await, sum);
        }
        for (until, stock) in [("2022-12", 1), ("2023-01", 2), ("2023-03", 4)] {
            assert_eq!(
                town.number("witnessed_projects", CITY, until, until).await,
                stock
            );
        }
        town.place.gone().await;
    });
}

#[test]
fn different_subjects_count_once_and_go_when_their_last_meeting_goes() {
    run(async {
        let met = indicator(
            "matched",
            "unit = \"count\"\nsort = \"flow\"\nmeasure = \"distinct\"\n\
             on = [\"company.seen\", \"project.seen\"]\nlate = \"charge_current\"",
        );
        let town = Town::with("2023-01", &met).await;
        let company = |id| fact("company.seen", id, &[]);
        // The company 5 and the project 5 are two.
        let first = town
            .try_record(vec![company(5), fact("project.seen", 5, &[]), company(5)])
            .await
            .expect("records");
        town.close_until("2023-01").await;
        town.try_record(vec![company(5), company(6)])
            .await
            .expect("records");
        let counts = |from, until| town.number("matched", CITY, from, until);
        assert_eq!(counts("2023-01", "2023-01").await, 2);
        assert_eq!(counts("2023-01", "2023-02").await, 3);
        assert_eq!(counts("2023-02", "2023-02").await, 2);
        // One meeting of three less: the company is still met.
        town.reverse(first[0].seq).await;
        assert_eq!(counts("2023-01", "2023-02").await, 3);
        town.reverse(first[2].seq).await;
        town.reverse(first[1].seq).await;
        assert_eq!(counts("2023-01", "2023-02").await, 2);
        assert_eq!(
            counts("2023-01", "2023-01").await,
            2,
            "January stays as it was"
        );
        town.close_until("2023-02").await;
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}
