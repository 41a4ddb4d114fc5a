//! Rules 3 and 4: one open month, reopening, one writer at a time.

use crate::tests::place::run;
use crate::tests::town::{CITY, Town, actor, at, funds, month};
use crate::{MonthState, Months, open_month, record, seal_month};
use chrono::NaiveDate;
use db::Database;
use std::collections::BTreeSet;

#[test]
fn a_closed_month_refuses_new_facts() {
    run(async {
        let town = Town::new("2023-05").await;
        town.record(funds(1, 100)).await;
        town.close_until("2023-05").await;
        let before = town
            .figure("funds_arrived", CITY, "2023-05", "2023-05")
            .await;
        // A voucher of May comes in June: it is booked in June, whatever its day says.
        let late = crate::NewFact {
            occurred_on: NaiveDate::from_ymd_opt(2023, 5, 20).expect("a day"),
            ..funds(1, 40)
        };
        let recorded = town.try_record(vec![late]).await.expect("records")[0];
        assert_eq!(recorded.month, month("2023-06"));
        assert_eq!(recorded.origin_month, Some(month("2023-06")));
        let after = town
            .figure("funds_arrived", CITY, "2023-05", "2023-05")
            .await;
        assert_eq!(before, after);
        town.place.gone().await;
    });
}

#[test]
fn one_month_is_open_and_they_close_in_order() {
    run(async {
        let town = Town::new("2023-05").await;
        for wrong in ["2023-04", "2023-06"] {
            let refused = town.try_close(month(wrong)).await.expect_err("refused");
            assert_eq!(refused.code(), Some("ledger.month_not_open"));
        }
        town.close_until("2023-06").await;
        let months = Months::load(town.place.database.reader())
            .await
            .expect("months");
        let open: Vec<_> = months
            .entries()
            .iter()
            .filter(|entry| entry.state == MonthState::Open)
            .map(|entry| entry.month)
            .collect();
        assert_eq!(open, [month("2023-07")]);
        // The first month is opened once.
        let tx = town.place.database.begin_write().await.expect("begins");
        let refused = open_month(&tx, &actor(), at(), month("2024-01")).await;
        let code = refused.expect_err("refused").code();
        assert_eq!(code, Some("ledger.books_are_open"));
        drop(tx);
        town.place.gone().await;
    });
}

#[test]
fn only_the_last_closed_month_reopens_while_nothing_stands_on_it() {
    run(async {
        let town = Town::new("2023-04").await;
        town.record(funds(1, 100)).await;
        town.close_until("2023-04").await;
        town.record(funds(1, 30)).await;
        town.close_until("2023-05").await;
        let code = |text, reason| {
            let town = &town;
            async move {
                let refused = town.try_reopen(text, reason).await;
                refused.expect_err("refused").code()
            }
        };
        assert_eq!(code("2023-04", "错").await, Some("ledger.not_last_closed"));
        assert_eq!(code("2023-06", "错").await, Some("ledger.not_last_closed"));
        assert_eq!(code("2023-05", " ").await, Some("ledger.no_reason"));
        town.try_reopen("2023-05", "数错了").await.expect("reopens");
        assert_eq!(town.open().await, Some(month("2023-05")));
        town.record(funds(1, 1)).await;
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-05", "2023-05")
                .await,
            31
        );
        town.close_until("2023-05").await;
        let months = Months::load(town.place.database.reader())
            .await
            .expect("months");
        let may = months.get(month("2023-05")).expect("is there");
        assert_eq!((may.state, may.reopened), (MonthState::Closed, 1));
        // Now June holds a fact.
        town.record(funds(1, 2)).await;
        let refused = code("2023-05", "又错了").await;
        assert_eq!(refused, Some("ledger.next_month_holds_facts"));
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}

#[test]
fn a_month_in_a_bulletin_does_not_reopen() {
    run(async {
        let town = Town::new("2023-04").await;
        town.close_until("2023-04").await;
        let tx = town.place.database.begin_write().await.expect("begins");
        seal_month(&tx, month("2023-04"), "bulletin", 1)
            .await
            .expect("seals");
        tx.commit().await.expect("commits");
        let refused = town.try_reopen("2023-04", "错").await.expect_err("refused");
        assert_eq!(refused.code(), Some("ledger.month_sealed"));
        town.place.gone().await;
    });
}

#[test]
fn writers_take_turns_and_leave_no_gap() {
    run(async {
        let town = Town::new("2023-04").await;
        let writers = (0..6).map(|_| {
            let (address, books) = (town.place.address.clone(), town.books.clone());
            tokio::spawn(async move {
                let database = Database::open(&address, 1).await.expect("opens");
                let mut seqs = Vec::new();
                for _ in 0..5 {
                    let tx = database.begin_write().await.expect("begins");
                    let batch = vec![funds(1, 10), funds(1, 1)];
                    let recorded = record(&tx, &books, &actor(), at(), batch)
                        .await
                        .expect("records");
                    tx.commit().await.expect("commits");
                    seqs.extend(recorded.iter().map(|recorded| recorded.seq));
                }
                database.close().await.expect("closes");
                seqs
            })
        });
        let writers: Vec<_> = writers.collect();
        let mut seqs = BTreeSet::new();
        for writer in writers {
            seqs.extend(writer.await.expect("writes"));
        }
        assert_eq!(seqs, (1..=60).collect::<BTreeSet<i64>>());
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-04", "2023-04")
                .await,
            330
        );
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}
