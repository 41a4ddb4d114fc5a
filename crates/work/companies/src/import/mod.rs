//! Companies, honours, chains, their nodes and targets in workbooks: what a row means, how it
//! is written, and how it is taken back. The rules are those of the forms.

mod chain_rows;
mod checker;
mod company_rows;
mod export;
mod honour_rows;
mod named;
mod node_links;
mod node_rows;
mod problem;
mod spec;
mod target_commit;
mod target_differences;
mod target_rows;
mod undo;

use crate::model::{TargetRefusal, UsccRefusal};
use crate::ops::{ChainRefusal, CompanyRefusal, HonourRefusal, NodeRefusal};
use checker::RowChecker;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, Importer, Kept, KindSpec, RowIn, TypedValue, WrittenRow};
use kernel::Outcome;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Imports and exports companies, honours, chains, their nodes and targets.
#[derive(Debug, Clone, Copy, Default)]
pub struct CompanyImporter;

/// A row names a company that is not registered, and does not say where it is.
const DIVISION_REQUIRED: &str = "companies.division_required";
/// A row of nodes refers to one that is not there.
const DANGLING: &str = "chain_nodes.dangling";
/// A row of nodes refers to one whose row is refused.
const LEADS_TO_REFUSED: &str = "chain_nodes.leads_to_refused";
/// A row of targets differs from what is recognised.
const RECOGNISED: &str = "targets.recognised_row_differs";

/// The codes that only imports and fields give.
pub(crate) const OWN_CODES: &[&str] = &[
    DANGLING,
    DIVISION_REQUIRED,
    LEADS_TO_REFUSED,
    RECOGNISED,
    "chain_nodes.changed_since",
    "chain_nodes.separator_in_name",
    "chains.changed_since",
    "chains.referred_to",
    "companies.changed_since",
    "companies.referred_to",
    "field.empty",
    "field.malformed",
    "field.too_long",
    "field.too_many",
    "honours.changed_since",
    "honours.year_impossible",
    "ledger.no_open_month",
    "orgs.division_ambiguous",
    "orgs.division_unknown",
    "targets.changed_since",
];

/// Every code that importing gives.
pub(crate) static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    [
        CompanyRefusal::CODES,
        UsccRefusal::CODES,
        HonourRefusal::CODES,
        ChainRefusal::CODES,
        NodeRefusal::CODES,
        TargetRefusal::CODES,
        ledger::DayRefusal::CODES,
        OWN_CODES,
    ]
    .concat()
});

impl Importer for CompanyImporter {
    fn kinds(&self) -> &'static [KindSpec] {
        spec::KINDS
    }

    fn codes(&self) -> &'static [&'static str] {
        &CODES
    }

    fn checker<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async move {
            let checker = RowChecker::load(tx, cx, rows).await?;
            Ok(Box::new(checker) as Box<dyn Checker>)
        })
    }

    fn undo<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        written: &'a [WrittenRow],
    ) -> Boxed<'a, Outcome<Vec<Kept>>> {
        Box::pin(async move {
            match kind.kind {
                spec::COMPANIES => undo::companies(tx, cx, written).await,
                spec::HONOURS => undo::honours(tx, cx, written).await,
                spec::CHAINS => undo::chains(tx, cx, written).await,
                spec::NODES => undo::nodes(tx, cx, written).await,
                _ => undo::targets(tx, cx, written).await,
            }
        })
    }

    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        _: &'a Context,
        kind: &'static KindSpec,
        filters: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(export::export(tx, kind, filters))
    }
}
