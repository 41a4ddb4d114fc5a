//! What the rows of one batch are judged by: loaded in bulk, then moved on with every row
//! that is accepted.

use super::parties::Parties;
use super::problem::Place;
use super::problem_rows::ProblemPlan;
use super::roster_rows::RosterPlan;
use super::spec::{PROBLEMS, ROSTERS, VISITS};
use super::visit_rows::VisitPlan;
use crate::model::{Problem, Roster, Visit};
use crate::store;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, KindSpec, RowIn, RowProblem, Setting, Verdict, Written};
use kernel::{Fault, Ids, Instant, Outcome, Scope};
use ledger::{Days, RecordRefusal};
use orgs::{Unit, UnitKind, UnitTree};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A record that rows may be about.
pub(super) struct Known<T> {
    /// As it will be once the rows accepted so far are written.
    pub record: T,
    /// The row of this batch that made or changed it.
    pub row: Option<RowIn>,
}

/// What an accepted row will write.
pub(super) enum Plan {
    Roster(RosterPlan),
    Visit(VisitPlan),
    Problem(ProblemPlan),
}

/// The checker of the roster, of visits and of problems.
pub(super) struct CareChecker {
    pub(super) ids: Arc<Ids>,
    scope: Scope,
    pub(super) at: Instant,
    tree: UnitTree,
    /// The books; none before their first month is open.
    setting: Option<Setting>,
    is_settled: bool,
    pub(super) parties: Parties,
    /// Standing entries, in the order of their days.
    pub(super) rosters: Vec<Known<Roster>>,
    /// The places of entries in `rosters`, by their company or project.
    pub(super) rosters_by_party: HashMap<PartyKey, Vec<usize>>,
    /// By code.
    pub(super) visits: HashMap<String, Known<Visit>>,
    /// By code.
    pub(super) problems: HashMap<String, Known<Problem>>,
    pub(super) plans: HashMap<Place, Plan>,
}

/// A company by its key, or a project by its code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum PartyKey {
    Company(i64),
    Project(String),
}

fn texts<'a>(rows: &'a [&'a RowIn], kind: &'a str, field: &'a str) -> impl Iterator<Item = String> {
    let of_kind = rows.iter().filter(move |row| row.kind().kind == kind);
    of_kind.filter_map(move |row| row.text(field).map(str::to_owned))
}

impl CareChecker {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Self> {
        let setting = match Setting::load(tx, &cx.app, cx.at).await {
            Ok(setting) => Some(setting),
            Err(fault) if is_closed(&fault) => None,
            Err(fault) => return Err(fault),
        };
        let parties = Parties::load(tx, rows, cx.at).await?;
        let of_rosters = rows.iter().filter(|row| row.kind().kind == ROSTERS);
        let of_rosters: Vec<&RowIn> = of_rosters.copied().collect();
        let rosters = if of_rosters.is_empty() {
            Vec::new()
        } else {
            let (companies, projects) = parties.keys_of(&of_rosters);
            store::rosters_of(tx, &companies, &projects).await?
        };
        let mut codes: BTreeSet<String> = texts(rows, VISITS, "code").collect();
        codes.extend(texts(rows, PROBLEMS, "visit"));
        let codes: Vec<String> = codes.into_iter().collect();
        let visits = store::visits_by_codes(tx, &codes).await?;
        let codes: BTreeSet<String> = texts(rows, PROBLEMS, "code").collect();
        let codes: Vec<String> = codes.into_iter().collect();
        let problems = store::problems_by_codes(tx, &codes).await?;
        let mut checker = Self {
            ids: cx.app.ids.clone(),
            scope: cx.actor.scope.clone(),
            at: cx.at,
            tree: orgs::ops::load_units(tx).await?,
            setting,
            is_settled: false,
            parties,
            rosters: Vec::new(),
            rosters_by_party: HashMap::new(),
            visits: HashMap::new(),
            problems: HashMap::new(),
            plans: HashMap::new(),
        };
        for roster in rosters {
            checker.add_roster(roster, None);
        }
        for record in visits {
            let known = Known { record, row: None };
            checker.visits.insert(known.record.code.clone(), known);
        }
        for record in problems {
            let known = Known { record, row: None };
            checker.problems.insert(known.record.code.clone(), known);
        }
        Ok(checker)
    }

