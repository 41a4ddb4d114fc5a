//! Changing what no fact carries of a policy document.

use super::get_policy_document::standing_document;
use super::known_campaign::known_campaign;
use crate::model::{
    DocumentChange, DocumentRecord, PolicyDocument, PolicyDocumentId, check_document,
};
use crate::permits::WritePolicyDocuments;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Instant, Outcome};

/// Changes name or campaign. Nature, theme, issuer and day stand in the journal: whoever has
/// them wrong takes the document back.
///
/// # Errors
/// `request.invalid` with every wrong field; [`DocumentRefusal`](super::DocumentRefusal).
pub async fn update_policy_document(
    app: &App,
    actor: &Allowed<WritePolicyDocuments>,
    id: PolicyDocumentId,
    change: DocumentChange,
) -> Outcome<PolicyDocument> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    let document = standing_document(&tx, &actor.scope, id).await?;
    let mut wrong = Fields::default();
    let checked = check_document(&mut wrong, &tree, &change.onto(document.record.typed()));
    let campaign = checked
        .as_ref()
        .and_then(|record| record.campaign.as_deref());
    let refusal = "policy_documents.campaign_unknown";
    let campaigns = known_campaign(&tx, &mut wrong, campaign, refusal).await?;
    wrong.done()?;
    let record = DocumentRecord {
        // A unit that was named anew since does not take the credit over.
        unit: document.record.unit,
        ..checked.expect("nothing was found wrong")
    };
    if record == document.record {
        return Ok(document);
    }
    let after = rewritten(document, record, app.now());
    store::rewrite_document(&tx, &after, &campaigns).await?;
    tx.commit().await?;
    Ok(after)
}

/// The document as `record` has it.
pub(crate) fn rewritten(
    document: PolicyDocument,
    record: DocumentRecord,
    at: Instant,
) -> PolicyDocument {
    PolicyDocument {
        record,
        revision: document.revision + 1,
        updated_at: at,
        ..document
    }
}
