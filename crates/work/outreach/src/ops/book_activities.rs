//! Activities that were judged, into the journal and the table.

use crate::model::{Activity, ActivityId, ActivityRecord, Booked, held_entry};
use crate::store;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Ids, Outcome};
use std::collections::HashMap;

/// Records each activity, with whether it is 期初: a fact that its organisers share, and
/// the record. `campaigns` has the keys of those that they name.
pub(crate) async fn book_activities(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    campaigns: &HashMap<String, i64>,
    bookings: Vec<(ActivityRecord, bool)>,
) -> Outcome<Vec<Activity>> {
    let keys: Vec<i64> = bookings.iter().map(|_| ids.key()).collect();
    let entries = bookings.iter().zip(&keys).map(|((record, opening), &key)| {
        let credits = setting.credits(&record.organisers);
        held_entry(record, credits, *opening, key)
    });
    let entries = entries.collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let activities: Vec<Activity> = bookings
        .into_iter()
        .zip(keys)
        .zip(recorded)
        .map(|(((record, _), key), place)| Activity {
            id: ActivityId::new(key),
            record,
            booked: Booked::of(place, setting.at),
            reversal: None,
            revision: 1,
            updated_at: setting.at,
        })
        .collect();
    store::insert_activities(tx, &activities, campaigns).await?;
    Ok(activities)
}
