//! What the rows of one batch are judged by: loaded in bulk, then moved on with every row
//! that is accepted.

use super::spec::{OPPORTUNITIES, PLATFORM_PROJECTS, PLATFORMS, PUBLICATIONS};
use crate::model::{Opportunity, OutcomeKind, Platform};
use crate::store::{self, OpportunityKey, PlatformKey};
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, KindSpec, RowIn, RowProblem, Setting, Verdict, Written};
use kernel::{Fault, Ids, Instant, Outcome, Scope};
use ledger::{Days, RecordRefusal};
use orgs::{Unit, UnitKind, UnitTree};
use projects::ProjectKey;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// A row's place in its batch.
pub(super) type Place = (i32, u32);

/// The place of `row`.
pub(super) fn place_of(row: &RowIn) -> Place {
    (row.table.place, row.row_number)
}

/// A record that rows may be about, as it will be once the rows accepted so far are written.
pub(super) struct Known<T> {
    pub record: T,
    /// Whether it is new in this batch.
    pub fresh: bool,
    /// The row of this batch that registered or changed it.
    pub row: Option<RowIn>,
}

/// A project that rows may be about.
#[derive(Default)]
pub(super) struct KnownProject {
    /// Its key; none while it is new in this batch.
    pub id: Option<projects::ProjectId>,
    /// Its lead unit, where it is registered.
    pub lead: Option<i64>,
    /// The code of the platform that brought it, and the day.
    pub brought: Option<(String, NaiveDate)>,
    /// The row of this batch that said so.
    pub row: Option<RowIn>,
}

/// What an accepted row will write. Units and projects of the same batch get their keys
/// only when they are written, so they are named.
pub(super) enum Plan {
    Platform {
        code: String,
        unit: String,
        /// Of a new one: whether its founding is 期初.
        founding: Option<bool>,
        /// Its closing, and whether that is 期初.
        closing: Option<(NaiveDate, bool)>,
    },
    PlatformProject {
        platform: String,
        project: String,
        brought_on: NaiveDate,
        opening: bool,
    },
    Opportunity {
        code: String,
        unit: String,
        /// Of a new one: whether its planning is 期初.
        reserving: Option<bool>,
        closing: Option<ClosingPlan>,
    },
    Publication {
        opportunity: String,
        channel: String,
        published_on: NaiveDate,
        opening: bool,
    },
}

/// How an opportunity leaves the stock by a row.
#[derive(Clone)]
pub(super) struct ClosingPlan {
    pub on: NaiveDate,
    pub outcome: OutcomeKind,
    pub project: Option<String>,
    pub opening: bool,
}

/// The checker of this crate's kinds.
pub(super) struct ChannelChecker {
    pub(super) ids: Arc<Ids>,
    pub(super) scope: Scope,
    pub(super) at: Instant,
    /// The units, those of the same batch with provisional keys.
    pub(super) tree: UnitTree,
    /// The books; none before their first month is open.
    pub(super) setting: Option<Setting>,
    settled: bool,
    pub(super) platforms: HashMap<String, Known<Platform>>,
    pub(super) opportunities: HashMap<String, Known<Opportunity>>,
    pub(super) projects: HashMap<String, KnownProject>,
    /// Opportunity, channel and day of what is published.
    pub(super) published: HashSet<(String, String, NaiveDate)>,
    pub(super) plans: HashMap<Place, Plan>,
}

fn texts(rows: &[&RowIn], kinds: &[(&str, &str)]) -> Vec<String> {
    let texts: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| {
            let own = kinds.iter().filter(|(kind, _)| *kind == row.kind().kind);
            own.filter_map(|(_, field)| row.text(field))
        })
        .collect();
    texts.into_iter().map(str::to_owned).collect()
}

