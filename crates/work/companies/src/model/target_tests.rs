//! When a company may be chosen and given up, and what the journal is told.

use super::*;
use ledger::Kinds;

/// The kinds of the journal, as the repository declares them.
const KINDS: &str = include_str!("../../../../../indicators/kinds.toml");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days() -> Days {
    Days {
        first: "2023-06".parse().unwrap(),
        open: "2023-06".parse().unwrap(),
        today: day("2023-06-20"),
    }
}

fn choosing() -> Choosing {
    Choosing {
        company: Id::new(1),
        batch: "第一批".into(),
        chain: Id::new(2),
        node: None,
        unit: 3,
        recommended_by: Recommender::Agency,
        targeted_on: day("2023-06-02"),
    }
}

fn target(on: &str, until: Option<&str>) -> Target {
    let choosing = choosing();
    Target {
        id: Id::new(9),
        company: choosing.company,
        batch: choosing.batch,
        chain: choosing.chain,
        node: None,
        unit: choosing.unit,
        recommended_by: choosing.recommended_by,
        targeted_on: day(on),
        booked: Booked {
            fact_seq: 1,
            month: "2023-06".parse().unwrap(),
            origin_month: None,
        },
        untargeting: until.map(|text| Untargeting {
            on: day(text),
            fact_seq: 2,
        }),
        revision: 1,
        updated_at: Instant::parse("2023-06-01T00:00:00Z").unwrap(),
    }
}

fn code(judged: Result<bool, kernel::Refusal>) -> &'static str {
    judged.expect_err("refused").code
}

#[test]
fn a_company_stands_on_the_list_once_and_may_come_back() {
    let judge = |so_far: &[Target], on| judge_choosing(so_far, day(on), days());
    assert_eq!(judge(&[], "2023-06-02"), Ok(false));
    assert_eq!(judge(&[], "2023-05-02"), Ok(true));
    assert_eq!(code(judge(&[], "2023-06-21")), "ledger.date_in_future");
    let standing = [target("2023-06-02", None)];
    assert_eq!(
        code(judge(&standing, "2023-06-03")),
        "targets.already_targeted"
    );
    let ended = [target("2023-06-02", Some("2023-06-10"))];
    assert_eq!(
        code(judge(&ended, "2023-06-09")),
        "targets.before_untargeting"
    );
    assert_eq!(judge(&ended, "2023-06-10"), Ok(false));
}

#[test]
fn nobody_is_given_up_before_being_chosen() {
    let judge = |on| judge_untargeting(day("2023-06-02"), day(on), days());
    assert_eq!(code(judge("2023-06-01")), "targets.untargeted_before");
    assert_eq!(judge("2023-06-02"), Ok(false));
    assert_eq!(code(judge("2023-06-21")), "ledger.date_in_future");
}

#[test]
fn both_entries_carry_the_fields_that_their_kinds_declare() {
    let kinds = Kinds::parse(KINDS).unwrap();
    let on = day("2023-06-02");
    for entry in [
        targeted_entry(Id::new(9), &choosing(), false, Vec::new()),
        untargeted_entry(Id::new(9), Id::new(1), on, false, Vec::new()),
    ] {
        let declared = kinds.get(&entry.kind).unwrap();
        assert!(declared.fields.keys().eq(entry.payload.keys()));
        assert_eq!(declared.subject, entry.subject.kind);
        assert_eq!(entry.source, target_source(Id::new(9)));
    }
}
