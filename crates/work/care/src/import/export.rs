//! The roster, visits and problems as rows of workbooks. Imported again, every row is the
//! same.

use super::parties::columns;
use super::spec::{ROSTERS, VISITS};
use crate::model::{Category, Mode, Party, Problem, Purpose, Roster, Visit};
use crate::store::{self, Names, PartyKind, ProblemFilter, RosterFilter, VisitFilter};
use companies::CompanyId;
use db::DatabaseTransaction;
use intake::{Context, TypedValue};
use kernel::{Fields, Month, Outcome};
use orgs::UnitTree;
use projects::ProjectId;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The rows of an export.
type RowsOut = Vec<Vec<Option<TypedValue>>>;

/// The filters of a screen's query, read one by one.
struct Filters<'a> {
    given: &'a BTreeMap<String, String>,
    wrong: Fields,
}

impl<'a> Filters<'a> {
    /// Refuses filters that are none of `known`.
    fn new(given: &'a BTreeMap<String, String>, known: &[&str]) -> Self {
        let mut wrong = Fields::default();
        for name in given.keys().filter(|name| !known.contains(&name.as_str())) {
            let params = json!({ "found": name });
            wrong.refuse(name, intake::codes::UNKNOWN_FILTER, params);
        }
        Self { given, wrong }
    }

    fn text(&self, name: &str) -> Option<String> {
        let given = self.given.get(name);
        given.filter(|text| !text.is_empty()).cloned()
    }

    fn read<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong.refuse(name, "field.malformed", json!({}));
        }
        value
    }

    fn units(&mut self, tree: &UnitTree) -> Option<Arc<[i64]>> {
        self.read("unit", |code| {
            let unit = tree.by_code(code);
            unit.map(|unit| tree.subtree(unit.key))
        })
    }

    fn company(&mut self) -> Option<CompanyId> {
        self.read("company", |text| text.parse().ok())
    }

    fn project(&mut self) -> Option<ProjectId> {
        self.read("project", |text| text.parse().ok())
    }

    fn flag(&mut self, name: &str) -> Option<bool> {
        self.read(name, |text| text.parse().ok())
    }
}

fn some_text(text: impl Into<String>) -> Option<TypedValue> {
    Some(TypedValue::Text(text.into()))
}

/// The columns of whom a record is about: company, code, division, project.
fn party(names: &Names, party: &Party) -> [Option<TypedValue>; 4] {
    let [name, uscc, division] = columns(names, party);
    let project = party.project.as_ref().map(|project| project.code.clone());
    [name, uscc, division, project].map(|text| text.map(TypedValue::Text))
}

async fn names_of<'a>(
    tx: &DatabaseTransaction,
    parties: impl Iterator<Item = &'a Party>,
) -> Outcome<Names> {
    let companies: Vec<i64> = parties.filter_map(Party::company_key).collect();
    Names::load(tx, companies, Vec::new()).await
}

fn unit(tree: &UnitTree, key: i64) -> Option<TypedValue> {
    tree.by_key(key).and_then(|unit| some_text(&unit.name))
}

pub(super) async fn export(
    tx: &DatabaseTransaction,
    cx: &Context,
    kind: &'static str,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    match kind {
        ROSTERS => rosters(tx, cx, &tree, filters).await,
        VISITS => visits(tx, cx, &tree, filters).await,
        _ => problems(tx, cx, &tree, filters).await,
    }
}

async fn rosters(
    tx: &DatabaseTransaction,
    cx: &Context,
    tree: &UnitTree,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let known = [
        "party", "unit", "officer", "company", "project", "released", "q",
    ];
    let mut given = Filters::new(filters, &known);
    let filter = RosterFilter {
        party: given.read("party", PartyKind::from_word),
        units: given.units(tree),
        officer: given.text("officer"),
        company: given.company(),
        project: given.project(),
        released: given.flag("released"),
        q: given.text("q"),
        standing: true,
    };
    given.wrong.done()?;
    let found = store::all_rosters(tx, &cx.actor.scope, &filter).await?;
    let parties: Vec<Party> = found.iter().map(|roster| roster.party.clone()).collect();
    let names = names_of(tx, parties.iter()).await?;
    let row = |roster: Roster| {
        let released = roster.release.map(|release| release.released_on);
        let mut row = party(&names, &roster.party).to_vec();
        row.extend([
            unit(tree, roster.unit),
            Some(TypedValue::Date(roster.enrolled_on)),
            some_text(roster.rule),
            some_text(roster.officer),
            released.map(TypedValue::Date),
        ]);
        row
    };
    Ok(found.into_iter().map(row).collect())
}

async fn visits(
    tx: &DatabaseTransaction,
    cx: &Context,
    tree: &UnitTree,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let known = [
        "unit", "month", "mode", "purpose", "officer", "company", "project", "q",
    ];
    let mut given = Filters::new(filters, &known);
    let filter = VisitFilter {
        units: given.units(tree),
        month: given.read("month", |text| text.parse::<Month>().ok()),
        mode: given.read("mode", Mode::from_word),
        purpose: given.read("purpose", Purpose::from_word),
        officer: given.text("officer"),
        company: given.company(),
        project: given.project(),
        q: given.text("q"),
        standing: true,
    };
    given.wrong.done()?;
    let found = store::all_visits(tx, &cx.actor.scope, &filter).await?;
    let parties: Vec<Party> = found.iter().map(|visit| visit.party.clone()).collect();
    let names = names_of(tx, parties.iter()).await?;
    let row = |visit: Visit| {
        let mut row = vec![
            some_text(visit.code),
            Some(TypedValue::Choice(visit.mode.word())),
            Some(TypedValue::Choice(visit.purpose.word())),
            Some(TypedValue::Date(visit.visited_on)),
            unit(tree, visit.unit),
            some_text(visit.officer),
        ];
        row.extend(party(&names, &visit.party));
        row.extend([
            visit.progress.map(TypedValue::Text),
            visit.needs.map(TypedValue::Text),
        ]);
        row
    };
    Ok(found.into_iter().map(row).collect())
}

async fn problems(
    tx: &DatabaseTransaction,
    cx: &Context,
    tree: &UnitTree,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let known = ["unit", "category", "solved", "company", "project", "q"];
    let mut given = Filters::new(filters, &known);
    let filter = ProblemFilter {
        units: given.units(tree),
        category: given.read("category", Category::from_word),
        solved: given.flag("solved"),
        company: given.company(),
        project: given.project(),
        q: given.text("q"),
    };
    given.wrong.done()?;
    let found = store::all_problems(tx, &cx.actor.scope, &filter).await?;
    let parties: Vec<Party> = found.iter().map(|problem| problem.party.clone()).collect();
    let names = names_of(tx, parties.iter()).await?;
    let row = |problem: Problem| {
        let mut row = vec![
            some_text(problem.code),
            Some(TypedValue::Choice(problem.category.word())),
            unit(tree, problem.unit),
        ];
        row.extend(party(&names, &problem.party));
        let solved_on = problem.solution.as_ref().map(|solution| solution.solved_on);
        row.extend([
            Some(TypedValue::Date(problem.raised_on)),
            some_text(problem.description),
            problem.visit.and_then(|visit| some_text(visit.code)),
            solved_on.map(TypedValue::Date),
            problem
                .solution
                .and_then(|solution| some_text(solution.text)),
        ]);
        row
    };
    Ok(found.into_iter().map(row).collect())
}