impl ChannelChecker {
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
        let mut checker = Self {
            ids: cx.app.ids.clone(),
            scope: cx.actor.scope.clone(),
            at: cx.at,
            tree: orgs::ops::load_units(tx).await?,
            setting,
            settled: false,
            platforms: HashMap::new(),
            opportunities: HashMap::new(),
            projects: HashMap::new(),
            published: HashSet::new(),
            plans: HashMap::new(),
        };
        checker.load_platforms(tx, rows).await?;
        checker.load_projects(tx, rows).await?;
        checker.load_opportunities(tx, rows).await?;
        Ok(checker)
    }

    async fn load_platforms(&mut self, tx: &DatabaseTransaction, rows: &[&RowIn]) -> Outcome<()> {
        let codes = texts(
            rows,
            &[(PLATFORMS, "code"), (PLATFORM_PROJECTS, "platform")],
        );
        let key = PlatformKey::Codes(codes);
        for record in store::load_platforms(tx, &Scope::Everything, &key).await? {
            let known = Known {
                fresh: false,
                row: None,
                record,
            };
            self.platforms.insert(known.record.code.clone(), known);
        }
        Ok(())
    }

    async fn load_projects(&mut self, tx: &DatabaseTransaction, rows: &[&RowIn]) -> Outcome<()> {
        let codes = texts(
            rows,
            &[(PLATFORM_PROJECTS, "project"), (OPPORTUNITIES, "project")],
        );
        let key = ProjectKey::Codes(codes);
        let found = projects::load_projects(tx, &Scope::Everything, &key).await?;
        let ids: Vec<i64> = found.iter().map(|project| project.id.key()).collect();
        let mut brought: HashMap<i64, (String, NaiveDate)> = store::platforms_of_projects(tx, &ids)
            .await?
            .into_iter()
            .map(|row| {
                let entry = row.entry;
                (entry.project.key(), (row.platform_code, entry.brought_on))
            })
            .collect();
        for project in found {
            let known = KnownProject {
                id: Some(project.id),
                lead: Some(project.credit.lead),
                brought: brought.remove(&project.id.key()),
                row: None,
            };
            self.projects.insert(project.code, known);
        }
        Ok(())
    }

    async fn load_opportunities(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<()> {
        let codes = texts(
            rows,
            &[(OPPORTUNITIES, "code"), (PUBLICATIONS, "opportunity")],
        );
        let key = OpportunityKey::Codes(codes);
        let found = store::load_opportunities(tx, &Scope::Everything, &key).await?;
        let ids: Vec<i64> = found.iter().map(|record| record.id.key()).collect();
        let codes: HashMap<i64, &str> = found
            .iter()
            .map(|record| (record.id.key(), record.code.as_str()))
            .collect();
        for entry in store::publications_of(tx, &ids).await? {
            let code = codes[&entry.opportunity.key()].to_owned();
            self.published
                .insert((code, entry.channel, entry.published_on));
        }
        for record in found {
            let known = Known {
                fresh: false,
                row: None,
                record,
            };
            self.opportunities.insert(known.record.code.clone(), known);
        }
        Ok(())
    }

    /// The books' days, if they are open.
    pub(super) fn days(&self) -> Option<Days> {
        self.setting.as_ref().map(|setting| setting.days)
    }

    /// The name of a unit, for a problem.
    pub(super) fn unit_name(&self, unit: i64) -> String {
        let unit = self.tree.by_key(unit);
        unit.map_or_else(String::new, |unit| unit.name.clone())
    }

    /// Refuses a row about `unit` where it is none of the caller's.
    pub(super) fn covered(&self, field: &'static str, unit: i64) -> Result<(), RowProblem> {
        if self.scope.covers(unit) {
            return Ok(());
        }
        Err(RowProblem::foreign_unit(field, &self.unit_name(unit)))
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
        let number = i64::try_from(units.len()).unwrap_or(i64::MAX);
        units.push(Unit {
            key: -number,
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

    /// Takes the register's lock, and reads the units again: those of this batch have
    /// their keys now.
    async fn settle(&mut self, tx: &DatabaseTransaction, cx: &Context) -> Outcome<()> {
        if self.settled {
            return Ok(());
        }
        ledger::lock_journal(tx).await?;
        self.tree = orgs::ops::load_units(tx).await?;
        if self.setting.is_some() {
            self.setting = Some(Setting::load(tx, &cx.app, cx.at).await?);
        }
        self.settled = true;
        Ok(())
    }
}

fn is_closed(fault: &Fault) -> bool {
    let refusal = kernel::Refusal::from(RecordRefusal::NoOpenMonth);
    fault.code() == Some(refusal.code)
}

impl Checker for ChannelChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        match row.kind().kind {
            PLATFORMS => self.check_platform(row),
            PLATFORM_PROJECTS => self.check_platform_project(row),
            OPPORTUNITIES => self.check_opportunity(row),
            _ => self.check_publication(row),
        }
    }

    fn heard(&mut self, row: &RowIn) {
        match row.kind().kind {
            "units" => self.hear_unit(row),
            "projects" => {
                let code = row.text("code").unwrap_or_default().to_owned();
                self.projects.entry(code).or_default();
            }
            _ => {}
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
                PLATFORMS => self.commit_platforms(tx, cx, rows).await,
                PLATFORM_PROJECTS => self.commit_platform_projects(tx, cx, rows).await,
                OPPORTUNITIES => self.commit_opportunities(tx, cx, rows).await,
                _ => self.commit_publications(tx, cx, rows).await,
            }
        })
    }
}
