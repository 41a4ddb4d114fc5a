//! Rule 9: who an entry is credited to.

use crate::tests::place::run;
use crate::tests::town::{
    CITY, EAST, Town, WEST, ZONE, credit, fact, funds, indicator, introduced,
};
use crate::{Credit, CreditMode, NewFact};

fn shared(parts: &[(i64, i64)]) -> Vec<Credit> {
    parts
        .iter()
        .map(|(unit, points)| credit(*unit, *points, CreditMode::Shared))
        .collect()
}

#[test]
fn shares_add_up_and_a_shared_count_goes_to_the_lead() {
    run(async {
        let town = Town::new("2023-05").await;
        let credits = shared(&[(ZONE, 3_333), (EAST, 3_333), (WEST, 3_334)]);
        let batch = vec![
            NewFact {
                credits: credits.clone(),
                ..funds(1, 100)
            },
            NewFact {
                credits,
                ..introduced(1)
            },
        ];
        town.try_record(batch).await.expect("records");
        let amounts = [(ZONE, 33), (EAST, 34), (WEST, 66), (CITY, 100)];
        for (unit, fen) in amounts {
            assert_eq!(
                town.number("funds_arrived", unit, "2023-05", "2023-05")
                    .await,
                fen
            );
        }
        for (unit, count) in [(ZONE, 1), (EAST, 0), (WEST, 1), (CITY, 1)] {
            let code = "new_projects_over_100m";
            assert_eq!(town.number(code, unit, "2023-05", "2023-05").await, count);
        }
        town.place.gone().await;
    });
}

#[test]
fn a_doubly_credited_fact_counts_once_above() {
    run(async {
        let town = Town::new("2023-05").await;
        let double = |one, other| {
            vec![
                credit(one, 10_000, CreditMode::Double),
                credit(other, 10_000, CreditMode::Double),
            ]
        };
        let fact = NewFact {
            credits: double(EAST, ZONE),
            ..funds(1, 100)
        };
        let seq = town.record(fact).await;
        // The unit and the district above it: still once in the district.
        town.record(NewFact {
            credits: double(WEST, ZONE),
            ..funds(1, 7)
        })
        .await;
        for (unit, fen) in [(EAST, 100), (ZONE, 107), (WEST, 107), (CITY, 107)] {
            assert_eq!(
                town.number("funds_arrived", unit, "2023-05", "2023-05")
                    .await,
                fen
            );
        }
        town.reverse(seq).await;
        for (unit, fen) in [(EAST, 0), (ZONE, 7), (WEST, 7), (CITY, 7)] {
            assert_eq!(
                town.number("funds_arrived", unit, "2023-05", "2023-05")
                    .await,
                fen
            );
        }
        town.place.gone().await;
    });
}

#[test]
fn what_several_organisers_did_is_whole_for_each_and_once_for_the_city() {
    run(async {
        let town = Town::new("2023-05").await;
        let credits = [EAST, WEST, ZONE]
            .map(|unit| credit(unit, 10_000, CreditMode::Double))
            .to_vec();
        let fact = NewFact {
            credits,
            ..funds(1, 100)
        };
        town.try_record(vec![fact]).await.expect("records");
        for unit in [EAST, WEST, ZONE, CITY] {
            let code = "funds_arrived";
            assert_eq!(town.number(code, unit, "2023-05", "2023-05").await, 100);
        }
        town.place.gone().await;
    });
}

#[test]
fn credit_that_makes_no_whole_is_refused() {
    run(async {
        let town = Town::new("2023-05").await;
        let exclusive = |points| credit(EAST, points, CreditMode::Exclusive);
        let double = |unit| credit(unit, 10_000, CreditMode::Double);
        let wrong = [
            vec![],
            vec![exclusive(9_999)],
            vec![
                exclusive(10_000),
                credit(WEST, 10_000, CreditMode::Exclusive),
            ],
            shared(&[(EAST, 5_000), (WEST, 4_999)]),
            shared(&[(EAST, 5_000), (EAST, 5_000)]),
            shared(&[(EAST, 10_001), (WEST, -1)]),
            vec![double(EAST)],
            vec![double(EAST), double(EAST)],
            vec![double(EAST), credit(WEST, 10_000, CreditMode::Exclusive)],
        ];
        for credits in wrong {
            let described = format!("{credits:?}");
            let fact = NewFact {
                credits,
                ..funds(1, 100)
            };
            let refused = town.refusal(vec![fact]).await;
            assert_eq!(refused, Some("ledger.wrong_credit"), "{described}");
        }
        town.place.gone().await;
    });
}

