//! Rule 11: definitions are checked when they are loaded, fixed once they have counted.

use crate::tests::place::run;
use crate::tests::town::{CITY, INDICATORS, Town, at, fact, funds, indicator, kinds};
use crate::{Definitions, InstallError, install};

fn flow(more: &str) -> String {
    indicator(
        "counted",
        &format!(
            "unit = \"CNY\"\nsort = \"flow\"\nmeasure = \"amount\"\non = [\"funds.arrived\"]\n\
             late = \"charge_current\"\n{more}"
        ),
    )
}

fn state(more: &str) -> String {
    indicator(
        "counted",
        &format!(
            "unit = \"count\"\nsort = \"state\"\nmeasure = \"count\"\nsubject = \"project\"\n\
             credit_of = \"project.started\"\n{more}"
        ),
    )
}

#[test]
fn definitions_that_do_not_hold_are_refused_with_their_indicator() {
    let wrong = [
        // Fields that nobody has, types that do not fit, no CEL at all.
        flow("amount = \"fact.colour\""),
        flow("amount = \"fact.planned_fen\""),
        flow("amount = \"fact.fund_kind\""),
        flow("amount = \"fact.amount\"\nwhen = \"fact.amount\""),
        flow("amount = \"fact.amount\"\nwhen = \"fact.fund_kind > 3\""),
        flow("amount = \"fact.amount +\""),
        flow("amount = \"fact.amount / 2\""),
        // Nothing may ask for the present day.
        flow("amount = \"fact.amount\"\nwhen = \"now() > 0\""),
        flow("amount = \"fact.amount\"\nwhen = \"state.started\""),
        state("when = \"state.introduced_month > '2023-01'\""),
        state("when = \"state.started\"\ncohort = \"state.started\""),
        state("when = \"fact.amount > 0\""),
        // Parts that are missing, unknown, or contradict each other.
        state(""),
        flow(""),
        flow("amount = \"fact.amount\"\ncolour = \"red\""),
        flow("amount = \"fact.amount\"").replace("funds.arrived", "funds.departed"),
        flow("amount = \"fact.amount\"").replace("late = \"charge_current\"", ""),
        flow("amount = \"fact.amount\"").replace("unit = \"CNY\"", "unit = \"count\""),
        state("when = \"state.started\"").replace("project.started", "project.unheard"),
        state("when = \"state.started\"").replace("measure = \"count\"", "measure = \"distinct\""),
        format!("{0}{0}", state("when = \"state.started\"")),
        indicator(
            "rate",
            "unit = \"percent\"\nsort = \"ratio\"\nnumerator = \"one\"\ndenominator = \"two\"",
        ),
    ];
    for text in wrong {
        let refused = Definitions::parse(&kinds(), &[&text]);
        assert!(refused.is_err(), "{text} must be refused");
        let message = refused.expect_err("checked").to_string();
        let named = ["counted", "rate", "colour"];
        assert!(named.iter().any(|name| message.contains(name)), "{message}");
    }
}

#[test]
fn an_error_while_evaluating_refuses_the_recognition() {
    run(async {
        let text = flow("amount = \"share(fact.amount, fact.other_province_bp)\"")
            + &indicator(
                "large",
                "unit = \"CNY\"\nsort = \"state\"\nmeasure = \"amount\"\nsubject = \"project\"\n\
                 credit_of = \"project.introduced\"\nwhen = \"state.introduced\"\n\
                 amount = \"state.planned_fen * state.planned_fen\"\ncohort = \"state.introduced_month\"",
            )
            + &indicator(
                "when",
                "unit = \"count\"\nsort = \"state\"\nmeasure = \"count\"\nsubject = \"project\"\n\
                 credit_of = \"project.amended\"\nwhen = \"state.planned_fen > 0\"\n\
                 cohort = \"state.planned_fen\"",
            );
        let town = Town::with("2023-05", &text).await;
        let mut impossible = funds(1, 100);
        impossible
            .payload
            .insert("other_province_bp".into(), 10_001.into());
        let refused = town.refusal(vec![funds(2, 5), impossible]).await;
        assert_eq!(refused, Some("ledger.definition_failed"));
        // Nothing of the batch is there.
        assert_eq!(town.number("counted", CITY, "2023-05", "2023-05").await, 0);
        let introduced = |fen: i64| {
            fact(
                "project.introduced",
                1,
                &[("planned_fen", fen.into()), ("other_province", true.into())],
            )
        };
        // Overflow of the product, and a sum too large for the books.
        for fen in [4_000_000_000, 50_000_000] {
            let refused = town.refusal(vec![introduced(fen)]).await;
            assert_eq!(refused, Some("ledger.definition_failed"), "{fen}");
        }
        // A cohort that is no month: a thirteenth one, a year.
        for number in [202_313, 202_300, 7] {
            let amended = fact("project.amended", 2, &[("planned_fen", number.into())]);
            let refused = town.refusal(vec![amended]).await;
            assert_eq!(refused, Some("ledger.definition_failed"), "{number}");
        }
        town.record(fact(
            "project.amended",
            2,
            &[("planned_fen", 202_305.into())],
        ))
        .await;
        assert_eq!(town.number("when", CITY, "2023-05", "2023-05").await, 1);
        town.place.gone().await;
    });
}

