//! How replies show a project whole.

use super::project_item::{DivisionOut, ProjectItem};
use crate::model::{
    AmendmentId, ContractKind, Exclusion, ListName, MilestoneId, MilestoneKind, credit_mode_word,
};
use crate::ops::ProjectView;
use chrono::NaiveDate;
use companies::CompanyRef;
use http_base::Reply;
use kernel::{Fault, Instant, Money, Month};
use orgs::UnitRef;
use serde::Serialize;

/// An investor of a project.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct InvestorOut {
    /// The company.
    company: CompanyRef,
    /// The division it is registered in, as at the contract.
    division: DivisionOut,
    /// The division of the outside parent that its share is looked through to.
    look_through: Option<DivisionOut>,
    /// Its share in basis points.
    share_bp: i64,
    /// Whether its money counts as 省外.
    other_province: bool,
}

/// A unit's part in a project.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ProjectCredit)]
struct CreditOut {
    /// The unit.
    unit: UnitRef,
    /// Its share in basis points.
    basis_points: i64,
    /// How it shares: exclusive, shared or double.
    mode: &'static str,
}

/// A recognised milestone.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct MilestoneOut {
    /// Its id, `mil_…`.
    #[schema(value_type = String)]
    id: MilestoneId,
    /// What was recognised.
    kind: MilestoneKind,
    /// The day it happened.
    occurred_on: NaiveDate,
    /// The month in which it was booked.
    #[schema(value_type = String)]
    month: Month,
    /// Whether it is 期初.
    opening: bool,
    /// When it was recognised.
    #[schema(value_type = String)]
    recorded_at: Instant,
    /// Its fact.
    fact_seq: i64,
    /// By what the original is found.
    evidence: Option<String>,
}

/// A change of the plan.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct AmendmentOut {
    /// Its id, `amd_…`.
    #[schema(value_type = String)]
    id: AmendmentId,
    /// The day it was approved.
    on: NaiveDate,
    /// The plan before, in yuan.
    #[schema(value_type = String)]
    from: Money,
    /// The plan after, in yuan.
    #[schema(value_type = String)]
    to: Money,
    /// Why.
    reason: String,
    /// Its fact.
    fact_seq: i64,
}

/// A stay on a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct ListingOut {
    /// The list.
    list: ListName,
    /// Since when.
    listed_on: NaiveDate,
    /// Until when, if it has left.
    unlisted_on: Option<NaiveDate>,
    /// The fact that put it there.
    fact_seq: i64,
}

/// The funds of a project in numbers.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct FundsOut {
    /// What has arrived and stands, in yuan.
    #[schema(value_type = String)]
    total: Money,
    /// How many entries stand.
    count: i64,
}

/// What could be recognised next.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct NextStepOut {
    /// The milestone.
    milestone: MilestoneKind,
    /// What it still needs, in stable codes.
    missing: Vec<&'static str>,
}

/// The paper behind a project.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct ContractOut {
    /// Its number.
    number: Option<String>,
    /// Its sort.
    kind: Option<ContractKind>,
    /// The day it was signed.
    signed_on: Option<NaiveDate>,
    /// Its amount, in yuan.
    #[schema(value_type = Option<String>)]
    amount: Option<Money>,
}

/// A project, whole.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ProjectOut {
    #[serde(flatten)]
    item: ProjectItem,
    /// Who invests.
    investors: Vec<InvestorOut>,
    /// Which units are credited.
    credits: Vec<CreditOut>,
    /// The industrial chain.
    chain: Option<String>,
    /// The GB/T 4754 code.
    industry: Option<String>,
    /// Why it cannot be 新引进.
    exclusion: Option<Exclusion>,
    /// The project company.
    project_company: Option<String>,
    /// The filing code.
    filing_code: Option<String>,
    /// What has been recognised and stands, in the order of the journal.
    milestones: Vec<MilestoneOut>,
    /// The changes of its plan.
    amendments: Vec<AmendmentOut>,
    /// Its stays on lists.
    lists: Vec<ListingOut>,
    /// Its funds.
    funds: FundsOut,
    /// What could come next.
    next_steps: Vec<NextStepOut>,
    /// The paper behind it; null where nothing is known of one.
    contract: Option<ContractOut>,
}

