//! Steps of platforms and opportunities, into the journal and out of it again.

use crate::model::{Booking, Owner, Recognition, Step};
use crate::store;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Outcome};
use ledger::Source;

/// Records steps that were judged; answers them in their order.
pub(crate) async fn book(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    bookings: Vec<Booking>,
) -> Outcome<Vec<Recognition>> {
    let entries = bookings
        .iter()
        .map(|booking| booking.fact.clone())
        .collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let booked: Vec<(Owner, Recognition)> = bookings
        .into_iter()
        .zip(recorded)
        .map(|(booking, place)| {
            let recognition = Recognition {
                owner_id: booking.fact.subject.id,
                step: booking.step,
                occurred_on: booking.fact.occurred_on,
                month: place.month,
                origin_month: place.origin_month,
                fact_seq: place.seq,
                reversed_by: None,
                reversal_reason: None,
                recorded_at: setting.at,
            };
            (booking.owner, recognition)
        })
        .collect();
    for owner in [Owner::Platform, Owner::Opportunity] {
        let own = booked.iter().filter(|(other, _)| *other == owner);
        let own: Vec<Recognition> = own.map(|(_, recognition)| recognition.clone()).collect();
        store::insert_recognitions(tx, owner, &own).await?;
    }
    Ok(booked
        .into_iter()
        .map(|(_, recognition)| recognition)
        .collect())
}

/// The steps of one owner that stand, the latest first; of `step` only, where given.
pub(crate) async fn standing(
    tx: &DatabaseTransaction,
    owner: Owner,
    id: i64,
    step: Option<Step>,
) -> Outcome<Vec<Recognition>> {
    let found = store::recognitions_of(tx, owner, &[id]).await?;
    let mut standing: Vec<Recognition> = found
        .into_iter()
        .filter(|recognition| recognition.reversed_by.is_none())
        .filter(|recognition| step.is_none_or(|step| recognition.step == step))
        .collect();
    standing.reverse();
    Ok(standing)
}

/// Reverses steps of owners of one sort, in the order given, in the open month.
pub(crate) async fn take_back(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    owner: Owner,
    recognitions: &[Recognition],
    reason: &str,
) -> Outcome<()> {
    let facts = recognitions.iter().map(|recognition| {
        let source = Source {
            kind: owner.word().to_owned(),
            id: recognition.owner_id,
        };
        (recognition.fact_seq, source)
    });
    let facts = facts.collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let reversals: Vec<(i64, i64)> = recognitions
        .iter()
        .zip(reversed)
        .map(|(recognition, place)| (recognition.fact_seq, place.seq))
        .collect();
    store::mark_reversed(tx, owner, &reversals, reason).await?;
    Ok(())
}
