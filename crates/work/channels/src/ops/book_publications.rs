//! The publication log: entries in, entries out, and which of them carries the fact that an
//! opportunity is published.

use super::book::{book, take_back};
use crate::model::{
    Opportunity, Owner, Publication, PublicationId, Recognition, Step, publishing_entry,
};
use crate::store::{self, OpportunityKey};
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Ids, Outcome, Scope};
use std::collections::{BTreeMap, BTreeSet};

/// A publication on its way into the books.
#[derive(Debug, Clone)]
pub(crate) struct PublicationBooking {
    pub opportunity: Opportunity,
    pub channel: String,
    pub published_on: NaiveDate,
    pub opening: bool,
}

/// Writes publications that were judged; the first of an opportunity that has none posts
/// `opportunity.published`.
pub(crate) async fn book_publications(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    bookings: Vec<PublicationBooking>,
) -> Outcome<Vec<Publication>> {
    let mut published: BTreeSet<i64> = BTreeSet::new();
    let mut entries = Vec::new();
    let mut carriers = Vec::new();
    let mut log = Vec::with_capacity(bookings.len());
    for booking in bookings {
        let opportunity = &booking.opportunity;
        let publication = Publication {
            id: PublicationId::new(ids.key()),
            opportunity: opportunity.id,
            channel: booking.channel,
            published_on: booking.published_on,
            fact_seq: None,
            recorded_at: setting.at,
        };
        let first = opportunity.published_on.is_none() && published.insert(opportunity.id.key());
        if first {
            let credits = setting.credits(&[opportunity.unit]);
            let opening = booking.opening;
            entries.push(publishing_entry(
                opportunity,
                &publication,
                credits,
                opening,
            ));
            carriers.push(log.len());
        }
        log.push(publication);
    }
    let booked = book(tx, setting, actor, entries).await?;
    for (carrier, recognition) in carriers.into_iter().zip(booked) {
        log[carrier].fact_seq = Some(recognition.fact_seq);
    }
    store::insert_publications(tx, &log).await?;
    Ok(log)
}

/// Takes publications of these opportunities out of the log. Where one of them carried the
/// fact that its opportunity is published, the fact is reversed, and the earliest that is
/// left carries a new one.
pub(crate) async fn take_back_publications(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    taken: &[Publication],
    reason: &str,
) -> Outcome<()> {
    let gone: BTreeSet<PublicationId> = taken.iter().map(|entry| entry.id).collect();
    let carried = taken.iter().filter_map(|entry| entry.fact_seq);
    let carried: BTreeSet<i64> = carried.collect();
    let owners = taken.iter().filter(|entry| entry.fact_seq.is_some());
    let owners: Vec<i64> = owners.map(|entry| entry.opportunity.key()).collect();
    let steps: Vec<Recognition> = store::recognitions_of(tx, Owner::Opportunity, &owners)
        .await?
        .into_iter()
        .filter(|step| step.step == Step::Published && carried.contains(&step.fact_seq))
        .filter(|step| step.reversed_by.is_none())
        .collect();
    take_back(tx, setting, actor, Owner::Opportunity, &steps, reason).await?;
    let ids: Vec<i64> = gone.iter().map(|id| id.key()).collect();
    store::remove_publications(tx, &ids, reason, setting.at).await?;
    let mut heirs: BTreeMap<i64, Publication> = BTreeMap::new();
    for left in store::publications_of(tx, &owners).await? {
        heirs.entry(left.opportunity.key()).or_insert(left);
    }
    let key = OpportunityKey::Ids(heirs.keys().copied().collect());
    let mut entries = Vec::new();
    let mut carriers = Vec::new();
    for opportunity in store::load_opportunities(tx, &Scope::Everything, &key).await? {
        let heir = &heirs[&opportunity.id.key()];
        let credits = setting.credits(&[opportunity.unit]);
        let opening = setting.days.judge(heir.published_on)?;
        entries.push(publishing_entry(&opportunity, heir, credits, opening));
        carriers.push(heir.id.key());
    }
    let booked = book(tx, setting, actor, entries).await?;
    let booked = booked.iter().map(|recognition| recognition.fact_seq);
    let carried: Vec<(i64, i64)> = carriers.into_iter().zip(booked).collect();
    store::carry_fact(tx, &carried).await?;
    Ok(())
}
