//! Campaigns, goals, activities, meetings and policy documents in workbooks: what a row
//! means, how it is written, and how it is taken back. The rules are those of the forms.

mod activity_rows;
mod campaign_rows;
mod checker;
mod commit_activities;
mod commit_campaigns;
mod commit_meetings;
mod document_rows;
mod export;
mod filters;
mod known_meetings;
mod meeting_rows;
mod memo;
mod parties;
mod problem;
mod row;
mod spec;
mod undo_campaigns;
mod undo_facts;

use crate::model::{MeetingRefusal, field_codes};
use checker::OutreachChecker;
use companies::{CompanyRefusal, UsccRefusal};
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, Importer, Kept, KindSpec, RowIn, TypedValue, WrittenRow};
use kernel::Outcome;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Imports and exports campaigns, goals, activities, meetings and policy documents.
#[derive(Debug, Clone, Copy, Default)]
pub struct OutreachImporter;

/// The codes that only imports give.
pub(crate) const OWN_CODES: &[&str] = &[
    "activities.changed_since",
    "activities.has_meetings",
    "activities.recognised_row_differs",
    "campaigns.changed_since",
    "campaigns.goal_changed_since",
    "campaigns.referred_to",
    "companies.changed_since",
    "companies.referred_to",
    "ledger.no_open_month",
    "meetings.recognised_row_differs",
    "policy_documents.changed_since",
    "policy_documents.recognised_row_differs",
];

static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    [
        MeetingRefusal::CODES,
        CompanyRefusal::CODES,
        UsccRefusal::CODES,
        ledger::DayRefusal::CODES,
        &field_codes(),
        OWN_CODES,
    ]
    .concat()
});

impl Importer for OutreachImporter {
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
            let checker = OutreachChecker::load(tx, cx, rows).await?;
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
                spec::CAMPAIGNS => undo_campaigns::campaigns(tx, cx, written).await,
                spec::GOALS => undo_campaigns::goals(tx, cx, written).await,
                spec::ACTIVITIES => undo_facts::activities(tx, cx, written).await,
                spec::MEETINGS => undo_facts::meetings(tx, cx, written).await,
                _ => undo_facts::documents(tx, cx, written).await,
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
                spec::CAMPAIGNS => export::campaigns(tx, filters).await,
                spec::GOALS => export::goals(tx, cx, filters).await,
                spec::ACTIVITIES => export::activities(tx, cx, filters).await,
                spec::MEETINGS => export::meetings(tx, cx, filters).await,
                _ => export::documents(tx, cx, filters).await,
            }
        })
    }
}