#[test]
fn amounts_beyond_the_books_are_refused() {
    run(async {
        let town = Town::new("2023-05").await;
        for fen in [i64::MAX, i64::MIN, 1_000_000_000_000_001] {
            assert_eq!(
                town.refusal(vec![funds(1, fen)]).await,
                Some("ledger.overflow")
            );
        }
        town.record(funds(1, 1_000_000_000_000_000)).await;
        town.place.gone().await;
    });
}

#[test]
fn a_fact_of_the_wrong_shape_is_refused() {
    run(async {
        let town = Town::new("2023-05").await;
        let mut unknown = funds(1, 1);
        unknown.kind = "funds.departed".into();
        let mut other_subject = funds(1, 1);
        other_subject.subject.kind = "company".into();
        let mut missing = funds(1, 1);
        missing.payload.remove("fund_kind");
        let mut too_much = funds(1, 1);
        too_much.payload.insert("colour".into(), "red".into());
        let mut other_type = funds(1, 1);
        other_type.payload.insert("fund_kind".into(), 3.into());
        let cases = [
            (unknown, "ledger.unknown_kind"),
            (other_subject, "ledger.wrong_subject"),
            (missing, "ledger.wrong_field"),
            (too_much, "ledger.wrong_field"),
            (other_type, "ledger.wrong_field"),
        ];
        for (fact, code) in cases {
            assert_eq!(town.refusal(vec![funds(1, 1), fact]).await, Some(code));
        }
        assert_eq!(
            town.number("funds_arrived", CITY, "2023-05", "2023-05")
                .await,
            0
        );
        town.place.gone().await;
    });
}

#[test]
fn a_version_that_has_counted_does_not_change() {
    run(async {
        let town = Town::new("2023-05").await;
        town.close_until("2023-05").await;
        let try_install = |text: String| {
            let definitions = Definitions::parse(&kinds(), &[&text]).expect("sound");
            install(&town.place.database, definitions, at())
        };
        let changed =
            INDICATORS.replace("fact.other_province_bp > 0", "fact.other_province_bp > 1");
        let refused = try_install(changed).await.expect_err("refused");
        assert!(
            matches!(refused, InstallError::Changed { version: 1, .. }),
            "{refused}"
        );
        // A new version may not reach back into a closed month.
        let second = |since: &str| {
            let first = INDICATORS
                .split("[[indicator]]")
                .nth(1)
                .expect("funds come first");
            let code = "code = \"funds_arrived\"";
            let head = format!("{code}\nversion = 2\neffective = \"{since}\"");
            format!(
                "{INDICATORS}\n[[indicator]]\n{}",
                first.replace(code, &head)
            )
        };
        let refused = try_install(second("2023-05")).await.expect_err("refused");
        assert!(
            matches!(refused, InstallError::TakesEffectTooEarly { .. }),
            "{refused}"
        );
        // Nor may one that has counted go missing.
        let without = INDICATORS.replace("pushed_planned_investment", "pushed_money");
        let refused = try_install(without).await.expect_err("refused");
        assert!(matches!(refused, InstallError::Missing { .. }), "{refused}");
        let books = try_install(second("2023-06")).await.expect("installs");
        assert_eq!(books.versions("funds_arrived").len(), 2);
        town.place.gone().await;
    });
}

#[test]
fn a_kind_may_gain_a_field_which_facts_from_before_have_unset() {
    run(async {
        let gained = ", platform = \"bool\"";
        let before = crate::tests::town::kinds().replacen(gained, "", 1);
        let mut town = Town::with_kinds("2023-05", &before, INDICATORS).await;
        let mut old = funds(1, 300);
        old.payload.remove("platform");
        town.record(old).await;
        town.close_until("2023-05").await;

        let flow = "unit = \"CNY\"\nsort = \"flow\"\nmeasure = \"amount\"\non = [\"funds.arrived\"]\n\
             amount = \"fact.amount\"\nlate = \"charge_current\"";
        let through = indicator("through", &format!("{flow}\nwhen = \"fact.platform\""));
        let besides = indicator("besides", &format!("{flow}\nwhen = \"!fact.platform\""));
        let texts = [INDICATORS, &through, &besides];
        let definitions = Definitions::parse(&crate::tests::town::kinds(), &texts).unwrap();
        town.books = install(&town.place.database, definitions, at())
            .await
            .expect("installs");
        let mut new = funds(1, 50);
        new.payload.insert("platform".into(), true.into());
        town.record(new).await;

        for (code, fen) in [("through", 50), ("besides", 300), ("funds_arrived", 350)] {
            assert_eq!(town.number(code, CITY, "2023-05", "2023-06").await, fen);
        }
        assert!(town.verify().await.findings.is_empty());
        town.place.gone().await;
    });
}
