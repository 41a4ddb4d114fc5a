//! Rules 1, 2 and 13: what is written stays, is chained, and its caches are recomputed.

use crate::tests::place::run;
use crate::tests::town::{EAST, Town, at, funds, introduced, month, referring};
use crate::{APPEND_ONLY, Finding, Months, find_fact, replay};
use db::execute;

#[test]
fn the_journal_refuses_to_be_changed_or_shortened() {
    run(async {
        let town = Town::new("2023-05").await;
        let first = town.record(funds(1, 100)).await;
        town.record(referring(first, introduced(1))).await;
        town.close_until("2023-05").await;
        let replayed = replay(&town.place.database, &town.books, at()).await;
        assert_eq!(replayed.expect("replays").differed, 0);
        for table in APPEND_ONLY {
            let column = match table {
                "ledger_facts" => "recorded_by = 'x'",
                "ledger_references" => "role = 'x'",
                "ledger_postings" => "count = 0",
                "ledger_month_events" => "reason = 'x'",
                "ledger_replays" => "differed = 7",
                _ => "body = 'x'",
            };
            for sql in [
                format!("UPDATE {table} SET {column}"),
                format!("DELETE FROM {table}"),
            ] {
                let error = execute(town.place.database.reader(), &sql, [])
                    .await
                    .expect_err(&sql);
                assert!(error.to_string().contains("append-only"), "{sql}: {error}");
            }
        }
        assert_eq!(town.verify().await.findings, []);
        town.place.gone().await;
    });
}

#[test]
fn replay_mends_what_is_derived_but_not_in_a_closed_month() {
    run(async {
        let town = Town::new("2023-05").await;
        town.record(funds(1, 100)).await;
        town.close_until("2023-05").await;
        town.record(funds(1, 7)).await;
        for table in ["ledger_postings"] {
            for statement in town.place.database.engine().no_longer_append_only(table) {
                execute(town.place.database.reader(), &statement, [])
                    .await
                    .expect("drops");
            }
        }
        let spoil = |seq: i64| {
            format!("UPDATE ledger_postings SET amount_fen = amount_fen + 1 WHERE seq = {seq}")
        };
        execute(town.place.database.reader(), &spoil(2), [])
            .await
            .expect("spoils");
        assert!(!town.verify().await.findings.is_empty());
        // The triggers come back with the swap, so they are put up for it first.
        for statement in town.place.database.engine().append_only("ledger_postings") {
            execute(town.place.database.reader(), &statement, [])
                .await
                .expect("puts up");
        }
        let replayed = replay(&town.place.database, &town.books, at()).await;
        assert!(replayed.expect("replays").differed > 0);
        assert_eq!(town.verify().await.findings, []);
        assert_eq!(
            town.number("funds_arrived", EAST, "2023-01", "2023-06")
                .await,
            107
        );

        for statement in town
            .place
            .database
            .engine()
            .no_longer_append_only("ledger_postings")
        {
            execute(town.place.database.reader(), &statement, [])
                .await
                .expect("drops");
        }
        execute(town.place.database.reader(), &spoil(1), [])
            .await
            .expect("spoils");
        let refused = replay(&town.place.database, &town.books, at()).await;
        let code = refused.expect_err("a closed month's figure").code();
        assert_eq!(code, Some("ledger.closed_month_differs"));
        town.place.gone().await;
    });
}

#[test]
fn each_fact_is_chained_to_the_one_before_and_a_closed_month_keeps_the_head() {
    run(async {
        let town = Town::new("2023-05").await;
        town.record(funds(1, 100)).await;
        let last = town.record(funds(1, 200)).await;
        let reader = town.place.database.reader();
        let one = find_fact(reader, 1)
            .await
            .expect("reads")
            .expect("is there");
        let two = find_fact(reader, last)
            .await
            .expect("reads")
            .expect("is there");
        assert_eq!(one.previous_hash, "00".repeat(32));
        assert_eq!(two.previous_hash, one.hash);
        assert_ne!(two.hash, one.hash);
        let head = town.try_close(month("2023-05")).await.expect("closes");
        assert_eq!((head.seq, hex::encode(head.hash)), (last, two.hash.clone()));
        // What a bulletin prints.
        assert_eq!(head.short(), two.hash[..12]);
        let months = Months::load(reader).await.expect("months");
        assert_eq!(
            months.get(month("2023-05")).and_then(|may| may.head),
            Some(head)
        );
        town.place.gone().await;
    });
}

#[test]
fn verify_recomputes_the_caches() {
    run(async {
        let town = Town::new("2023-05").await;
        town.record(funds(1, 100)).await;
        let verified = town.verify().await;
        assert_eq!((verified.facts, verified.findings), (1, vec![]));
        assert!(verified.postings >= 2, "the unit's and the city's");
        let sql = "UPDATE ledger_balances SET amount_fen = 99 WHERE unit = 2";
        execute(town.place.database.reader(), sql, [])
            .await
            .expect("balances are no journal");
        let wanted = Finding::WrongBalance {
            indicator: "funds_arrived".into(),
            unit: EAST,
            month: 202_305,
        };
        assert_eq!(town.verify().await.findings, [wanted]);
        // Nothing is closed over an error.
        let refused = town.try_close(month("2023-05")).await.expect_err("refused");
        assert_eq!(refused.code(), Some("ledger.does_not_verify"));
        town.place.gone().await;
    });
}
