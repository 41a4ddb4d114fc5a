//! Projects, milestones and funds in workbooks: what a row means, how it is written, and
//! how it is taken back. The rules are those of the forms.

mod checker;
mod commit;
mod export;
mod fund_rows;
mod milestone_rows;
mod problem;
mod project_rows;
mod row;
mod spec;
mod undo;
mod undo_facts;

use crate::model::{FIELD_CODES, FROZEN_CODES};
use crate::{FundRefusal, MilestoneRefusal, ProjectRefusal};
use checker::ProjectChecker;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, Importer, Kept, KindSpec, RowIn, TypedValue, WrittenRow};
use kernel::Outcome;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Imports and exports projects, milestones and funds.
#[derive(Debug, Clone, Copy, Default)]
pub struct ProjectImporter;

/// The codes that only imports give.
pub(crate) const OWN_CODES: &[&str] = &[
    "companies.changed_since",
    "companies.referred_to",
    "funds.corrected_since",
    "ledger.no_open_month",
    "projects.changed_since",
    "projects.recognised_row_differs",
    "projects.referred_to",
];

static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    [
        ProjectRefusal::CODES,
        MilestoneRefusal::CODES,
        FundRefusal::CODES,
        ledger::DayRefusal::CODES,
        FROZEN_CODES,
        FIELD_CODES,
        OWN_CODES,
    ]
    .concat()
});

impl Importer for ProjectImporter {
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
            let checker = ProjectChecker::load(tx, cx, rows).await?;
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
                spec::PROJECTS => undo::projects(tx, cx, written).await,
                spec::MILESTONES => undo_facts::milestones(tx, cx, written).await,
                _ => undo_facts::funds(tx, cx, written).await,
            }
        })
    }

    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        filters: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(async move {
            match kind.kind {
                spec::PROJECTS => export::projects(tx, cx, filters).await,
                spec::MILESTONES => export::milestones(tx, cx, filters).await,
                _ => export::funds(tx, cx, filters).await,
            }
        })
    }
}
