//! Rule 8: corrections are reversals, with or without a replacement.

use crate::tests::place::run;
use crate::tests::town::{
    CITY, Town, fact, funds, introduced, month, referring, source, witnessed,
};
use crate::{Correction, NewFact, Window, find_fact, lineage};

#[test]
fn reduced_to_60_is_minus_100_plus_60() {
    run(async {
        let town = Town::new("2023-05").await;
        let seq = town.record(funds(1, 100)).await;
        let recorded = town.try_correct(seq, Some(60)).await.expect("corrects");
        let window = Window {
            from: month("2023-05"),
            month: month("2023-05"),
        };
        let reader = town.place.database.reader();
        let page = lineage(reader, &town.books, "funds_arrived", CITY, window, None, 50)
            .await
            .expect("reads")
            .expect("has a list");
        let amounts: Vec<i64> = page.lines.iter().map(|line| line.amount).collect();
        assert_eq!(amounts, [100, -100, 60]);
        assert_eq!(page.lines[1].reverses, Some(seq));
        assert_eq!(page.lines[2].replaces, Some(seq));
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-05", "2023-05")
                .await,
            60
        );
        let corrected = find_fact(reader, seq)
            .await
            .expect("reads")
            .expect("is there");
        assert_eq!(corrected.reversed_by, Some(recorded[0].seq));
        town.place.gone().await;
    });
}

#[test]
fn a_fact_is_reversed_at_most_once_and_a_reversal_never() {
    run(async {
        let town = Town::new("2023-05").await;
        let seq = town.record(funds(1, 100)).await;
        let reversal = town.reverse(seq).await;
        let refused = town.try_correct(seq, None).await.expect_err("refused");
        assert_eq!(refused.code(), Some("ledger.already_reversed"));
        let refused = town.try_correct(reversal, None).await.expect_err("refused");
        assert_eq!(refused.code(), Some("ledger.reversal_of_reversal"));
        let refused = town.try_correct(99, None).await.expect_err("refused");
        assert_eq!(refused.code(), Some("ledger.unknown_fact"));
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-05", "2023-05")
                .await,
            0
        );
        town.place.gone().await;
    });
}

#[test]
fn a_replacement_stands_for_one_reversed_fact_once() {
    run(async {
        let town = Town::new("2023-05").await;
        let seq = town.record(funds(1, 100)).await;
        let replacement = || NewFact {
            correction: Some(Correction::Replaces(seq)),
            ..funds(1, 60)
        };
        assert_eq!(
            town.refusal(vec![replacement()]).await,
            Some("ledger.not_reversed")
        );
        town.reverse(seq).await;
        town.record(replacement()).await;
        assert_eq!(
            town.refusal(vec![replacement()]).await,
            Some("ledger.already_replaced")
        );
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-05", "2023-05")
                .await,
            60
        );
        town.place.gone().await;
    });
}

#[test]
fn a_reversal_says_again_what_it_takes_back() {
    run(async {
        let town = Town::new("2023-05").await;
        let seq = town.record(funds(1, 100)).await;
        let reversal = || NewFact {
            correction: Some(Correction::Reverses(seq)),
            ..funds(1, 100)
        };
        let mut other_share = reversal();
        other_share
            .payload
            .insert("other_province_bp".into(), 1.into());
        let wrong = [
            NewFact {
                amount: kernel::Money::from_fen(99),
                ..reversal()
            },
            NewFact {
                credits: crate::tests::town::only(3),
                ..reversal()
            },
            other_share,
        ];
        for reversal in wrong {
            assert_eq!(
                town.refusal(vec![reversal]).await,
                Some("ledger.wrong_field")
            );
        }
        // Nor is it about something else.
        let other = NewFact {
            correction: Some(Correction::Reverses(seq)),
            ..funds(2, 100)
        };
        assert_eq!(town.refusal(vec![other]).await, Some("ledger.unknown_fact"));
        town.record(reversal()).await;
        town.place.gone().await;
    });
}

#[test]
fn a_fact_that_others_refer_to_is_not_reversed_alone() {
    run(async {
        let town = Town::new("2023-05").await;
        let trip = town.record(funds(1, 100)).await;
        let signing = town.record(referring(trip, introduced(1))).await;
        let refused = town.try_correct(trip, None).await.expect_err("refused");
        assert_eq!(refused.code(), Some("ledger.referred_to"));
        let reader = town.place.database.reader();
        let fact_of = |seq| async move {
            let found = find_fact(reader, seq).await.expect("reads");
            found.expect("is there").fact
        };
        let (trip, signing) = (fact_of(trip).await, fact_of(signing).await);
        // With it, it may go.
        let both = vec![
            NewFact::reversing(&signing, source()),
            NewFact::reversing(&trip, source()),
        ];
        town.try_record(both).await.expect("goes with it");
        // And nothing may refer to what is gone, or to a reversal.
        for target in [trip.seq, trip.seq + 2] {
            let refused = town.refusal(vec![referring(target, introduced(2))]).await;
            assert_eq!(refused, Some("ledger.unknown_fact"));
        }
        town.place.gone().await;
    });
}

#[test]
fn references_within_a_batch_hold_as_well() {
    run(async {
        let town = Town::new("2023-05").await;
        let trip = town.record(funds(1, 100)).await;
        let found = find_fact(town.place.database.reader(), trip).await;
        let fact = found.expect("reads").expect("is there").fact;
        let reversal = || NewFact::reversing(&fact, source());
        let signing = || referring(trip, introduced(1));
        let refused = town.refusal(vec![signing(), reversal()]).await;
        assert_eq!(refused, Some("ledger.referred_to"));
        let refused = town.refusal(vec![reversal(), signing()]).await;
        assert_eq!(refused, Some("ledger.unknown_fact"));
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-05", "2023-05")
                .await,
            100
        );
        town.place.gone().await;
    });
}

#[test]
fn reversing_a_state_fact_folds_the_subject_anew() {
    run(async {
        let town = Town::new("2023-05").await;
        let started = |id| fact("project.started", id, &[]);
        let first = town.record(started(1)).await;
        let witness = town.record(witnessed(1)).await;
        town.record(started(1)).await;
        // The first start posted nothing to witnessed_started, the witnessing posted +1.
        town.reverse(first).await;
        assert_eq!(
            town.number("witnessed_started", CITY, "2023-05", "2023-05")
                .await,
            1
        );
        assert_eq!(
            town.number("newly_started_projects", CITY, "2023-05", "2023-05")
                .await,
            1
        );
        town.reverse(witness).await;
        assert_eq!(
            town.number("witnessed_started", CITY, "2023-05", "2023-05")
                .await,
            0
        );
        assert_eq!(
            town.number("newly_started_projects", CITY, "2023-05", "2023-05")
                .await,
            1
        );
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}
