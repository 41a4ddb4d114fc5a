//! How replies show an opportunity.

use super::platform_project_out::ProjectRef;
use super::recognition_out::RecognitionOut;
use crate::model::{Category, Opportunity, OpportunityId, OutcomeKind, Publication, PublicationId};
use crate::ops::{ListedOpportunity, OpportunityView};
use kernel::{Instant, Money};
use orgs::UnitRef;
use serde::Serialize;

/// An opportunity in a list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct OpportunityItem {
    /// Its id, `opp_…`.
    #[schema(value_type = String)]
    id: OpportunityId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// Its category.
    category: Category,
    /// The unit that planned it.
    unit: UnitRef,
    /// Its industrial chain.
    chain: Option<String>,
    /// What is to be invested, in yuan.
    #[schema(value_type = Option<String>)]
    investment: Option<Money>,
    /// The day it was planned.
    reserved_on: String,
    /// What it is about.
    content: Option<String>,
    /// The first day on which it was published.
    published_on: Option<String>,
    /// The day it left the stock.
    closed_on: Option<String>,
    /// Why it left the stock.
    outcome: Option<OutcomeKind>,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

impl OpportunityItem {
    fn of(opportunity: Opportunity, unit: UnitRef) -> Self {
        let closing = opportunity.closing;
        Self {
            id: opportunity.id,
            code: opportunity.code,
            name: opportunity.name,
            category: opportunity.category,
            unit,
            chain: opportunity.chain,
            investment: opportunity.investment,
            reserved_on: opportunity.reserved_on.to_string(),
            content: opportunity.content,
            published_on: opportunity.published_on.map(|day| day.to_string()),
            closed_on: closing.map(|closing| closing.on.to_string()),
            outcome: closing.map(|closing| closing.outcome),
            updated_at: opportunity.updated_at,
        }
    }
}

impl From<ListedOpportunity> for OpportunityItem {
    fn from(listed: ListedOpportunity) -> Self {
        Self::of(listed.opportunity, listed.unit)
    }
}

/// An entry of the publication log.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct PublicationOut {
    /// Its id, `pub_…`.
    #[schema(value_type = String)]
    id: PublicationId,
    /// Where it was published.
    channel: String,
    /// When.
    published_on: String,
    /// When it was recorded.
    #[schema(value_type = String)]
    recorded_at: Instant,
}

impl From<Publication> for PublicationOut {
    fn from(publication: Publication) -> Self {
        Self {
            id: publication.id,
            channel: publication.channel,
            published_on: publication.published_on.to_string(),
            recorded_at: publication.recorded_at,
        }
    }
}

/// An opportunity with its publications and what was recognised of it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct OpportunityOut {
    #[serde(flatten)]
    opportunity: OpportunityItem,
    /// The project that it became, where it is named.
    project: Option<ProjectRef>,
    /// The publication log, by day.
    publications: Vec<PublicationOut>,
    /// What was recognised, in the order of the journal; what was taken back is among it.
    recognitions: Vec<RecognitionOut>,
}

impl From<OpportunityView> for OpportunityOut {
    fn from(view: OpportunityView) -> Self {
        let publications = view.publications.into_iter();
        let recognitions = view.recognitions.into_iter();
        Self {
            opportunity: OpportunityItem::of(view.opportunity, view.unit),
            project: view.project.map(ProjectRef::from),
            publications: publications.map(PublicationOut::from).collect(),
            recognitions: recognitions.map(RecognitionOut::from).collect(),
        }
    }
}
