//! Milestones that were judged, into the journal and the table.

use crate::model::{Milestone, MilestoneKind, Project, milestone_entry};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Id, Ids, Outcome};

/// A milestone on its way into the books.
#[derive(Debug, Clone)]
pub(crate) struct MilestoneBooking {
    /// What is recognised.
    pub kind: MilestoneKind,
    /// The day it happened.
    pub occurred_on: NaiveDate,
    /// By what the original is found.
    pub evidence: Option<String>,
    /// Whether it is 期初.
    pub opening: bool,
}

/// Records each milestone of its project as the project stands now. What follows from them
/// for lists is the caller's to save.
pub(crate) async fn book_milestones(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    bookings: Vec<(&Project, MilestoneBooking)>,
) -> Outcome<Vec<(i64, Milestone)>> {
    let keys: Vec<i64> = bookings.iter().map(|_| ids.key()).collect();
    let entries = bookings
        .iter()
        .zip(&keys)
        .map(|((project, booking), &key)| {
            milestone_entry(
                project,
                &setting.tree,
                booking.kind,
                booking.occurred_on,
                booking.opening,
                key,
            )
        });
    let entries = entries.collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let milestones: Vec<(i64, Milestone)> = bookings
        .into_iter()
        .zip(keys)
        .zip(recorded)
        .map(|(((project, booking), key), place)| {
            let milestone = Milestone {
                id: Id::new(key),
                kind: booking.kind,
                occurred_on: booking.occurred_on,
                evidence: booking.evidence,
                origin_month: place.origin_month,
                month: place.month,
                fact_seq: place.seq,
                recorded_at: setting.at,
            };
            (project.id.key(), milestone)
        })
        .collect();
    store::insert_milestones(tx, &milestones).await?;
    Ok(milestones)
}
