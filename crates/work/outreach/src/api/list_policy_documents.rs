//! `GET /policy-documents`

use super::document_out::PolicyDocumentOut;
use crate::model::{DocumentNature, DocumentTheme};
use crate::ops::{self, DocumentQuery};
use crate::permits::ReadPolicyDocuments;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Month, Page, PageQuery};
use serde::Deserialize;

/// Which documents.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PolicyDocumentsQuery {
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those of this nature.
    nature: Option<DocumentNature>,
    /// Those about this.
    theme: Option<DocumentTheme>,
    /// Those of the campaign with this code.
    campaign: Option<String>,
    /// Those issued in this month.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
    /// Those whose number, name or issuer hold this.
    q: Option<String>,
}

/// Policy documents of one's scope and of the units above it, the latest first.
#[utoipa::path(get, path = "/policy-documents", tag = "policy-documents",
    params(PolicyDocumentsQuery, PageQuery),
    responses((status = 200, body = Page<PolicyDocumentOut>)),
    security(("session" = ["policy_documents.read"])))]
pub(super) async fn list_policy_documents(
    State(app): State<App>,
    actor: Allowed<ReadPolicyDocuments>,
    Query(query): Query<PolicyDocumentsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<PolicyDocumentOut>>> {
    let query = DocumentQuery {
        unit: query.unit,
        nature: query.nature,
        theme: query.theme,
        campaign: query.campaign,
        month: query.month,
        q: query.q,
    };
    let found = ops::list_policy_documents(&app, &actor, query, &page).await?;
    Ok(Json(found.map(PolicyDocumentOut::from)))
}
