//! The roster, visits and problems in workbooks: what a row means, how it is written, and
//! how it is taken back. The rules are those of the forms.

mod checker;
mod export;
mod memo;
mod parties;
mod problem;
mod problem_rows;
mod roster_rows;
mod spec;
mod undo;
mod visit_rows;

use crate::model::FIELD_CODES;
use crate::{ProblemRefusal, RosterRefusal, VisitRefusal};
use checker::CareChecker;
use companies::UsccRefusal;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, Importer, Kept, KindSpec, RowIn, TypedValue, WrittenRow};
use kernel::Outcome;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Imports and exports this crate's records.
#[derive(Debug, Clone, Copy, Default)]
pub struct CareImporter;

/// The codes that only imports give.
pub(crate) const OWN_CODES: &[&str] = &[
    "companies.changed_since",
    "companies.referred_to",
    "companies.several_of_this_name",
    "ledger.no_open_month",
    "orgs.division_ambiguous",
    "orgs.division_unknown",
    "problems.changed_since",
    "problems.corrected_since",
    "problems.recognised_row_differs",
    "problems.solution_missing",
    "problems.solution_undated",
    "rosters.changed_since",
    "rosters.corrected_since",
    "rosters.recognised_row_differs",
    "visits.changed_since",
    "visits.corrected_since",
    "visits.recognised_row_differs",
];

static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    [
        RosterRefusal::CODES,
        VisitRefusal::CODES,
        ProblemRefusal::CODES,
        UsccRefusal::CODES,
        ledger::DayRefusal::CODES,
        FIELD_CODES,
        OWN_CODES,
    ]
    .concat()
});

impl Importer for CareImporter {
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
            let checker = CareChecker::load(tx, cx, rows).await?;
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
        Box::pin(undo::undo(tx, cx, kind.kind, written))
    }

    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        filters: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(export::export(tx, cx, kind.kind, filters))
    }
}
