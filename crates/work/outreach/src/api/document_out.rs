//! How replies show a policy document.

use super::booked_out::{BookedOut, CampaignRef};
use crate::model::{DocumentNature, DocumentTheme, PolicyDocumentId};
use crate::ops::DocumentView;
use chrono::NaiveDate;
use kernel::Instant;
use orgs::UnitRef;
use serde::Serialize;

/// A policy document.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct PolicyDocumentOut {
    /// Its id, `pol_…`.
    #[schema(value_type = String)]
    id: PolicyDocumentId,
    /// Its number (文号).
    number: String,
    /// Its name.
    name: String,
    /// What it sets up.
    nature: DocumentNature,
    /// What it is about.
    theme: DocumentTheme,
    /// Who issued it: a unit by its name, another office as written.
    issuer: String,
    /// The unit that is credited: the issuer, or the city where the issuer is no unit.
    unit: UnitRef,
    /// The day it was issued.
    issued_on: NaiveDate,
    /// The campaign it belongs to.
    campaign: Option<CampaignRef>,
    #[serde(flatten)]
    booked: BookedOut,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

impl From<DocumentView> for PolicyDocumentOut {
    fn from(view: DocumentView) -> Self {
        let document = view.document;
        let record = document.record;
        Self {
            id: document.id,
            number: record.number,
            name: record.name,
            nature: record.nature,
            theme: record.theme,
            issuer: record.issuer,
            unit: view.unit,
            issued_on: record.issued_on,
            campaign: view.campaign.map(CampaignRef::from),
            booked: BookedOut::of(document.booked, document.reversal, record.issued_on),
            updated_at: document.updated_at,
        }
    }
}
