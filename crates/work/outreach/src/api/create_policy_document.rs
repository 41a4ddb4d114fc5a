//! `POST /policy-documents`

use super::document_out::PolicyDocumentOut;
use crate::model::{DocumentNature, DocumentTheme, NewPolicyDocument};
use crate::ops;
use crate::permits::WritePolicyDocuments;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use serde::Deserialize;

/// A policy document to be recorded.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyDocumentIn {
    /// Its number (文号).
    number: String,
    /// Its name.
    name: String,
    /// What it sets up.
    nature: DocumentNature,
    /// What it is about.
    theme: DocumentTheme,
    /// Who issued it: a unit, by code or name, or an office of the city that is none.
    issuer: String,
    /// The day it was issued, on which it counts.
    issued_on: NaiveDate,
    /// The campaign it belongs to, by code.
    campaign: Option<String>,
}

/// Records a policy document in the open month.
#[utoipa::path(post, path = "/policy-documents", tag = "policy-documents",
    request_body = PolicyDocumentIn, responses((status = 201, body = PolicyDocumentOut)),
    security(("session" = ["policy_documents.write"])))]
pub(super) async fn create_policy_document(
    State(app): State<App>,
    actor: Allowed<WritePolicyDocuments>,
    Json(new): Json<PolicyDocumentIn>,
) -> Reply<(StatusCode, Json<PolicyDocumentOut>)> {
    let new = NewPolicyDocument {
        number: new.number,
        name: new.name,
        nature: new.nature,
        theme: new.theme,
        issuer: new.issuer,
        issued_on: new.issued_on,
        campaign: new.campaign,
    };
    let created = ops::create_policy_document(&app, &actor, new).await?;
    let view = ops::document_view(&app, &actor.scope, created.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
