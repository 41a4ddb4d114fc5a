//! Policy documents that were judged, into the journal and the table.

use crate::model::{Booked, DocumentRecord, PolicyDocument, PolicyDocumentId, issued_entry};
use crate::store;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Ids, Outcome};
use std::collections::HashMap;

/// Records each document, with whether it is 期初: a fact of the issuing unit, and the
/// record. `campaigns` has the keys of those that they name.
pub(crate) async fn book_documents(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    campaigns: &HashMap<String, i64>,
    bookings: Vec<(DocumentRecord, bool)>,
) -> Outcome<Vec<PolicyDocument>> {
    let keys: Vec<i64> = bookings.iter().map(|_| ids.key()).collect();
    let entries = bookings.iter().zip(&keys).map(|((record, opening), &key)| {
        let credits = setting.credits(&[record.unit]);
        issued_entry(record, credits, *opening, key)
    });
    let entries = entries.collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let documents: Vec<PolicyDocument> = bookings
        .into_iter()
        .zip(keys)
        .zip(recorded)
        .map(|(((record, _), key), place)| PolicyDocument {
            id: PolicyDocumentId::new(key),
            record,
            booked: Booked::of(place, setting.at),
            reversal: None,
            revision: 1,
            updated_at: setting.at,
        })
        .collect();
    store::insert_documents(tx, &documents, campaigns).await?;
    Ok(documents)
}
