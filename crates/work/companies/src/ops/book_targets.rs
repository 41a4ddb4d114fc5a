//! Choices and their ends that were judged, into the journal and the table.

use super::count_projects::count_records;
use crate::model::{
    Booked, Choosing, Target, TargetId, Untargeting, target_source, targeted_entry,
    untargeted_entry,
};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Outcome};
use ledger::NewFact;

/// A day with whether it is 期初.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct JudgedDay {
    pub on: NaiveDate,
    pub opening: bool,
}

/// What is to be written of one target.
#[derive(Debug, Clone)]
pub(crate) enum Booking {
    /// A company is chosen, and perhaps given up again.
    Choose {
        id: TargetId,
        choosing: Choosing,
        opening: bool,
        end: Option<JudgedDay>,
    },
    /// The record changes in what no fact carries, and perhaps the company is given up.
    Change {
        target: Target,
        end: Option<JudgedDay>,
    },
}

/// Records what is booked, in order, and answers each target as it stands then.
pub(crate) async fn book_targets(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    bookings: Vec<Booking>,
) -> Outcome<Vec<Target>> {
    let mut entries: Vec<NewFact> = Vec::new();
    for booking in &bookings {
        let (id, company, unit, end) = match booking {
            Booking::Choose {
                id,
                choosing,
                opening,
                end,
            } => {
                let credits = setting.credits(&[choosing.unit]);
                entries.push(targeted_entry(*id, choosing, *opening, credits));
                (*id, choosing.company, choosing.unit, end)
            }
            Booking::Change { target, end } => (target.id, target.company, target.unit, end),
        };
        if let Some(end) = end {
            let credits = setting.credits(&[unit]);
            entries.push(untargeted_entry(id, company, end.on, end.opening, credits));
        }
    }
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let mut recorded = recorded.into_iter();
    let mut next = move || recorded.next().expect("a place for each entry");
    let mut created = Vec::new();
    let mut written = Vec::with_capacity(bookings.len());
    for booking in bookings {
        let (is_new, target, end) = match booking {
            Booking::Choose {
                id, choosing, end, ..
            } => {
                let place = next();
                let booked = Booked {
                    fact_seq: place.seq,
                    month: place.month,
                    origin_month: place.origin_month,
                };
                (true, fresh(id, choosing, booked, setting), end)
            }
            Booking::Change { target, end } => (false, target, end),
        };
        let untargeting = end.map(|end| Untargeting {
            on: end.on,
            fact_seq: next().seq,
        });
        let target = Target {
            untargeting: untargeting.or(target.untargeting),
            ..target
        };
        if is_new {
            created.push(target.clone());
        } else {
            store::rewrite_target(tx, &target, (None, None)).await?;
        }
        written.push(target);
    }
    store::insert_targets(tx, &created).await?;
    count_records(tx, created.iter().map(|target| (target.company, 1))).await?;
    Ok(written)
}

fn fresh(id: TargetId, choosing: Choosing, booked: Booked, setting: &Setting) -> Target {
    Target {
        id,
        company: choosing.company,
        batch: choosing.batch,
        chain: choosing.chain,
        node: choosing.node,
        unit: choosing.unit,
        recommended_by: choosing.recommended_by,
        targeted_on: choosing.targeted_on,
        booked,
        untargeting: None,
        revision: 1,
        updated_at: setting.at,
    }
}

/// Takes the last thing recorded of a target back: that the company was given up, else that
/// it was chosen.
pub(crate) async fn take_back(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    target: Target,
    reason: &str,
) -> Outcome<()> {
    let fact = target
        .untargeting
        .map_or(target.booked.fact_seq, |end| end.fact_seq);
    let facts = vec![(fact, target_source(target.id))];
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let by = reversed.first().expect("one reversal for one fact").seq;
    let stands = target.untargeting.is_some();
    let target = Target {
        untargeting: None,
        revision: target.revision + 1,
        updated_at: setting.at,
        ..target
    };
    let by = (!stands).then_some(by);
    store::rewrite_target(tx, &target, (by, Some(reason))).await?;
    if !stands {
        count_records(tx, [(target.company, -1)]).await?;
    }
    Ok(())
}

/// Takes a target back whole: that it was chosen, and that it was given up, if it was.
pub(crate) async fn take_back_whole(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    target: Target,
    reason: &str,
) -> Outcome<()> {
    let end = target.untargeting.map(|end| end.fact_seq);
    let facts = end.into_iter().chain([target.booked.fact_seq]);
    let facts = facts.map(|seq| (seq, target_source(target.id))).collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let by = reversed.last().expect("a reversal for each fact").seq;
    let target = Target {
        revision: target.revision + 1,
        updated_at: setting.at,
        ..target
    };
    store::rewrite_target(tx, &target, (Some(by), Some(reason))).await?;
    count_records(tx, [(target.company, -1)]).await?;
    Ok(())
}