impl ProjectOut {
    pub(super) fn of(view: ProjectView) -> Reply<Self> {
        let project = &view.project;
        let home = view.home();
        let unit = |key: i64| {
            let unit = view.tree.by_key(key).map(orgs::Unit::to_ref);
            unit.ok_or_else(|| Fault::broken(format!("there is no unit {key}")))
        };
        let credits = project
            .credit
            .shares()
            .into_iter()
            .map(|(key, basis_points)| {
                Ok(CreditOut {
                    unit: unit(key)?,
                    basis_points,
                    mode: credit_mode_word(project.credit.mode),
                })
            });
        let credits = credits.collect::<Result<Vec<CreditOut>, Fault>>()?;
        Ok(Self {
            item: ProjectItem::of(project, unit(project.credit.lead)?, home),
            investors: investors_of(&view),
            credits,
            chain: project.chain.clone(),
            industry: project.industry.clone(),
            exclusion: project.exclusion,
            project_company: project.project_company.clone(),
            filing_code: project.filing_code.clone(),
            milestones: milestones_of(&view),
            lists: listings_of(&view),
            funds: FundsOut {
                total: project.arrived,
                count: project.funds,
            },
            contract: contract_of(&view),
            next_steps: view
                .next_steps
                .into_iter()
                .map(|step| NextStepOut {
                    milestone: step.milestone,
                    missing: step.missing,
                })
                .collect(),
            amendments: view
                .amendments
                .into_iter()
                .map(|amendment| AmendmentOut {
                    id: amendment.id,
                    on: amendment.decided_on,
                    from: amendment.from,
                    to: amendment.to,
                    reason: amendment.reason,
                    fact_seq: amendment.fact_seq,
                })
                .collect(),
        })
    }
}

fn investors_of(view: &ProjectView) -> Vec<InvestorOut> {
    let home = view.home();
    let investors = view.project.investors.iter();
    investors
        .map(|investor| InvestorOut {
            company: CompanyRef {
                id: investor.company,
                name: investor.name.clone(),
            },
            division: DivisionOut::of(&investor.division_code),
            look_through: investor.look_through_code.as_deref().map(DivisionOut::of),
            share_bp: investor.share_bp,
            other_province: home.is_other_province(investor.deciding_division()),
        })
        .collect()
}

fn milestones_of(view: &ProjectView) -> Vec<MilestoneOut> {
    let milestones = view.project.life.milestones().iter();
    milestones
        .map(|milestone| MilestoneOut {
            id: milestone.id,
            kind: milestone.kind,
            occurred_on: milestone.occurred_on,
            month: milestone.month,
            opening: milestone.origin_month.is_none(),
            recorded_at: milestone.recorded_at,
            fact_seq: milestone.fact_seq,
            evidence: milestone.evidence.clone(),
        })
        .collect()
}

fn listings_of(view: &ProjectView) -> Vec<ListingOut> {
    let listings = view.project.life.listings().into_iter();
    listings
        .map(|listing| ListingOut {
            list: listing.list,
            listed_on: listing.listed_on,
            unlisted_on: listing.unlisted_on,
            fact_seq: listing.fact_seq,
        })
        .collect()
}

fn contract_of(view: &ProjectView) -> Option<ContractOut> {
    let contract = view.project.contract.clone();
    let known =
        contract.number.is_some() || contract.kind.is_some() || contract.signed_on.is_some();
    known.then_some(ContractOut {
        number: contract.number,
        kind: contract.kind,
        signed_on: contract.signed_on,
        amount: contract.amount,
    })
}
