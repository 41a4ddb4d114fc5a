//! The definitions of the random histories, twice: as the ledger's files, and
//! as the evaluator's plain functions.

// Long: the same definitions twice, side by side, so that one can be checked against the other.

use testkit::evaluator::{Belongs, Definition, Gives, Owner, Rule, View};

/// One definition, for both readers.
pub(super) struct Pair {
    /// The ledger's file.
    pub file: String,
    /// The evaluator's function.
    pub plain: Definition,
}

fn pair(head: (&'static str, i32, i32), file: &str, gives: Gives, rule: Rule) -> Pair {
    let (code, version, effective) = head;
    let name = r#"{ zh = "甲", en = "A" }"#;
    let unit = match gives {
        Gives::Money => "CNY",
        Gives::Count | Gives::Different => "count",
        Gives::Derived if file.contains("double_half") => "boolean",
        Gives::Derived => "percent",
    };
    let measure = match gives {
        Gives::Money => "measure = \"amount\"",
        Gives::Count => "measure = \"count\"",
        Gives::Different => "measure = \"distinct\"",
        Gives::Derived => "",
    };
    let since = if effective == 0 {
        String::new()
    } else {
        format!("effective = \"{}-{:02}\"", effective / 100, effective % 100)
    };
    Pair {
        file: format!(
            "[[indicator]]\ncode = \"{code}\"\nversion = {version}\n{since}\nunit = \"{unit}\"\n{measure}\n\
             name = {name}\ndefinition = {name}\ncount_unit = {name}\nsource = {name}\n{file}\n"
        ),
        plain: Definition {
            code,
            version,
            effective,
            gives,
            ranked_by_completion: file.contains("completion"),
            rule,
        },
    }
}

fn always(_: &View) -> bool {
    true
}
fn nothing(_: &View) -> i128 {
    0
}
fn planned(view: &View) -> i128 {
    view.number("planned_fen")
}
/// The share of other provinces, by the evaluator's own rounding.
fn counted(view: &View) -> i128 {
    testkit::evaluator::half_up(view.number("amount") * view.number("bp"), 10_000)
}

fn funds(
    head: (&'static str, i32, i32),
    late: Belongs,
    owner: Owner,
    more: &str,
    when: (&str, fn(&View) -> bool),
) -> Pair {
    let late_word = match late {
        Belongs::WhereBooked => "charge_current",
        Belongs::WhereItWas => "restate_origin",
    };
    let owner_word = match owner {
        Owner::AtRecognition => "recognition",
        Owner::Now => "now",
    };
    let file = format!(
        "sort = \"flow\"\non = [\"funds.arrived\"]\nwhen = \"{}\"\namount = \"share(fact.amount, fact.bp)\"\n\
         late = \"{late_word}\"\ncredit = \"{owner_word}\"\n{more}",
        when.0
    );
    let rule = Rule::Flow {
        on: vec!["funds.arrived"],
        when: when.1,
        amount: counted,
        belongs: late,
        owner,
    };
    pair(head, &file, Gives::Money, rule)
}

fn meetings(
    code: &'static str,
    on: &[&'static str],
    gives: Gives,
    late: Belongs,
    owner: Owner,
) -> Pair {
    let list: Vec<String> = on.iter().map(|kind| format!("\"{kind}\"")).collect();
    let late_word = match late {
        Belongs::WhereBooked => "charge_current",
        Belongs::WhereItWas => "restate_origin",
    };
    let owner_word = match owner {
        Owner::AtRecognition => "recognition",
        Owner::Now => "now",
    };
    let file = format!(
        "sort = \"flow\"\non = [{}]\nlate = \"{late_word}\"\ncredit = \"{owner_word}\"",
        list.join(", ")
    );
    let rule = Rule::Flow {
        on: on.to_vec(),
        when: always,
        amount: nothing,
        belongs: late,
        owner,
    };
    pair((code, 1, 0), &file, gives, rule)
}

/// A cohort in CEL, and as a function.
type Cohort = (&'static str, fn(&View) -> i128);

#[derive(Clone, Copy)]
struct StateOf {
    when: (&'static str, fn(&View) -> bool),
    cohort: Option<Cohort>,
    gives: Gives,
    owner: Owner,
    credit_of: &'static str,
    more: &'static str,
}

fn state(head: (&'static str, i32, i32), of: StateOf) -> Pair {
    let owner_word = match of.owner {
        Owner::AtRecognition => "recognition",
        Owner::Now => "now",
    };
    let mut file = format!(
        "sort = \"state\"\nsubject = \"project\"\nwhen = \"{}\"\ncredit_of = \"{}\"\ncredit = \"{owner_word}\"\n{}\n",
        of.when.0, of.credit_of, of.more
    );
    if let Some((source, _)) = of.cohort {
        file.push_str("cohort = \"");
        file.push_str(source);
        file.push_str("\"\n");
    }
    if of.gives == Gives::Money {
        file += "amount = \"state.planned_fen\"\n";
    }
    let rule = Rule::State {
        subject: "project",
        when: of.when.1,
        amount: planned,
        month: of.cohort.map(|(_, plain)| plain),
        owner: of.owner,
        credit_of: of.credit_of,
    };
    pair(head, &file, of.gives, rule)
}

fn introduced_month(view: &View) -> i128 {
    view.number("introduced_month")
}
fn started_month(view: &View) -> i128 {
    view.number("started_month")
}

const COMPLETION: &str = "planned = true\nrank_by = \"completion\"";

/// The definitions that the books begin with.
#[expect(
    clippy::too_many_lines,
    reason = "a list, one definition after the other"
)]
pub(super) fn first_definitions() -> Vec<Pair> {
    use Belongs::{WhereBooked, WhereItWas};
    use Owner::{AtRecognition, Now};
    let some_share: (&str, fn(&View) -> bool) = ("fact.bp > 0", |view| view.number("bp") > 0);
    vec![
        funds(
            ("funds", 1, 0),
            WhereBooked,
            AtRecognition,
            COMPLETION,
            some_share,
        ),
        funds(
            ("funds_restated", 1, 0),
            WhereItWas,
            AtRecognition,
            "",
            some_share,
        ),
        funds(("funds_now", 1, 0), WhereBooked, Now, "", some_share),
        funds(
            ("funds_now_restated", 1, 0),
            WhereItWas,
            Now,
            "",
            ("fact.sort == 'land'", |view| view.word("sort") == "land"),
        ),
        meetings(
            "visits",
            &["company.met"],
            Gives::Count,
            WhereItWas,
            AtRecognition,
        ),
        meetings(
            "matched",
            &["company.met", "project.met"],
            Gives::Different,
            WhereBooked,
            AtRecognition,
        ),
        meetings(
            "met_companies",
            &["company.met"],
            Gives::Different,
            WhereItWas,
            AtRecognition,
        ),
        meetings(
            "met_projects",
            &["project.met"],
            Gives::Different,
            WhereBooked,
            Now,
        ),
        introduced(1, 0),
        state(
            ("introduced_planned", 1, 0),
            StateOf {
                when: (
                    "state.introduced && state.outside && !state.ended",
                    |view| view.flag("introduced") && view.flag("outside") && !view.flag("ended"),
                ),
                cohort: Some(("state.introduced_month", introduced_month)),
                gives: Gives::Money,
                owner: AtRecognition,
                credit_of: "project.introduced",
                more: "",
            },
        ),
        state(
            ("started", 1, 0),
            StateOf {
                when: ("state.started && state.introduced", |view| {
                    view.flag("started") && view.flag("introduced")
                }),
                cohort: Some(("state.started_month", started_month)),
                gives: Gives::Count,
                owner: Now,
                credit_of: "project.started",
                more: "",
            },
        ),
        state(
            ("witnessed", 1, 0),
            StateOf {
                when: ("state.witnessed && !state.ended", |view| {
                    view.flag("witnessed") && !view.flag("ended")
                }),
                cohort: None,
                gives: Gives::Count,
                owner: AtRecognition,
                credit_of: "project.witnessed",
                more: "",
            },
        ),
        state(
            ("witnessed_planned", 1, 0),
            StateOf {
                when: ("state.witnessed && !state.ended", |view| {
                    view.flag("witnessed") && !view.flag("ended")
                }),
                cohort: None,
                gives: Gives::Money,
                owner: Now,
                credit_of: "project.witnessed",
                more: "",
            },
        ),
        state(
            ("witnessed_started", 1, 0),
            StateOf {
                when: ("state.started && state.witnessed && !state.ended", |view| {
                    view.flag("started") && view.flag("witnessed") && !view.flag("ended")
                }),
                cohort: None,
                gives: Gives::Count,
                owner: AtRecognition,
                credit_of: "project.witnessed",
                more: "",
            },
        ),
        state(
            ("known", 1, 0),
            StateOf {
                when: ("state.started || state.planned_fen > 0", |view| {
                    view.flag("started") || view.number("planned_fen") > 0
                }),
                cohort: None,
                gives: Gives::Count,
                owner: AtRecognition,
                credit_of: "project.witnessed",
                more: "",
            },
        ),
        pair(
            ("start_rate", 1, 0),
            "sort = \"ratio\"\nnumerator = \"witnessed_started\"\ndenominator = \"witnessed\"",
            Gives::Derived,
            Rule::Ratio {
                part: "witnessed_started",
                whole: "witnessed",
            },
        ),
        pair(
            ("fresh_start_rate", 1, 0),
            "sort = \"ratio\"\nnumerator = \"started\"\ndenominator = \"introduced\"",
            Gives::Derived,
            Rule::Ratio {
                part: "started",
                whole: "introduced",
            },
        ),
        pair(
            ("both_halves", 1, 0),
            "sort = \"double_half\"\nof = [\"funds\", \"introduced\"]",
            Gives::Derived,
            Rule::BothHalves {
                of: vec!["funds", "introduced"],
            },
        ),
    ]
}

/// Projects introduced: from the second version on, only large ones.
fn introduced(version: i32, effective: i32) -> Pair {
    let when: (&'static str, fn(&View) -> bool) = if version == 1 {
        ("state.introduced", |view| view.flag("introduced"))
    } else {
        ("state.introduced && state.planned_fen >= 30000", |view| {
            view.flag("introduced") && view.number("planned_fen") >= 30_000
        })
    };
    state(
        ("introduced", version, effective),
        StateOf {
            when,
            cohort: Some(("state.introduced_month", introduced_month)),
            gives: Gives::Count,
            owner: Owner::AtRecognition,
            credit_of: "project.introduced",
            more: COMPLETION,
        },
    )
}

/// New versions, as from the month `effective`.
pub(super) fn second_definitions(effective: i32) -> Vec<Pair> {
    let large: (&str, fn(&View) -> bool) = ("fact.bp >= 5000 || fact.sort == 'land'", |view| {
        view.number("bp") >= 5_000 || view.word("sort") == "land"
    });
    let mut matched = meetings(
        "matched",
        &["project.met", "company.met", "project.witnessed"],
        Gives::Different,
        Belongs::WhereItWas,
        Owner::AtRecognition,
    );
    matched.plain.version = 2;
    matched.plain.effective = effective;
    matched.file = matched.file.replace(
        "version = 1\n",
        &format!(
            "version = 2\neffective = \"{}-{:02}\"\n",
            effective / 100,
            effective % 100
        ),
    );
    vec![
        funds(
            ("funds", 2, effective),
            Belongs::WhereItWas,
            Owner::AtRecognition,
            COMPLETION,
            large,
        ),
        introduced(2, effective),
        matched,
    ]
}