    /// The key of the unit that a row names, if the actor may write for it.
    pub(super) fn unit(&self, row: &RowIn) -> Result<i64, RowProblem> {
        let name = row.text("unit").unwrap_or_default();
        let unit = self.tree.by_name(name);
        let unit = unit.ok_or_else(|| RowProblem::unknown("unit", name))?;
        if self.scope.covers(unit.key) {
            Ok(unit.key)
        } else {
            Err(RowProblem::foreign_unit("unit", &unit.name))
        }
    }

    /// The name of the unit with this key.
    pub(super) fn unit_name(&self, key: i64) -> String {
        let unit = self.tree.by_key(key);
        unit.map_or_else(String::new, |unit| unit.name.clone())
    }

    /// The books' days.
    pub(super) fn days(&self) -> Result<Days, RowProblem> {
        let closed = || RowProblem::of_row("ledger.no_open_month", json!({}));
        let setting = self.setting.as_ref();
        setting.map(|setting| setting.days).ok_or_else(closed)
    }

    /// The key of the unit of a row that was accepted: those of this batch have theirs now.
    pub(super) fn settled_unit(&self, row: &RowIn) -> Outcome<i64> {
        let unit = self.tree.by_name(row.text("unit").unwrap_or_default());
        let lost = || Fault::broken("a row was accepted whose unit is unknown");
        Ok(unit.ok_or_else(lost)?.key)
    }

    /// The books, inside the commit.
    pub(super) fn setting(&self) -> Outcome<Setting> {
        let setting = self.setting.clone();
        Ok(setting.ok_or(RecordRefusal::NoOpenMonth)?)
    }

    /// Takes the journal's lock, and reads again what this batch has written by now.
    async fn settle(&mut self, tx: &DatabaseTransaction, cx: &Context) -> Outcome<()> {
        if self.is_settled {
            return Ok(());
        }
        ledger::lock_journal(tx).await?;
        self.setting = Some(Setting::load(tx, &cx.app, cx.at).await?);
        self.tree = orgs::ops::load_units(tx).await?;
        self.parties.settle_projects(tx).await?;
        self.is_settled = true;
        Ok(())
    }

    /// A row of units that is new in this batch becomes a unit with a provisional key.
    fn hear_unit(&mut self, row: &RowIn) {
        let (Some(code), Some(name)) = (row.text("code"), row.text("name")) else {
            return;
        };
        let known = |unit: &Unit| unit.code == code || unit.name == name;
        if self.tree.all().iter().any(known) {
            return;
        }
        let mut units = self.tree.all().to_vec();
        units.push(Unit {
            key: -i64::try_from(units.len()).unwrap_or(i64::MAX),
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: String::new(),
            kind: UnitKind::Division,
            parent: self.tree.city().map(|city| city.key),
            division_code: row.text("division").map(str::to_owned),
            ranked: false,
            tile: None,
        });
        if let Ok(tree) = UnitTree::new(units) {
            self.tree = tree;
        }
    }
}

fn is_closed(fault: &Fault) -> bool {
    let closed = kernel::Refusal::from(RecordRefusal::NoOpenMonth);
    fault.code() == Some(closed.code)
}

impl Checker for CareChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        let judged = match row.kind().kind {
            ROSTERS => self.check_roster(row),
            VISITS => self.check_visit(row),
            _ => self.check_problem(row),
        };
        judged.unwrap_or_else(Verdict::Refused)
    }

    fn heard(&mut self, row: &RowIn) {
        if row.kind().kind == "units" {
            self.hear_unit(row);
        } else {
            self.parties.hear(row);
        }
    }

    fn commit<'a>(
        &'a mut self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Vec<Written>>> {
        Box::pin(async move {
            self.settle(tx, cx).await?;
            match kind.kind {
                ROSTERS => self.commit_rosters(tx, cx, rows).await,
                VISITS => self.commit_visits(tx, cx, rows).await,
                _ => self.commit_problems(tx, cx, rows).await,
            }
        })
    }
}
