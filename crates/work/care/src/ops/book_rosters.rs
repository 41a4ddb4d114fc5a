//! Entries of the roster that were judged, into the journal and the tables, and out again.

use super::count_parties::{count_parties, parties_of};
use crate::model::{
    Occasion, Party, Release, Reversal, Roster, RosterId, enrolment_entry, release_entry, source,
};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Ids, Outcome};
use ledger::Recorded;

/// An entry on its way onto the roster.
#[derive(Debug, Clone)]
pub(crate) struct Enrolling {
    pub id: RosterId,
    pub party: Party,
    pub unit: i64,
    pub enrolled_on: NaiveDate,
    /// Whether that is 期初.
    pub opening: bool,
    pub rule: String,
    pub officer: String,
    /// The day it left the roster, where it has, and whether that is 期初.
    pub released: Option<(NaiveDate, bool)>,
}

/// An entry on its way off the roster.
#[derive(Debug, Clone)]
pub(crate) struct Releasing {
    pub roster: Roster,
    pub released_on: NaiveDate,
    /// Whether that is 期初.
    pub opening: bool,
}

/// A release on its way into the books: its key, its day and its place there.
fn release(id: i64, released_on: NaiveDate, booked: Recorded, setting: &Setting) -> Release {
    Release {
        id,
        released_on,
        booked,
        recorded_at: setting.at,
    }
}

/// Records enrolments, and the releases of those that have left since.
pub(crate) async fn book_rosters(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    enrolling: Vec<Enrolling>,
) -> Outcome<Vec<Roster>> {
    let mut entries = Vec::with_capacity(enrolling.len());
    let mut keys = Vec::with_capacity(enrolling.len());
    for new in &enrolling {
        let occasion = |day, opening| Occasion {
            day,
            opening,
            credits: setting.credits(&[new.unit]),
        };
        let enrolment = occasion(new.enrolled_on, new.opening);
        entries.push(enrolment_entry(&new.party, enrolment, new.id.key()));
        let key = ids.key();
        keys.push(key);
        if let Some((day, opening)) = new.released {
            entries.push(release_entry(&new.party, occasion(day, opening), key));
        }
    }
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let mut places = recorded.into_iter();
    let mut next = || places.next().expect("one place for one fact");
    let rosters: Vec<Roster> = enrolling
        .into_iter()
        .zip(keys)
        .map(|(new, key)| Roster {
            id: new.id,
            party: new.party,
            unit: new.unit,
            enrolled_on: new.enrolled_on,
            rule: new.rule,
            officer: new.officer,
            booked: next(),
            release: new
                .released
                .map(|(day, _)| release(key, day, next(), setting)),
            reversal: None,
            revision: 1,
            recorded_at: setting.at,
            updated_at: setting.at,
        })
        .collect();
    save(tx, &rosters).await?;
    let come = parties_of(&rosters, |roster| &roster.party);
    count_parties(tx, Vec::new(), come).await?;
    Ok(rosters)
}

/// Records releases of entries.
pub(crate) async fn book_releases(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    releasing: Vec<Releasing>,
) -> Outcome<Vec<Roster>> {
    let keys: Vec<i64> = releasing.iter().map(|_| ids.key()).collect();
    let entries = releasing.iter().zip(&keys).map(|(leaving, &key)| {
        let occasion = Occasion {
            day: leaving.released_on,
            opening: leaving.opening,
            credits: setting.credits(&[leaving.roster.unit]),
        };
        release_entry(&leaving.roster.party, occasion, key)
    });
    let entries = entries.collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let left = releasing.into_iter().zip(keys).zip(recorded);
    let rosters: Vec<Roster> = left
        .map(|((leaving, key), booked)| Roster {
            release: Some(release(key, leaving.released_on, booked, setting)),
            revision: leaving.roster.revision + 1,
            updated_at: setting.at,
            ..leaving.roster
        })
        .collect();
    save(tx, &rosters).await?;
    Ok(rosters)
}

async fn save(tx: &DatabaseTransaction, rosters: &[Roster]) -> Outcome<()> {
    store::save_rosters(tx, rosters).await?;
    let releases: Vec<(RosterId, Release, Option<Reversal>)> = rosters
        .iter()
        .filter_map(|roster| Some((roster.id, roster.release.clone()?, None)))
        .collect();
    store::save_releases(tx, &releases).await?;
    Ok(())
}

/// What is taken back of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taking {
    /// Its release: it is on the roster again.
    Release,
    /// All of it: it was never on the roster.
    Whole,
}

/// Takes entries or their releases back: the facts are reversed.
pub(crate) async fn take_back_rosters(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    takings: Vec<(Roster, Taking)>,
    reason: &str,
) -> Outcome<Vec<Roster>> {
    let mut facts = Vec::with_capacity(takings.len());
    for (roster, taking) in &takings {
        if let Some(release) = &roster.release {
            facts.push((release.booked.seq, source("roster_release", release.id)));
        }
        if *taking == Taking::Whole {
            facts.push((roster.booked.seq, source("roster", roster.id.key())));
        }
    }
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let mut places = reversed.into_iter();
    let mut next = || Reversal {
        by: places.next().expect("one reversal for one fact").seq,
        reason: reason.to_owned(),
    };
    let mut releases = Vec::new();
    let mut rosters = Vec::with_capacity(takings.len());
    for (mut roster, taking) in takings {
        if let Some(release) = roster.release.take() {
            releases.push((roster.id, release, Some(next())));
        }
        if taking == Taking::Whole {
            roster.reversal = Some(next());
        }
        roster.revision += 1;
        roster.updated_at = setting.at;
        rosters.push(roster);
    }
    store::save_releases(tx, &releases).await?;
    store::save_rosters(tx, &rosters).await?;
    let gone = rosters.iter().filter(|roster| roster.reversal.is_some());
    let gone = parties_of(gone, |roster| &roster.party);
    count_parties(tx, gone, Vec::new()).await?;
    Ok(rosters)
}