#[test]
fn postings_keep_the_tree_of_their_day() {
    run(async {
        let town = Town::new("2023-05").await;
        let seq = town
            .record(NewFact {
                credits: crate::tests::town::only(ZONE),
                ..funds(1, 100)
            })
            .await;
        town.close_until("2023-05").await;
        // In June the zone lies in the east.
        let moved = Credit {
            above: vec![EAST, CITY],
            ..credit(ZONE, 10_000, CreditMode::Exclusive)
        };
        town.record(NewFact {
            credits: vec![moved],
            ..funds(1, 5)
        })
        .await;
        for (unit, fen) in [(ZONE, 105), (WEST, 100), (EAST, 5), (CITY, 105)] {
            assert_eq!(
                town.number("funds_arrived", unit, "2023-01", "2023-06")
                    .await,
                fen
            );
        }
        // What was booked in the west is taken back from the west.
        town.reverse(seq).await;
        for (unit, fen) in [(ZONE, 5), (WEST, 0), (EAST, 5), (CITY, 5)] {
            assert_eq!(
                town.number("funds_arrived", unit, "2023-01", "2023-06")
                    .await,
                fen
            );
        }
        town.place.gone().await;
    });
}

#[test]
fn a_transfer_moves_credit_as_of_now_and_no_other() {
    run(async {
        let flow = |code: &str, basis: &str| {
            indicator(
                code,
                &format!(
                    "unit = \"CNY\"\nsort = \"flow\"\nmeasure = \"amount\"\non = [\"funds.arrived\"]\n\
                     amount = \"fact.amount\"\nlate = \"charge_current\"\ncredit = \"{basis}\""
                ),
            )
        };
        let state = |code: &str, basis: &str| {
            indicator(
                code,
                &format!(
                    "unit = \"count\"\nsort = \"state\"\nmeasure = \"count\"\nsubject = \"project\"\n\
                     when = \"state.started\"\ncredit_of = \"project.witnessed\"\ncredit = \"{basis}\""
                ),
            )
        };
        let files = [
            flow("then", "recognition"),
            flow("now", "now"),
            state("started_then", "recognition"),
            state("started_now", "now"),
        ];
        let town = Town::with("2023-05", &files.concat()).await;
        let batch = vec![funds(1, 100), fact("project.started", 1, &[])];
        town.try_record(batch).await.expect("records");
        town.close_until("2023-05").await;
        let transfer = NewFact {
            credits: shared(&[(EAST, 3_000), (WEST, 7_000)]),
            ..fact("project.transferred", 1, &[])
        };
        let transfer = town.record(transfer).await;
        let cases = [
            ("then", EAST, 100, 100),
            ("then", WEST, 0, 0),
            ("now", EAST, 30, 100),
            ("now", WEST, 70, 0),
            ("now", CITY, 100, 100),
            ("started_then", EAST, 1, 1),
            ("started_now", EAST, 1, 1),
            ("started_now", WEST, 0, 0),
        ];
        for (code, unit, after, before) in cases {
            let number = town.number(code, unit, "2023-01", "2023-06").await;
            assert_eq!(number, after, "{code} of {unit}");
            let number = town.number(code, unit, "2023-01", "2023-05").await;
            assert_eq!(number, before, "{code} of {unit} in May, which is closed");
        }
        town.reverse(transfer).await;
        assert_eq!(town.number("now", EAST, "2023-01", "2023-06").await, 100);
        assert_eq!(town.number("now", WEST, "2023-01", "2023-06").await, 0);
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}
