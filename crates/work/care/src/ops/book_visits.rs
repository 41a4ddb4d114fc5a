//! Visits that were judged, into the journal and the table, and out again.

use super::count_parties::{count_parties, parties_of};
use crate::model::{Mode, Occasion, Party, Purpose, Reversal, Visit, VisitId, source, visit_entry};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Outcome};

/// A visit on its way into the books.
#[derive(Debug, Clone)]
pub(crate) struct Visiting {
    pub id: VisitId,
    pub code: String,
    pub mode: Mode,
    pub purpose: Purpose,
    pub visited_on: NaiveDate,
    /// Whether that is 期初.
    pub opening: bool,
    pub unit: i64,
    pub officer: String,
    pub party: Party,
    pub progress: Option<String>,
    pub needs: Option<String>,
}

/// Records visits.
pub(crate) async fn book_visits(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    visiting: Vec<Visiting>,
) -> Outcome<Vec<Visit>> {
    let entries = visiting.iter().map(|new| {
        let occasion = Occasion {
            day: new.visited_on,
            opening: new.opening,
            credits: setting.credits(&[new.unit]),
        };
        visit_entry(new.mode, new.purpose, occasion, new.id.key())
    });
    let entries = entries.collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let visits: Vec<Visit> = visiting
        .into_iter()
        .zip(recorded)
        .map(|(new, booked)| Visit {
            id: new.id,
            code: new.code,
            mode: new.mode,
            purpose: new.purpose,
            visited_on: new.visited_on,
            unit: new.unit,
            officer: new.officer,
            party: new.party,
            progress: new.progress,
            needs: new.needs,
            lead: None,
            opportunity: None,
            booked,
            reversal: None,
            revision: 1,
            recorded_at: setting.at,
            updated_at: setting.at,
        })
        .collect();
    store::save_visits(tx, &visits).await?;
    let come = parties_of(&visits, |visit| &visit.party);
    count_parties(tx, Vec::new(), come).await?;
    Ok(visits)
}

/// Takes visits back: their facts are reversed.
pub(crate) async fn take_back_visits(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    visits: Vec<Visit>,
    reason: &str,
) -> Outcome<Vec<Visit>> {
    let facts = visits
        .iter()
        .map(|visit| (visit.booked.seq, source("visit", visit.id.key())));
    let facts = facts.collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let taken: Vec<Visit> = visits
        .into_iter()
        .zip(reversed)
        .map(|(visit, place)| Visit {
            reversal: Some(Reversal {
                by: place.seq,
                reason: reason.to_owned(),
            }),
            revision: visit.revision + 1,
            updated_at: setting.at,
            ..visit
        })
        .collect();
    store::save_visits(tx, &taken).await?;
    let gone = parties_of(&taken, |visit| &visit.party);
    count_parties(tx, gone, Vec::new()).await?;
    Ok(taken)
}
