//! The tamperer: holds the database file, takes the triggers away, changes one byte.
//! `verify` names what was touched; of facts the first, exactly.

use super::place::run;
use super::town::{EAST, Town, WEST, funds, introduced, opening_total, plan, referring, witnessed};
use crate::{APPEND_ONLY, Finding, NewFact};
use db::{Engine, execute};

/// Nine facts in two months, with a correction, a plan, a total and a reference.
async fn town() -> Town {
    let town = Town::new("2023-04").await;
    let first = town.record(funds(1, 10_001)).await;
    town.record(introduced(1)).await;
    town.record(referring(first, witnessed(2))).await;
    town.record(plan(EAST, "funds_arrived", 2023, 90_000)).await;
    town.record(opening_total(EAST, "funds_arrived", 202_303, 5_000))
        .await;
    town.close_until("2023-04").await;
    let second = town
        .record(NewFact {
            credits: super::town::only(WEST),
            ..funds(3, 77)
        })
        .await;
    town.try_correct(second, Some(60)).await.expect("corrects");
    town.record(funds(1, 5)).await;
    assert_eq!(
        town.verify().await.findings,
        [],
        "sound before the tamperer came"
    );
    for table in APPEND_ONLY {
        for statement in town.place.database.engine().no_longer_append_only(table) {
            run_sql(&town, &statement).await;
        }
    }
    town
}

