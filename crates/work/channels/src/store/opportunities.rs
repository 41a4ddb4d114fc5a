//! Opportunities in the table.

use super::condition::Condition;
use super::cursor::{Listing, Order};
use super::{KEYS, day_of, search_text, unreadable};
use crate::model::{Category, Closing, Opportunity, OpportunityId, OutcomeKind};
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, Value, append_rows, execute};
use kernel::{Instant, Money, Outcome, Page, PageQuery, Scope};
use projects::ProjectId;
use std::sync::Arc;

/// By what opportunities are looked up.
#[derive(Debug, Clone)]
pub(crate) enum OpportunityKey {
    /// By key.
    Ids(Vec<i64>),
    /// By code.
    Codes(Vec<String>),
}

/// Which opportunities.
#[derive(Debug, Clone, Default)]
pub(crate) struct OpportunityFilter {
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those of this category.
    pub category: Option<Category>,
    /// Those that were published, or those that were not.
    pub published: Option<bool>,
    /// Those that have left the stock, or those that have not.
    pub closed: Option<bool>,
    /// Those whose code, name, chain or content hold this.
    pub q: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    name: String,
    category: String,
    unit_id: i64,
    chain: Option<String>,
    investment_fen: Option<i64>,
    reserved_on: String,
    content: Option<String>,
    closed_on: Option<String>,
    outcome: Option<String>,
    project_id: Option<i64>,
    published_on: Option<String>,
    published_until: Option<String>,
    revision: i32,
    updated_at: String,
}

const LISTING: Listing<'static> = Listing {
    columns: "o.id, o.code, o.name, o.category, o.unit_id, o.chain, o.investment_fen, \
        o.reserved_on, o.content, o.closed_on, o.outcome, o.project_id, o.revision, o.updated_at, \
        (SELECT MIN(l.published_on) FROM opportunity_publications l \
            WHERE l.opportunity_id = o.id AND l.removed_at IS NULL) AS published_on, \
        (SELECT MAX(l.published_on) FROM opportunity_publications l \
            WHERE l.opportunity_id = o.id AND l.removed_at IS NULL) AS published_until",
    from: "opportunities o",
    by: Order::Code("o.code"),
};

impl Row {
    fn read(self) -> Outcome<Opportunity> {
        let bad = |column: &str| unreadable("opportunity", self.id, column);
        let maybe = |text: Option<&str>, column: &str| {
            text.map(|text| day_of(text).ok_or_else(|| bad(column)))
                .transpose()
        };
        let outcome = self.outcome.as_deref();
        let outcome =
            outcome.map(|word| OutcomeKind::from_word(word).ok_or_else(|| bad("outcome")));
        let closed_on = maybe(self.closed_on.as_deref(), "closed_on")?;
        let closing = closed_on.zip(outcome.transpose()?);
        Ok(Opportunity {
            id: OpportunityId::new(self.id),
            category: Category::from_word(&self.category).ok_or_else(|| bad("category"))?,
            reserved_on: day_of(&self.reserved_on).ok_or_else(|| bad("reserved_on"))?,
            closing: closing.map(|(on, outcome)| Closing {
                on,
                outcome,
                project: self.project_id.map(ProjectId::new),
            }),
            published_on: maybe(self.published_on.as_deref(), "published_on")?,
            published_until: maybe(self.published_until.as_deref(), "published_until")?,
            updated_at: Instant::parse(&self.updated_at).ok_or_else(|| bad("updated_at"))?,
            code: self.code,
            name: self.name,
            unit: self.unit_id,
            chain: self.chain,
            investment: self.investment_fen.map(Money::from_fen),
            content: self.content,
            revision: self.revision,
        })
    }
}

/// The opportunities with these keys that `scope` covers.
pub(crate) async fn load_opportunities<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    key: &OpportunityKey,
) -> Outcome<Vec<Opportunity>> {
    let (column, keys): (&str, Vec<Value>) = match key {
        OpportunityKey::Ids(ids) => ("o.id", ids.iter().map(|&id| id.into()).collect()),
        OpportunityKey::Codes(codes) => {
            ("o.code", codes.iter().map(|c| c.as_str().into()).collect())
        }
    };
    let mut found = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let mut condition = Condition::default();
        condition.and("o.removed_at IS NULL", []);
        let places = vec!["{}"; chunk.len()].join(", ");
        condition.and(&format!("{column} IN ({places})"), chunk.iter().cloned());
        condition.scoped(&["o.unit_id"], scope);
        found.extend(LISTING.all::<Row, _>(connection, condition).await?);
    }
    found.into_iter().map(Row::read).collect()
}

