//! An opportunity (储备项目) as the register holds it, and as it is typed. It is no project:
//! it is published to find an investor, and leaves the stock when one is found (domain 2).

use super::checks::{LONGEST_NAME, LONGEST_TEXT, code, optional, required, unit};
use chrono::NaiveDate;
use kernel::{Entity, Fields, Id, Ids, Instant, Money};
use orgs::UnitTree;
use projects::ProjectId;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of an [`Opportunity`].
pub type OpportunityId = Id<Opportunity>;

/// The key of a [`Publication`].
pub type PublicationId = Id<Publication>;

/// What sort of industry it is, as the newspaper sorts the city's 储备项目.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = OpportunityCategory)]
pub enum Category {
    /// 四强产业.
    FourStrong,
    /// 现代服务业.
    ModernServices,
    /// 现代高效农业.
    ModernAgriculture,
    /// 新经济.
    NewEconomy,
}

impl Category {
    /// All categories.
    pub const ALL: [Self; 4] = [
        Self::FourStrong,
        Self::ModernServices,
        Self::ModernAgriculture,
        Self::NewEconomy,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FourStrong => "four_strong",
            Self::ModernServices => "modern_services",
            Self::ModernAgriculture => "modern_agriculture",
            Self::NewEconomy => "new_economy",
        }
    }

    /// The category that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.word() == word)
    }
}

/// Why an opportunity left the stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = OpportunityOutcome)]
pub enum OutcomeKind {
    /// 对接成功: an investor was found; it became a project.
    Matched,
    /// 撤销: it was given up.
    Withdrawn,
}

impl OutcomeKind {
    /// Both outcomes.
    pub const ALL: [Self; 2] = [Self::Matched, Self::Withdrawn];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The outcome that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// How an opportunity left the stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub outcome: OutcomeKind,
    /// The project that it became, where one was found and is named.
    pub project: Option<ProjectId>,
}

/// An opportunity as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opportunity {
    /// Its key; also its subject's in the journal.
    pub id: OpportunityId,
    /// The code that people and workbooks use, unique.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: Category,
    /// The unit that planned it and has its credit.
    pub unit: i64,
    /// Its industrial chain.
    pub chain: Option<String>,
    /// What is to be invested, where that is known.
    pub investment: Option<Money>,
    /// The day it was planned (策划入库).
    pub reserved_on: NaiveDate,
    /// What it is about.
    pub content: Option<String>,
    /// How it left the stock, if it did.
    pub closing: Option<Closing>,
    /// The first day of its standing publications.
    pub published_on: Option<NaiveDate>,
    /// The last day of them.
    pub published_until: Option<NaiveDate>,
    /// How often its record was written, from 1: tells an undo whether it has changed since.
    pub revision: i32,
    /// When its record was last written.
    pub updated_at: Instant,
}

impl Entity for Opportunity {
    const PREFIX: &'static str = "opp";
}

/// An entry of the publication log (发布记录).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Its key.
    pub id: PublicationId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// Where: a site, an account, a fair.
    pub channel: String,
    /// When.
    pub published_on: NaiveDate,
    /// The fact that the opportunity is published, on the one entry that carries it.
    pub fact_seq: Option<i64>,
    /// When it was recorded.
    pub recorded_at: Instant,
}

impl Entity for Publication {
    const PREFIX: &'static str = "pub";
}

/// An opportunity as typed, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOpportunity {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: Category,
    /// The unit that plans it, by code or name.
    pub unit: String,
    /// Its industrial chain.
    pub chain: Option<String>,
    /// What is to be invested.
    pub investment: Option<Money>,
    /// The day it was planned.
    pub reserved_on: NaiveDate,
    /// What it is about.
    pub content: Option<String>,
}

/// What is to change of an opportunity; what is absent stays, an empty text takes away.
/// Category, unit, investment and day stand in the journal and are not among it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpportunityChange {
    /// Its name.
    pub name: Option<String>,
    /// Its industrial chain.
    pub chain: Option<String>,
    /// What it is about.
    pub content: Option<String>,
}

/// An opportunity that passed the checks of its own fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpportunityDraft {
    pub code: String,
    pub name: String,
    pub category: Category,
    pub unit: i64,
    pub chain: Option<String>,
    pub investment: Option<Money>,
    pub reserved_on: NaiveDate,
    pub content: Option<String>,
}

/// Checks a typed opportunity; every wrong field is noted in `wrong`.
pub(crate) fn check_opportunity(
    wrong: &mut Fields,
    tree: &UnitTree,
    new: &NewOpportunity,
) -> Option<OpportunityDraft> {
    let code = code(wrong, &new.code);
    let name = required(wrong, "name", &new.name, LONGEST_NAME);
    let unit = unit(wrong, tree, &new.unit);
    let chain = optional(wrong, "chain", new.chain.as_deref(), LONGEST_NAME);
    if new.investment.is_some_and(|amount| amount <= Money::ZERO) {
        wrong.refuse("investment", "field.not_positive", json!({}));
    }
    let content = optional(wrong, "content", new.content.as_deref(), LONGEST_TEXT);
    let unit = unit.filter(|_| wrong.is_clean())?;
    Some(OpportunityDraft {
        code,
        name,
        category: new.category,
        unit,
        chain,
        investment: new.investment,
        reserved_on: new.reserved_on,
        content,
    })
}

/// A new opportunity's record.
pub(crate) fn fresh_opportunity(draft: OpportunityDraft, ids: &Ids, at: Instant) -> Opportunity {
    Opportunity {
        id: ids.id(),
        code: draft.code,
        name: draft.name,
        category: draft.category,
        unit: draft.unit,
        chain: draft.chain,
        investment: draft.investment,
        reserved_on: draft.reserved_on,
        content: draft.content,
        closing: None,
        published_on: None,
        published_until: None,
        revision: 1,
        updated_at: at,
    }
}

impl Opportunity {
    /// The record as it is written now.
    #[must_use]
    pub(crate) fn written(self, at: Instant) -> Self {
        Self {
            revision: self.revision + 1,
            updated_at: at,
            ..self
        }
    }

    /// As it would be typed anew with `change` made, its unit by code.
    pub(crate) fn typed(&self, tree: &UnitTree, change: OpportunityChange) -> NewOpportunity {
        let unit = tree.by_key(self.unit);
        NewOpportunity {
            code: self.code.clone(),
            name: change.name.unwrap_or_else(|| self.name.clone()),
            category: self.category,
            unit: unit.map_or_else(String::new, |unit| unit.code.clone()),
            chain: change.chain.or_else(|| self.chain.clone()),
            investment: self.investment,
            reserved_on: self.reserved_on,
            content: change.content.or_else(|| self.content.clone()),
        }
    }
}
