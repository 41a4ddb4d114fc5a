//! Platforms, their projects, opportunities and publications in workbooks: what a row
//! means, how it is written, and how it is taken back. The rules are those of the forms,
//! but that a matched opportunity need not name its project.

mod checker;
mod commit;
mod export;
mod opportunity_rows;
mod platform_rows;
mod problem;
mod spec;
mod undo;

use crate::model::{
    FIELD_CODES, OpportunityRefusal, PlatformProjectRefusal, PlatformRefusal, PublicationRefusal,
};
use checker::ChannelChecker;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, Importer, Kept, KindSpec, RowIn, TypedValue, WrittenRow};
use kernel::Outcome;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Imports and exports this crate's records.
#[derive(Debug, Clone, Copy, Default)]
pub struct ChannelImporter;

/// The codes that only imports give.
pub(crate) const OWN_CODES: &[&str] = &[
    "ledger.no_open_month",
    "opportunities.changed_since",
    "opportunities.closing_incomplete",
    "opportunities.referred_to",
    "platforms.changed_since",
    "platforms.referred_to",
    "projects.recognised_row_differs",
];

static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    [
        PlatformRefusal::CODES,
        PlatformProjectRefusal::CODES,
        OpportunityRefusal::CODES,
        PublicationRefusal::CODES,
        ledger::DayRefusal::CODES,
        FIELD_CODES,
        OWN_CODES,
    ]
    .concat()
});

impl Importer for ChannelImporter {
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
            let checker = ChannelChecker::load(tx, cx, rows).await?;
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
            ledger::lock_journal(tx).await?;
            match kind.kind {
                spec::PLATFORMS => undo::platforms(tx, cx, written).await,
                spec::PLATFORM_PROJECTS => undo::platform_projects(tx, cx, written).await,
                spec::OPPORTUNITIES => undo::opportunities(tx, cx, written).await,
                _ => undo::publications(tx, cx, written).await,
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
                spec::PLATFORMS => export::platforms(tx, cx, filters).await,
                spec::PLATFORM_PROJECTS => export::platform_projects(tx, cx, filters).await,
                spec::OPPORTUNITIES => export::opportunities(tx, cx, filters).await,
                _ => export::publications(tx, cx, filters).await,
            }
        })
    }
}