fn condition(scope: &Scope, filter: &OpportunityFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("o.removed_at IS NULL", []);
    condition.scoped(&["o.unit_id"], scope);
    if let Some(units) = &filter.units {
        condition.units(&["o.unit_id"], units);
    }
    if let Some(category) = filter.category {
        condition.and("o.category = {}", [category.word().into()]);
    }
    if let Some(published) = filter.published {
        let not = if published { "" } else { "NOT " };
        let part = format!(
            "{not}EXISTS (SELECT 1 FROM opportunity_publications l \
             WHERE l.opportunity_id = o.id AND l.removed_at IS NULL)"
        );
        condition.and(&part, []);
    }
    match filter.closed {
        Some(true) => condition.and("o.closed_on IS NOT NULL", []),
        Some(false) => condition.and("o.closed_on IS NULL", []),
        None => {}
    }
    condition.holding("o.search_text", filter.q.as_deref());
    condition
}

/// A page of opportunities, by code.
pub(crate) async fn page_of_opportunities<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &OpportunityFilter,
    page: &PageQuery,
) -> Outcome<Page<Opportunity>> {
    let condition = condition(scope, filter);
    let found = LISTING.page(connection, condition, page, |row: &Row| row.code.clone());
    let found = found.await?;
    let items = found.items.into_iter().map(Row::read);
    Ok(Page {
        items: items.collect::<Outcome<Vec<Opportunity>>>()?,
        next: found.next,
        total: found.total,
        total_exact: found.total_exact,
    })
}

/// Every opportunity that matches, by code.
pub(crate) async fn all_opportunities<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &OpportunityFilter,
) -> Outcome<Vec<Opportunity>> {
    let rows = LISTING.all::<Row, _>(connection, condition(scope, filter));
    rows.await?.into_iter().map(Row::read).collect()
}

const COLUMNS: [&str; 15] = [
    "id",
    "code",
    "name",
    "category",
    "unit_id",
    "chain",
    "investment_fen",
    "reserved_on",
    "content",
    "closed_on",
    "outcome",
    "project_id",
    "search_text",
    "revision",
    "updated_at",
];

fn values_of(opportunity: &Opportunity) -> [Value; 15] {
    let texts = [&opportunity.code, &opportunity.name].into_iter();
    let more = [&opportunity.chain, &opportunity.content];
    let texts = texts.chain(more.into_iter().flatten());
    let closing = opportunity.closing;
    let project = closing.and_then(|closing| closing.project);
    [
        opportunity.id.key().into(),
        opportunity.code.as_str().into(),
        opportunity.name.as_str().into(),
        opportunity.category.word().into(),
        opportunity.unit.into(),
        opportunity.chain.clone().into(),
        opportunity.investment.map(Money::fen).into(),
        opportunity.reserved_on.to_string().into(),
        opportunity.content.clone().into(),
        closing.map(|closing| closing.on.to_string()).into(),
        closing
            .map(|closing| closing.outcome.word().to_owned())
            .into(),
        project.map(ProjectId::key).into(),
        search_text(texts.map(String::as_str)).into(),
        opportunity.revision.into(),
        opportunity.updated_at.to_string().into(),
    ]
}

/// Writes new opportunities.
pub(crate) async fn insert_opportunities<C: ConnectionTrait>(
    connection: &C,
    opportunities: &[Opportunity],
) -> Result<(), DbErr> {
    let columns: Vec<&str> = COLUMNS.into_iter().chain(["created_at"]).collect();
    let mut rows = Rows::new("opportunities", &columns, "");
    for opportunity in opportunities {
        let mut values = values_of(opportunity).to_vec();
        values.push(opportunity.updated_at.to_string().into());
        let values: [Value; 16] = values.try_into().expect("15 columns and one");
        rows.push(values);
    }
    append_rows(connection, rows).await
}

/// Writes an opportunity's record anew.
pub(crate) async fn rewrite_opportunity<C: ConnectionTrait>(
    connection: &C,
    opportunity: &Opportunity,
) -> Result<(), DbErr> {
    let sets: Vec<String> = COLUMNS[1..]
        .iter()
        .zip(2..)
        .map(|(column, n)| format!("{column} = ${n}"))
        .collect();
    let sql = format!("UPDATE opportunities SET {} WHERE id = $1", sets.join(", "));
    execute(connection, &sql, values_of(opportunity)).await?;
    Ok(())
}

/// Takes an opportunity out of the register.
pub(crate) async fn remove_opportunity<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    at: Instant,
) -> Result<(), DbErr> {
    super::remove(connection, "opportunities", key, at).await
}
