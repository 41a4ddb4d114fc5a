//! Taking a policy document back.

use super::DocumentRefusal;
use super::get_policy_document::standing_document;
use crate::model::{PolicyDocument, PolicyDocumentId, source};
use crate::permits::WritePolicyDocuments;
use crate::store;
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Actor, Outcome};

/// Takes a document back: its fact is reversed in the open month.
///
/// # Errors
/// [`DocumentRefusal`].
pub async fn reverse_policy_document(
    app: &App,
    actor: &Allowed<WritePolicyDocuments>,
    id: PolicyDocumentId,
    reason: &str,
) -> Outcome<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(DocumentRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let document = standing_document(&tx, &actor.scope, id).await?;
    take_back_documents(&tx, &setting, actor, &[document], reason).await?;
    tx.commit().await?;
    Ok(())
}

/// Reverses the facts of standing documents.
pub(crate) async fn take_back_documents(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    documents: &[PolicyDocument],
    reason: &str,
) -> Outcome<()> {
    let facts = documents.iter().map(|document| {
        let source = source("policy_document", document.id.key());
        (document.booked.fact_seq, source)
    });
    let facts = facts.collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let ids = documents.iter().map(|document| document.id.key());
    let reversals: Vec<(i64, i64)> = ids
        .zip(reversed)
        .map(|(id, place)| (id, place.seq))
        .collect();
    store::mark_reversed_documents(tx, &reversals, reason).await?;
    Ok(())
}
