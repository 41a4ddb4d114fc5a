//! Reading one policy document.

use super::DocumentRefusal;
use super::activity_view::unit_ref;
use crate::model::{PolicyDocument, PolicyDocumentId};
use crate::permits::ReadPolicyDocuments;
use crate::store::{self, DocumentKey, NamedCampaign};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};
use orgs::{UnitRef, UnitTree};
use std::collections::BTreeSet;

/// A policy document as lists and pages show it.
#[derive(Debug, Clone)]
pub struct DocumentView {
    /// The document.
    pub document: PolicyDocument,
    /// The unit that is credited.
    pub unit: UnitRef,
    pub(crate) campaign: Option<NamedCampaign>,
}

/// The document with this key; one that was taken back says so.
///
/// # Errors
/// [`DocumentRefusal::Unknown`].
pub async fn get_policy_document(
    app: &App,
    actor: &Allowed<ReadPolicyDocuments>,
    id: PolicyDocumentId,
) -> Outcome<DocumentView> {
    document_view(app, &actor.scope, id).await
}

/// The document with this key, for the reply to whoever has just written it, too.
pub(crate) async fn document_view(
    app: &App,
    scope: &Scope,
    id: PolicyDocumentId,
) -> Outcome<DocumentView> {
    let tx = app.database.begin_read().await?;
    let tree = orgs::ops::load_units(&tx).await?;
    let found = find_document(&tx, &seen_by(scope, &tree), id).await?;
    let document = found.ok_or(DocumentRefusal::Unknown)?;
    let mut views = document_views(&tx, &tree, vec![document]).await?;
    Ok(views.pop().expect("one for one"))
}

async fn find_document<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: PolicyDocumentId,
) -> Outcome<Option<PolicyDocument>> {
    let key = DocumentKey::Ids(vec![id.key()]);
    Ok(store::load_documents(connection, scope, &key).await?.pop())
}

/// The document with this key, which must stand, for whoever may write it.
///
/// # Errors
/// [`DocumentRefusal::Unknown`], [`DocumentRefusal::AlreadyReversed`].
pub(super) async fn standing_document<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: PolicyDocumentId,
) -> Outcome<PolicyDocument> {
    match find_document(connection, scope, id).await? {
        Some(document) if document.reversal.is_none() => Ok(document),
        Some(_) => Err(DocumentRefusal::AlreadyReversed.into()),
        None => Err(DocumentRefusal::Unknown.into()),
    }
}

/// Whose documents `scope` sees: its own units', and those of the units above them, whose
/// documents hold for it.
pub(crate) fn seen_by(scope: &Scope, tree: &UnitTree) -> Scope {
    let Scope::Units(units) = scope else {
        return scope.clone();
    };
    let seen: BTreeSet<i64> = units
        .iter()
        .flat_map(|&unit| tree.path(unit))
        .map(|unit| unit.key)
        .collect();
    Scope::Units(seen.into_iter().collect())
}

/// These documents with their names, in a few queries.
pub(super) async fn document_views<C: ConnectionTrait>(
    connection: &C,
    tree: &UnitTree,
    documents: Vec<PolicyDocument>,
) -> Outcome<Vec<DocumentView>> {
    let codes = documents
        .iter()
        .filter_map(|d| d.record.campaign.as_deref());
    let campaigns = store::campaign_names(connection, codes).await?;
    documents
        .into_iter()
        .map(|document| {
            let campaign = document.record.campaign.as_ref();
            Ok(DocumentView {
                unit: unit_ref(tree, document.record.unit)?,
                campaign: campaign.and_then(|code| campaigns.get(code).cloned()),
                document,
            })
        })
        .collect()
}
