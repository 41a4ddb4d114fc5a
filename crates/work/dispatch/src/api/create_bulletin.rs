//! `POST /bulletins`: issuing a bulletin.

use super::bulletin_out::BulletinSummary;
use crate::ops::{self, NewBulletin, TextIn};
use crate::permits::WriteBulletins;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Reply};
use kernel::Month;
use serde::Deserialize;

/// What is to be issued.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BulletinIn {
    /// A template's code.
    template: Option<String>,
    /// A text of its own; it wins over the template.
    body: Option<String>,
    /// The month reported; it must be closed.
    #[schema(value_type = String)]
    month: Month,
    /// The code of the campaign that the text may speak of.
    campaign: Option<String>,
    /// The title; the text's own when absent.
    title: Option<String>,
    /// The document number (发文字号).
    document_number: String,
    /// The numbers in the text that are no figures, as the preview lists them: whoever
    /// issues the bulletin has seen them.
    #[serde(default)]
    typed_numbers: Vec<String>,
}

/// Issues a bulletin: its figures freeze under a hash.
#[utoipa::path(post, path = "/bulletins", tag = "bulletins",
    responses((status = 201, body = BulletinSummary)),
    security(("session" = [WriteBulletins::PERMISSION.0])))]
pub(crate) async fn create_bulletin(
    State(app): State<App>,
    actor: Allowed<WriteBulletins>,
    Json(input): Json<BulletinIn>,
) -> Reply<(StatusCode, Json<BulletinSummary>)> {
    let new = NewBulletin {
        text: TextIn {
            template: input.template,
            body: input.body,
            month: input.month,
            campaign: input.campaign,
        },
        title: input.title,
        document_number: input.document_number,
        typed_numbers: input.typed_numbers,
    };
    let bulletin = ops::issue_bulletin(&app, &actor, new).await?;
    Ok((StatusCode::CREATED, Json(BulletinSummary::from(&bulletin))))
}
