//! What the rows of one batch are judged by: loaded in bulk, then moved on with every row
//! that is accepted.

use super::chain_rows::ChainRows;
use super::company_rows::CompanyPlan;
use super::honour_rows::{HonourPlan, HonourRows};
use super::named::Register;
use super::node_rows::{NodePlan, NodeRows};
use super::problem::Place;
use super::spec::{CHAINS, COMPANIES, HONOURS, NODES, TARGETS};
use super::target_rows::{TargetPlan, TargetRows};
use crate::model::Chain;
use crate::ops::lock;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, KindSpec, RowIn, Verdict, Written};
use kernel::{Ids, Instant, Outcome};
use std::collections::HashMap;
use std::sync::Arc;

/// What an accepted row will write.
pub(super) enum Plan {
    Company(CompanyPlan),
    Honour(HonourPlan),
    Chain { chain: Chain, before: Option<Chain> },
    Node(NodePlan),
    Target(TargetPlan),
}

/// The checker of all kinds of this crate.
pub(super) struct RowChecker {
    pub(super) ids: Arc<Ids>,
    pub(super) at: Instant,
    pub(super) batch: i64,
    pub(super) register: Register,
    /// The rows of companies that were accepted, by the company they are about.
    pub(super) company_rows: HashMap<i64, RowIn>,
    pub(super) honours: HonourRows,
    pub(super) chains: ChainRows,
    pub(super) nodes: NodeRows,
    pub(super) targets: TargetRows,
    pub(super) plans: HashMap<Place, Plan>,
}

/// The rows of one kind.
pub(super) fn of_kind<'a>(rows: &[&'a RowIn], kind: &str) -> Vec<&'a RowIn> {
    let own = rows.iter().copied();
    own.filter(|row| row.kind().kind == kind).collect()
}

impl RowChecker {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Self> {
        let register = Register::load(tx, cx.app.ids.clone(), cx.at, rows).await?;
        let known = register.directory.all();
        let known: Vec<i64> = known.iter().map(|company| company.id.key()).collect();
        let has = |kind: &str| rows.iter().any(|row| row.kind().kind == kind);
        let chains = ChainRows::load(tx, has(CHAINS) || has(NODES) || has(TARGETS)).await?;
        let nodes = NodeRows::load(tx, &chains.chains, of_kind(rows, NODES)).await?;
        Ok(Self {
            ids: cx.app.ids.clone(),
            at: cx.at,
            batch: cx.batch,
            company_rows: HashMap::new(),
            honours: HonourRows::load(tx, &known, has(HONOURS)).await?,
            targets: TargetRows::load(tx, cx, &known, has(TARGETS)).await?,
            register,
            chains,
            nodes,
            plans: HashMap::new(),
        })
    }
}

impl Checker for RowChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        match row.kind().kind {
            COMPANIES => self.check_company(row),
            HONOURS => self.check_honour(row),
            CHAINS => self.check_chain(row),
            NODES => self.check_node(row),
            _ => self.check_target(row),
        }
    }

    fn heard(&mut self, row: &RowIn) {
        if row.kind().kind == "units" {
            self.targets.hear_unit(row);
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
            lock(tx).await?;
            match kind.kind {
                COMPANIES => self.commit_companies(tx, rows).await,
                HONOURS => self.commit_honours(tx, rows).await,
                CHAINS => self.commit_chains(tx, rows).await,
                NODES => self.commit_nodes(tx, rows).await,
                _ => self.commit_targets(tx, cx, rows).await,
            }
        })
    }
}
