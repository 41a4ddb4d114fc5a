//! Recording a policy document.

use super::DocumentRefusal;
use super::book_documents::book_documents;
use super::known_campaign::known_campaign;
use crate::model::{NewPolicyDocument, PolicyDocument, check_document};
use crate::permits::WritePolicyDocuments;
use crate::store::{self, DocumentKey};
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome, Scope};

/// Records a policy document: a fact of the open month.
///
/// # Errors
/// `request.invalid` with every wrong field; [`DocumentRefusal`]; a day in the future; what
/// the journal refuses.
pub async fn create_policy_document(
    app: &App,
    actor: &Allowed<WritePolicyDocuments>,
    new: NewPolicyDocument,
) -> Outcome<PolicyDocument> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut wrong = Fields::default();
    let record = check_document(&mut wrong, &setting.tree, &new);
    let campaign = record
        .as_ref()
        .and_then(|record| record.campaign.as_deref());
    let refusal = "policy_documents.campaign_unknown";
    let campaigns = known_campaign(&tx, &mut wrong, campaign, refusal).await?;
    wrong.done()?;
    let record = record.expect("nothing was found wrong");
    if !actor.scope.covers(record.unit) {
        let unit = record.issuer;
        return Err(DocumentRefusal::ForeignUnit { unit }.into());
    }
    let key = DocumentKey::Numbers(vec![record.number.clone()]);
    let taken = store::load_documents(&tx, &Scope::Everything, &key).await?;
    if !taken.is_empty() {
        let number = record.number;
        return Err(DocumentRefusal::NumberTaken { number }.into());
    }
    let opening = setting.days.judge(record.issued_on)?;
    let bookings = vec![(record, opening)];
    let booked = book_documents(&tx, &setting, &app.ids, actor, &campaigns, bookings).await?;
    tx.commit().await?;
    Ok(booked.into_iter().next().expect("one for one"))
}
