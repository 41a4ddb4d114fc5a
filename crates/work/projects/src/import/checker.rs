//! What the rows of one batch are judged by: loaded in bulk, then moved on with every row
//! that is accepted.

use super::row::{MilestoneIn, Place, project_of};
use super::spec::{FUNDS, MILESTONES, PROJECTS};
use crate::model::{Fund, FundRefusal, NewFund, NewProject, Project, company_drafts, voucher_of};
use crate::ops::voucher_used;
use crate::store::{self, ProjectKey};
use companies::{CompanyDraft, Directory};
use db::DatabaseTransaction;
use intake::Setting;
use intake::{Boxed, Checker, Context, KindSpec, RowIn, RowProblem, Verdict, Written};
use kernel::{Ids, Outcome, Scope};
use ledger::RecordRefusal;
use orgs::{Unit, UnitKind, UnitTree};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A project that rows may be about.
pub(super) struct Known {
    /// As the table has it; none while it is new in this batch.
    pub stored: Option<Project>,
    /// As it will be once the rows accepted so far are written. Investors that are not
    /// registered yet have the company key 0 until then.
    pub project: Project,
    /// The row of this batch that registered or changed it.
    pub row: Option<RowIn>,
}

/// What an accepted row will write.
pub(super) enum Plan {
    /// A new or changed project, as typed: units of the same batch get their keys only
    /// when it is written.
    Project(Box<NewProject>),
    Milestone {
        project: String,
        milestone: MilestoneIn,
        opening: bool,
    },
    Funds {
        project: String,
        funds: NewFund,
        opening: bool,
    },
}

/// The checker of projects, milestones and funds.
pub(super) struct ProjectChecker {
    pub(super) ids: Arc<Ids>,
    pub(super) scope: Scope,
    pub(super) at: kernel::Instant,
    /// The units, those of the same batch with provisional keys.
    pub(super) tree: UnitTree,
    /// The books; none before their first month is open.
    pub(super) setting: Option<Setting>,
    /// Whether the units have been read again inside the commit.
    pub(super) tree_is_final: bool,
    pub(super) directory: Directory,
    /// By code.
    pub(super) projects: HashMap<String, Known>,
    /// Contract numbers with the code of the project that has each.
    pub(super) contracts: HashMap<String, String>,
    /// Standing funds by voucher, and the refusal that names each as the first use.
    pub(super) vouchers: HashMap<String, Fund>,
    pub(super) first_uses: HashMap<String, FundRefusal>,
    /// Vouchers of rows accepted in this batch.
    pub(super) vouchers_here: HashMap<String, (RowIn, NewFund, String)>,
    /// The rows of milestones until the first is checked, then their verdicts.
    pub(super) milestone_rows: Vec<RowIn>,
    pub(super) milestone_verdicts: HashMap<Place, Verdict>,
    pub(super) plans: HashMap<Place, Plan>,
}

fn of_kind<'a>(rows: &'a [&'a RowIn], kind: &'a str) -> impl Iterator<Item = &'a RowIn> {
    rows.iter()
        .copied()
        .filter(move |row| row.kind().kind == kind)
}

/// The texts of `field`, each once.
fn texts<'a>(rows: impl Iterator<Item = &'a RowIn>, field: &str) -> BTreeSet<String> {
    rows.filter_map(|row| row.text(field))
        .map(str::to_owned)
        .collect()
}

