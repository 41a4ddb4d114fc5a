//! Judging rows of target companies.

use super::checker::{Plan, RowChecker};
use super::named::Named;
use super::node_rows::key_of;
use super::problem::{place_of, place_only, problem, problems};
use super::target_differences::{Known, Said, changes, recognised};
use crate::model::{
    Booked, Choosing, Company, CompanyId, Recommender, Target, Untargeting, check_batch,
    judge_choosing, judge_untargeting,
};
use crate::ops::{Booking, JudgedDay};
use crate::store::{self, TargetKey};
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::{Change, Context, RowIn, RowProblem, Setting, Verdict};
use kernel::{Fields, Outcome};
use ledger::{Days, RecordRefusal};
use serde_json::json;
use std::collections::HashMap;

/// The targets, units and books that rows of targets are judged by.
#[derive(Default)]
pub(super) struct TargetRows {
    /// By company, in the order of the journal.
    known: HashMap<i64, Vec<Known>>,
    /// The books; none before their first month is open.
    pub setting: Option<Setting>,
    /// Units of the same batch: code and name, both leading to the code.
    new_units: HashMap<String, String>,
    /// Whether the units have been read again inside the commit.
    pub is_settled: bool,
}

/// What a row of targets will write.
pub(super) struct TargetPlan {
    /// The company, where the row registers it.
    pub company: Option<Company>,
    /// The code of the unit that is to win it.
    pub unit: String,
    pub booking: Booking,
    /// The target before, where it is known.
    pub before: Option<Target>,
}

impl TargetRows {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        cx: &Context,
        companies: &[i64],
        wanted: bool,
    ) -> Outcome<Self> {
        if !wanted {
            return Ok(Self::default());
        }
        let closed = kernel::Refusal::from(RecordRefusal::NoOpenMonth).code;
        let setting = match Setting::load(tx, &cx.app, cx.at).await {
            Ok(setting) => Some(setting),
            Err(fault) if fault.code() == Some(closed) => None,
            Err(fault) => return Err(fault),
        };
        let mut rows = Self {
            setting,
            ..Self::default()
        };
        let tree = orgs::ops::load_units(tx).await?;
        let key = TargetKey::Companies(companies.to_vec());
        for target in store::load_targets(tx, &key).await? {
            let unit = tree.by_key(target.unit).map(|unit| unit.code.clone());
            let known = Known {
                unit: unit.unwrap_or_default(),
                row: None,
                target,
            };
            let of_company = rows.known.entry(known.target.company.key());
            of_company.or_default().push(known);
        }
        Ok(rows)
    }

    /// A row of units that was not refused: the unit may be new.
    pub(super) fn hear_unit(&mut self, row: &RowIn) {
        if let (Some(code), Some(name)) = (row.text("code"), row.text("name")) {
            self.new_units.insert(code.to_owned(), code.to_owned());
            self.new_units.insert(name.to_owned(), code.to_owned());
        }
    }

    /// The code of the unit that `text` names.
    fn unit(&self, text: &str) -> Option<String> {
        let tree = &self.setting.as_ref()?.tree;
        let known = tree.by_name(text).map(|unit| unit.code.clone());
        known.or_else(|| self.new_units.get(text.trim()).cloned())
    }
}

impl RowChecker {
    pub(super) fn check_target(&mut self, row: &RowIn) -> Verdict {
        let Some(days) = self.targets.setting.as_ref().map(|setting| setting.days) else {
            let problem = RowProblem::of_row("ledger.no_open_month", json!({}));
            return Verdict::Refused(vec![problem]);
        };
        let (named, said) = match (self.register.named(row), self.read_target(row)) {
            (Ok(named), Ok(said)) => (named, said),
            (named, said) => {
                let found = [named.err(), said.err()].into_iter().flatten();
                return Verdict::Refused(found.flatten().collect());
            }
        };
        match named {
            Named::New(draft) => match judge_days(&[], &said, days) {
                Ok(opening) => {
                    let company = self.register.enter(draft);
                    self.choose(row, company.id, Some(company), said, opening)
                }
                Err(found) => Verdict::Refused(vec![found]),
            },
            Named::Known(company) => self.judge_target(row, company.id, said, days),
        }
    }

    /// What a row says besides its company.
    fn read_target(&self, row: &RowIn) -> Result<Said, Vec<RowProblem>> {
        let mut wrong = Fields::default();
        let batch = check_batch(&mut wrong, row.text("batch").unwrap_or_default());
        let mut found = problems(row, wrong);
        let text = row.text("chain").unwrap_or_default();
        let chain = self.chains.chains.by_name(text).cloned();
        if chain.is_none() {
            found.push(RowProblem::unknown("chain", text));
        }
        let mut node = None;
        if let (Some(chain), Some(text)) = (&chain, row.text("node")) {
            node = self.nodes.known.get(&key_of(chain.id, text)).cloned();
            if node.is_none() {
                found.push(RowProblem::unknown("node", text));
            }
        }
        let text = row.text("unit").unwrap_or_default();
        let unit = self.targets.unit(text);
        if unit.is_none() {
            found.push(RowProblem::unknown("unit", text));
        }
        let recommended_by = row
            .choice("recommended_by")
            .and_then(Recommender::from_word);
        match (chain, unit, recommended_by, row.date("targeted_on")) {
            (Some(chain), Some(unit), Some(recommended_by), Some(targeted_on))
                if found.is_empty() =>
            {
                Ok(Said {
                    batch,
                    chain,
                    node,
                    unit,
                    recommended_by,
                    targeted_on,
                    untargeted_on: row.date("untargeted_on"),
                })
            }
            _ => Err(found),
        }
    }

