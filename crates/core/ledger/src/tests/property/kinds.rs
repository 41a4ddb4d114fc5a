//! The kinds of facts of the random histories, for the ledger and for the evaluator.

use testkit::evaluator::{Datum, Kind, Put};

/// The ledger's file.
pub(super) const KINDS: &str = r#"
[[kind]]
code = "funds.arrived"
subject = "project"
fields = { bp = "int", sort = "text" }
[[kind]]
code = "project.introduced"
subject = "project"
fields = { planned_fen = "int", outside = "bool" }
sets = { introduced = true, introduced_month = "origin_month", planned_fen = "planned_fen", outside = "outside" }
[[kind]]
code = "project.witnessed"
subject = "project"
sets = { witnessed = true }
[[kind]]
code = "project.started"
subject = "project"
sets = { started = true, started_month = "origin_month" }
[[kind]]
code = "project.amended"
subject = "project"
fields = { planned_fen = "int" }
sets = { planned_fen = "planned_fen" }
[[kind]]
code = "project.ended"
subject = "project"
sets = { ended = true }
[[kind]]
code = "project.resumed"
subject = "project"
sets = { ended = false }
[[kind]]
code = "project.transferred"
subject = "project"
moves_credit = true
[[kind]]
code = "project.met"
subject = "project"
[[kind]]
code = "company.met"
subject = "company"
[[kind]]
code = "plan.set"
subject = "unit"
fields = { indicator = "text", year = "int", value = "int" }
[[kind]]
code = "opening.total"
subject = "unit"
fields = { indicator = "text", until = "int", value = "int", document = "text" }
"#;

/// What kinds set, for the evaluator.
pub(super) fn plain_kinds() -> Vec<Kind> {
    let yes = || Put::Always(Datum::Flag(true));
    let no = || Put::Always(Datum::Flag(false));
    let kind = |code, sets| Kind {
        code,
        sets,
        moves_credit: false,
    };
    vec![
        kind("funds.arrived", vec![]),
        kind(
            "project.introduced",
            vec![
                ("introduced", yes()),
                ("introduced_month", Put::Origin),
                ("planned_fen", Put::Field("planned_fen")),
                ("outside", Put::Field("outside")),
            ],
        ),
        kind("project.witnessed", vec![("witnessed", yes())]),
        kind(
            "project.started",
            vec![("started", yes()), ("started_month", Put::Origin)],
        ),
        kind(
            "project.amended",
            vec![("planned_fen", Put::Field("planned_fen"))],
        ),
        kind("project.ended", vec![("ended", yes())]),
        kind("project.resumed", vec![("ended", no())]),
        Kind {
            code: "project.transferred",
            sets: vec![],
            moves_credit: true,
        },
        kind("project.met", vec![]),
        kind("company.met", vec![]),
        kind("plan.set", vec![]),
        kind("opening.total", vec![]),
    ]
}