impl ProjectChecker {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Self> {
        let tree = orgs::ops::load_units(tx).await?;
        let setting = match Setting::load(tx, &cx.app, cx.at).await {
            Ok(setting) => Some(setting),
            Err(fault) if is_closed(&fault) => None,
            Err(fault) => return Err(fault),
        };
        let mut codes = texts(of_kind(rows, PROJECTS), "code");
        codes.extend(texts(of_kind(rows, MILESTONES), "project"));
        codes.extend(texts(of_kind(rows, FUNDS), "project"));
        let codes = ProjectKey::Codes(codes.into_iter().collect());
        let numbers: Vec<String> = texts(of_kind(rows, PROJECTS), "contract_number")
            .into_iter()
            .collect();
        let everyone = Scope::Everything;
        let known = store::load_projects(tx, &everyone, &codes).await?;
        let contracts =
            store::load_projects(tx, &everyone, &ProjectKey::Contracts(numbers)).await?;
        let contracts = contracts
            .into_iter()
            .filter_map(|project| Some((project.contract.number?, project.code)))
            .collect();
        let vouchers: BTreeSet<String> = of_kind(rows, FUNDS)
            .filter_map(|row| row.text("voucher"))
            .map(voucher_of)
            .collect();
        let vouchers: Vec<String> = vouchers.into_iter().collect();
        let standing = store::standing_vouchers(tx, &vouchers).await?;
        let mut checker = Self {
            ids: cx.app.ids.clone(),
            scope: cx.actor.scope.clone(),
            at: cx.at,
            directory: directory_for(tx, of_kind(rows, PROJECTS)).await?,
            tree,
            setting,
            tree_is_final: false,
            projects: HashMap::new(),
            contracts,
            vouchers: HashMap::new(),
            first_uses: HashMap::new(),
            vouchers_here: HashMap::new(),
            milestone_rows: of_kind(rows, MILESTONES).cloned().collect(),
            milestone_verdicts: HashMap::new(),
            plans: HashMap::new(),
        };
        for project in known {
            let known = Known {
                stored: Some(project.clone()),
                project,
                row: None,
            };
            checker.projects.insert(known.project.code.clone(), known);
        }
        checker.note_first_uses(tx, rows, standing).await?;
        Ok(checker)
    }

    /// Notes which vouchers stand, and where those of another project than the row's do.
    async fn note_first_uses(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
        standing: Vec<Fund>,
    ) -> Outcome<()> {
        for fund in standing {
            self.vouchers.insert(fund.voucher.clone(), fund);
        }
        for row in of_kind(rows, FUNDS) {
            let (Some(voucher), Some(code)) = (row.text("voucher"), row.text("project")) else {
                continue;
            };
            let Some(fund) = self.vouchers.get(&voucher_of(voucher)) else {
                continue;
            };
            let known = self.projects.get(code);
            let is_its_own = known.is_some_and(|known| known.project.id == fund.project);
            if !is_its_own && !self.first_uses.contains_key(&fund.voucher) {
                let refusal = voucher_used(tx, fund, &self.tree).await?;
                self.first_uses.insert(fund.voucher.clone(), refusal);
            }
        }
        Ok(())
    }

    /// The project that a row of milestones or funds names, if it may be written to.
    pub(super) fn named(&self, row: &RowIn) -> Result<&Known, RowProblem> {
        let code = row.text("project").unwrap_or_default();
        let known = self.projects.get(code);
        let known = known.ok_or_else(|| RowProblem::unknown("project", code))?;
        let credit = &known.project.credit;
        if self.scope.covers(credit.lead) {
            return Ok(known);
        }
        let unit = self.tree.by_key(credit.lead);
        let unit = unit.map_or("", |unit| unit.name.as_str());
        Err(RowProblem::foreign_unit("project", unit))
    }

    /// A platform's project of the same batch: its funds, which come after, carry it.
    fn hear_platform(&mut self, row: &RowIn) {
        let project = row.text("project").unwrap_or_default();
        if let Some(known) = self.projects.get_mut(project) {
            known.project.platform = row.text("platform").map(str::to_owned);
        }
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
}

fn is_closed(fault: &kernel::Fault) -> bool {
    fault.code()
        == kernel::Refusal::from(RecordRefusal::NoOpenMonth)
            .code
            .into()
}

/// The registered companies that rows of projects may name as investors.
async fn directory_for(
    tx: &DatabaseTransaction,
    rows: impl Iterator<Item = &RowIn>,
) -> Outcome<Directory> {
    let drafts: Vec<CompanyDraft> = rows
        .filter_map(|row| project_of(row, None).ok())
        .flat_map(|new| company_drafts(&new.investors))
        .collect();
    companies::load_directory(tx, &drafts).await
}

impl Checker for ProjectChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        match row.kind().kind {
            PROJECTS => self.check_project(row),
            MILESTONES => self.check_milestone(row),
            _ => self.check_funds(row),
        }
    }

    fn heard(&mut self, row: &RowIn) {
        match row.kind().kind {
            "units" => self.hear_unit(row),
            "platform_projects" => self.hear_platform(row),
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
                PROJECTS => self.commit_projects(tx, rows).await,
                MILESTONES => self.commit_milestones(tx, cx, rows).await,
                _ => self.commit_funds(tx, cx, rows).await,
            }
        })
    }
}