async fn run_sql(town: &Town, sql: &str) {
    execute(town.place.database.reader(), sql, [])
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// Takes the foreign keys out of the tamperer's way.
async fn without_foreign_keys(town: &Town) {
    let sql = match town.place.database.engine() {
        Engine::Sqlite => "PRAGMA foreign_keys = OFF",
        Engine::Postgres => "SET session_replication_role = replica",
    };
    run_sql(town, sql).await;
}

/// What is found first after `change`.
async fn found_after(change: &str) -> Option<Finding> {
    let town = town().await;
    without_foreign_keys(&town).await;
    run_sql(&town, change).await;
    let finding = town.verify().await.findings.into_iter().next();
    town.place.gone().await;
    finding
}

#[test]
fn one_byte_of_any_column_of_a_fact_is_found_and_the_fact_named() {
    run(async {
        let changes = [
            "kind = 'funds.arrivee'",
            "subject_kind = 'projecu'",
            "subject_id = 2",
            "occurred_on = '2023-01-06'",
            // Not a day any more: the row does not even read as a fact.
            "occurred_on = '2023-01-0x'",
            "month = 202303, origin_month = 202303",
            "origin_month = 202303",
            "origin_month = 0",
            "amount_fen = 10000",
            "credits = replace(credits, '10000', '10001')",
            "credits = replace(credits, '[', '(')",
            "payload = replace(payload, '10000', '00000')",
            "payload = replace(payload, '{', '[')",
            "refs = '[}'",
            "replaces = 0",
            "source_kind = 'funt'",
            "source_id = 8",
            "recorded_by_account = 1",
            "recorded_by = 'command lime'",
            "recorded_at = '2023-07-03T02:00:00.000001Z'",
            "recorded_at = '2023-07-03T02:00:00.00000xZ'",
        ];
        for change in changes {
            let sql = format!("UPDATE ledger_facts SET {change} WHERE seq = 1");
            let found = found_after(&sql).await;
            assert_eq!(found, Some(Finding::TamperedFact { seq: 1 }), "{change}");
        }
    });
}

#[test]
fn a_reversal_that_points_elsewhere_is_found() {
    run(async {
        for (change, seq) in [
            ("UPDATE ledger_facts SET reverses = 1 WHERE seq = 7", 7),
            ("UPDATE ledger_facts SET replaces = NULL WHERE seq = 8", 8),
        ] {
            let found = found_after(change).await;
            assert_eq!(found, Some(Finding::TamperedFact { seq }), "{change}");
        }
    });
}

#[test]
fn the_first_of_several_changed_facts_is_named() {
    run(async {
        let found =
            found_after("UPDATE ledger_facts SET source_id = 9 WHERE seq IN (3, 5, 8)").await;
        assert_eq!(found, Some(Finding::TamperedFact { seq: 3 }));
    });
}

#[test]
fn a_hash_of_one_other_byte_is_found() {
    run(async {
        let town = town().await;
        let sql = "UPDATE ledger_facts SET hash = $1 WHERE seq = 4";
        let mut hash = crate::find_fact(town.place.database.reader(), 4)
            .await
            .expect("reads")
            .map(|fact| hex::decode(fact.hash).expect("hexadecimal"))
            .expect("is there");
        hash[31] ^= 1;
        execute(town.place.database.reader(), sql, [hash.into()])
            .await
            .expect("updates");
        let found = town.verify().await.findings;
        assert_eq!(found.first(), Some(&Finding::TamperedFact { seq: 4 }));
        town.place.gone().await;
    });
}

#[test]
fn a_fact_that_is_moved_or_taken_out_is_found() {
    run(async {
        let found = found_after("UPDATE ledger_facts SET seq = 12 WHERE seq = 9").await;
        assert_eq!(found, Some(Finding::MissingFact { seq: 12 }));
        let found = found_after("DELETE FROM ledger_facts WHERE seq = 4").await;
        assert_eq!(found, Some(Finding::MissingFact { seq: 5 }));
    });
}

#[test]
fn a_text_where_a_number_was_is_found() {
    run(async {
        let town = town().await;
        // PostgreSQL does not let even the tamperer do this.
        if town.place.database.engine() == Engine::Sqlite {
            run_sql(
                &town,
                "UPDATE ledger_facts SET amount_fen = 'x' WHERE seq = 6",
            )
            .await;
            let found = crate::verify(town.place.database.reader(), &town.books).await;
            let first = found.expect("verifies").findings.into_iter().next();
            assert_eq!(first, Some(Finding::TamperedFact { seq: 6 }));
        }
        town.place.gone().await;
    });
}

#[test]
fn one_byte_of_any_column_of_a_posting_is_found_and_its_fact_named() {
    run(async {
        let posting = "(SELECT MIN(version) FROM ledger_postings WHERE seq = 1)";
        for change in [
            "amount_fen = amount_fen + 1",
            "count = count + 1",
            "cohort = cohort - 1",
            "month = month - 1",
            "n = n + 1",
            "unit = unit + 5",
            "subject_kind = 'company'",
            "subject_id = 2",
            // A subject that no fact is about.
            "subject_id = 1000000",
        ] {
            let sql = format!(
                "UPDATE ledger_postings SET {change} WHERE seq = 1 AND version = {posting} AND unit = {EAST}"
            );
            let found = found_after(&sql).await;
            let wanted = Finding::WrongPosting {
                seq: 1,
                indicator: "funds_arrived".into(),
            };
            assert_eq!(found, Some(wanted), "{change}");
        }
    });
}

#[test]
fn a_posting_made_up_about_nobody_is_found_even_with_its_balance() {
    run(async {
        let town = town().await;
        for sql in [
            "INSERT INTO ledger_postings SELECT seq, version, unit, 7, month, cohort, subject_kind, \
             900, amount_fen, count FROM ledger_postings WHERE seq = 1 AND unit = 2",
            "UPDATE ledger_balances SET amount_fen = amount_fen + 10001, count = count + 1 \
             WHERE unit = 2 AND month = 202304 AND version IN \
             (SELECT version FROM ledger_postings WHERE seq = 1)",
        ] {
            run_sql(&town, sql).await;
        }
        let wanted = Finding::WrongPosting {
            seq: 1,
            indicator: "funds_arrived".into(),
        };
        assert_eq!(town.verify().await.findings, [wanted]);
        town.place.gone().await;
    });
}

#[test]
fn a_changed_balance_is_found() {
    run(async {
        for change in [
            "amount_fen = amount_fen + 1",
            "count = count - 1",
            "facts = facts + 1",
            "cohort = cohort - 1",
        ] {
            let sql = format!(
                "UPDATE ledger_balances SET {change} WHERE unit = {WEST} AND month = 202305"
            );
            let found = found_after(&sql).await;
            let wanted = Finding::WrongBalance {
                indicator: "funds_arrived".into(),
                unit: WEST,
                month: 202_305,
            };
            assert_eq!(found, Some(wanted), "{change}");
        }
    });
}

#[test]
fn a_changed_target_total_or_reference_is_found() {
    run(async {
        let changes = [
            (
                "UPDATE ledger_plans SET value = 1",
                Finding::WrongTotal { seq: 4 },
            ),
            (
                "UPDATE ledger_plans SET year = 2022",
                Finding::WrongTotal { seq: 4 },
            ),
            ("DELETE FROM ledger_plans", Finding::WrongTotal { seq: 4 }),
            (
                "UPDATE ledger_opening_totals SET value = 5001",
                Finding::WrongTotal { seq: 5 },
            ),
            (
                "UPDATE ledger_opening_totals SET document = '招〔2022〕4号'",
                Finding::WrongTotal { seq: 5 },
            ),
            (
                "UPDATE ledger_references SET target = 2",
                Finding::WrongReference { seq: 3 },
            ),
        ];
        for (change, wanted) in changes {
            assert_eq!(found_after(change).await, Some(wanted), "{change}");
        }
    });
}

#[test]
fn a_changed_head_of_a_month_is_found() {
    run(async {
        let closed = "event = 'closed'";
        for change in [
            "head_seq = 4",
            "head_seq = 0",
            "head = (SELECT hash FROM ledger_facts WHERE seq = 4)",
            // Both together: a sound fact's hash, but not the month's last.
            "head_seq = 4, head = (SELECT hash FROM ledger_facts WHERE seq = 4)",
        ] {
            let sql = format!("UPDATE ledger_month_events SET {change} WHERE {closed}");
            let found = found_after(&sql).await;
            assert!(
                matches!(found, Some(Finding::HeadMismatch { .. })),
                "{change}: {found:?}"
            );
        }
        let sql = "UPDATE ledger_month_events SET month = 202306 WHERE month = 202305";
        let found = found_after(sql).await;
        assert!(
            matches!(found, Some(Finding::HeadMismatch { .. })),
            "{found:?}"
        );
    });
}

#[test]
fn a_changed_position_of_a_distinct_count_is_found() {
    run(async {
        let met = super::town::indicator(
            "met",
            "unit = \"count\"\nsort = \"flow\"\nmeasure = \"distinct\"\non = [\"company.seen\"]\nlate = \"charge_current\"",
        );
        for change in ["total = total + 1", "subject_id = 10", "year = 2022"] {
            let town = Town::with("2023-04", &met).await;
            town.record(super::town::fact("company.seen", 9, &[])).await;
            let sql = format!("UPDATE ledger_positions SET {change} WHERE unit = {EAST}");
            run_sql(&town, &sql).await;
            let findings = town.verify().await.findings;
            assert!(
                findings
                    .iter()
                    .any(|finding| matches!(finding, Finding::WrongPosition { unit: EAST, .. })),
                "{change}: {findings:?}"
            );
            town.place.gone().await;
        }
    });
}