    fn judge_target(&mut self, row: &RowIn, company: CompanyId, said: Said, days: Days) -> Verdict {
        let so_far = self.targets.known.entry(company.key()).or_default();
        let same_day = |known: &Known| known.target.targeted_on == said.targeted_on;
        let standing = |known: &Known| known.target.untargeting.is_none();
        let at = so_far.iter().position(same_day);
        let Some(at) = at.or_else(|| so_far.iter().position(standing)) else {
            let targets: Vec<Target> = so_far.iter().map(|known| known.target.clone()).collect();
            return match judge_days(&targets, &said, days) {
                Ok(opening) => self.choose(row, company, None, said, opening),
                Err(found) => Verdict::Refused(vec![found]),
            };
        };
        let known = &so_far[at];
        let differing = recognised(known, &said);
        let node = known.target.node.and_then(|node| self.nodes.name_of(node));
        let changes = changes(&known.target, &said, &self.chains.chains, node);
        if differing.is_empty() && changes.is_empty() {
            return Verdict::Same;
        }
        if let Some(first) = &known.row {
            return Verdict::Refused(vec![RowProblem::twice("company", first)]);
        }
        if !differing.is_empty() {
            return Verdict::Refused(differing);
        }
        self.change(row, at, company, &said, days, changes)
    }

    /// Accepts a row that changes the known target at `at`.
    fn change(
        &mut self,
        row: &RowIn,
        at: usize,
        company: CompanyId,
        said: &Said,
        days: Days,
        changes: Vec<Change>,
    ) -> Verdict {
        let so_far = self.targets.known.entry(company.key()).or_default();
        let known = &mut so_far[at];
        let before = known.target.clone();
        let end = said
            .untargeted_on
            .filter(|_| before.untargeting.is_none())
            .map(|on| judge_end(before.targeted_on, on, days));
        let end = match end.transpose() {
            Ok(end) => end,
            Err(found) => return Verdict::Refused(vec![found]),
        };
        let keeps_node = said.node.is_none() && before.chain == said.chain.id;
        let node = said.node.as_ref().map(|node| node.id);
        let target = Target {
            chain: said.chain.id,
            node: if keeps_node { before.node } else { node },
            revision: before.revision + 1,
            updated_at: self.at,
            ..before.clone()
        };
        known.row = Some(place_only(row));
        known.target = Target {
            untargeting: end.map(simulated).or(target.untargeting),
            ..target.clone()
        };
        let plan = TargetPlan {
            company: None,
            unit: known.unit.clone(),
            booking: Booking::Change { target, end },
            before: Some(before),
        };
        self.plans.insert(place_of(row), Plan::Target(plan));
        Verdict::Changed(changes)
    }

    /// Accepts a row that chooses a company.
    fn choose(
        &mut self,
        row: &RowIn,
        company: CompanyId,
        registered: Option<Company>,
        said: Said,
        (opening, end): (bool, Option<JudgedDay>),
    ) -> Verdict {
        let choosing = Choosing {
            company,
            batch: said.batch,
            chain: said.chain.id,
            node: said.node.map(|node| node.id),
            // The unit may be new: its key is known when the row is written.
            unit: 0,
            recommended_by: said.recommended_by,
            targeted_on: said.targeted_on,
        };
        let id = self.ids.id();
        let target = Target {
            id,
            company,
            batch: choosing.batch.clone(),
            chain: choosing.chain,
            node: choosing.node,
            unit: choosing.unit,
            recommended_by: choosing.recommended_by,
            targeted_on: choosing.targeted_on,
            booked: Booked {
                fact_seq: i64::MAX,
                month: self.month(),
                origin_month: None,
            },
            untargeting: end.map(simulated),
            revision: 1,
            updated_at: self.at,
        };
        let known = Known {
            target,
            unit: said.unit.clone(),
            row: Some(place_only(row)),
        };
        let so_far = self.targets.known.entry(company.key());
        so_far.or_default().push(known);
        let booking = Booking::Choose {
            id,
            choosing,
            opening,
            end,
        };
        let plan = TargetPlan {
            company: registered,
            unit: said.unit,
            booking,
            before: None,
        };
        self.plans.insert(place_of(row), Plan::Target(plan));
        Verdict::New
    }

    fn month(&self) -> kernel::Month {
        let setting = self.targets.setting.as_ref();
        setting.map_or(kernel::Month::of(kernel::local_date(self.at)), |setting| {
            setting.days.open
        })
    }
}

/// An end that is not written yet.
fn simulated(end: JudgedDay) -> Untargeting {
    Untargeting {
        on: end.on,
        fact_seq: i64::MAX,
    }
}

fn judge_end(targeted_on: NaiveDate, on: NaiveDate, days: Days) -> Result<JudgedDay, RowProblem> {
    judge_untargeting(targeted_on, on, days)
        .map(|opening| JudgedDay { on, opening })
        .map_err(|refusal| problem("untargeted_on", refusal))
}

/// Whether the days of a choice may be recorded, after the targets so far.
fn judge_days(
    so_far: &[Target],
    said: &Said,
    days: Days,
) -> Result<(bool, Option<JudgedDay>), RowProblem> {
    let opening = judge_choosing(so_far, said.targeted_on, days)
        .map_err(|refusal| problem("targeted_on", refusal))?;
    let end = said
        .untargeted_on
        .map(|on| judge_end(said.targeted_on, on, days));
    Ok((opening, end.transpose()?))
}
