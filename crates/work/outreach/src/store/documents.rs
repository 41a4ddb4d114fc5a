//! Policy documents in the table.

use super::condition::{Condition, search_text};
use super::page::{List, all_keys, in_order, page_of_keys};
use super::{KEYS, WithBooked, mark_reversed, unreadable};
use crate::model::{
    DocumentNature, DocumentRecord, DocumentTheme, PolicyDocument, PolicyDocumentId,
};
use chrono::NaiveDate;
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute, fetch_all};
use kernel::{Instant, Month, Outcome, Page, PageQuery, Scope};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use std::sync::Arc;

/// By what documents are looked up.
#[derive(Debug, Clone)]
pub(crate) enum DocumentKey {
    /// By key, also those that were taken back.
    Ids(Vec<i64>),
    /// By number, only those that stand.
    Numbers(Vec<String>),
}

/// Which documents; those that were taken back are never among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct DocumentFilter {
    /// Those of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those of this nature.
    pub nature: Option<DocumentNature>,
    /// Those about this.
    pub theme: Option<DocumentTheme>,
    /// Those of the campaign with this code.
    pub campaign: Option<String>,
    /// Those issued in this month.
    pub month: Option<Month>,
    /// Those whose number, name or issuer hold this.
    pub q: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    number: String,
    name: String,
    nature: String,
    theme: String,
    issuer: String,
    unit_id: i64,
    issued_on: String,
    campaign: Option<String>,
    revision: i32,
    updated_at: String,
}

const SELECT: &str = "SELECT d.id, d.number, d.name, d.nature, d.theme, d.issuer, d.unit_id, \
     d.issued_on, c.code AS campaign, d.revision, d.updated_at, d.month, d.origin_month, \
     d.fact_seq, d.recorded_at, d.reversed_by, d.reversal_reason \
     FROM policy_documents d LEFT JOIN campaigns c ON c.id = d.campaign_id";

const LIST: List = List {
    from: "policy_documents d",
    key: "d.id",
    day: "d.issued_on",
    is_number: false,
};

const OF_UNITS: &str = "d.unit_id IN ({keys})";

fn read(WithBooked(row, booked): WithBooked<Row>) -> Outcome<PolicyDocument> {
    let bad = |column: &str| unreadable("policy document", row.id, column);
    let (booked, reversal) = booked.read("policy document", row.id)?;
    Ok(PolicyDocument {
        id: PolicyDocumentId::new(row.id),
        record: DocumentRecord {
            nature: DocumentNature::from_word(&row.nature).ok_or_else(|| bad("nature"))?,
            theme: DocumentTheme::from_word(&row.theme).ok_or_else(|| bad("theme"))?,
            issued_on: row
                .issued_on
                .parse::<NaiveDate>()
                .map_err(|_| bad("issued_on"))?,
            number: row.number,
            name: row.name,
            issuer: row.issuer,
            unit: row.unit_id,
            campaign: row.campaign,
        },
        booked,
        reversal,
        revision: row.revision,
        updated_at: Instant::parse(&row.updated_at)
            .ok_or_else(|| unreadable("policy document", row.id, "updated_at"))?,
    })
}

/// The documents with these keys that `scope` covers.
pub(crate) async fn load_documents<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    key: &DocumentKey,
) -> Outcome<Vec<PolicyDocument>> {
    let (part, keys): (&str, Vec<Value>) = match key {
        DocumentKey::Ids(ids) => ("d.id", ids.iter().map(|&id| id.into()).collect()),
        DocumentKey::Numbers(numbers) => (
            "d.reversed_by IS NULL AND d.number",
            numbers.iter().map(|n| n.as_str().into()).collect(),
        ),
    };
    let mut found = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let mut condition = Condition::default();
        let places = vec!["{}"; chunk.len()].join(", ");
        condition.and(&format!("{part} IN ({places})"), chunk.iter().cloned());
        condition.scoped(scope, OF_UNITS);
        let sql = format!("{SELECT} WHERE {}", condition.text());
        let rows: Vec<WithBooked<Row>> = fetch_all(connection, &sql, condition.values).await?;
        for row in rows {
            found.push(read(row)?);
        }
    }
    Ok(found)
}

fn condition(scope: &Scope, filter: &DocumentFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("d.reversed_by IS NULL", []);
    condition.scoped(scope, OF_UNITS);
    if let Some(units) = &filter.units {
        condition.among(units, OF_UNITS);
    }
    if let Some(nature) = filter.nature {
        condition.and("d.nature = {}", [nature.word().into()]);
    }
    if let Some(theme) = filter.theme {
        condition.and("d.theme = {}", [theme.word().into()]);
    }
    if let Some(code) = &filter.campaign {
        let part = "d.campaign_id IN (SELECT c.id FROM campaigns c \
             WHERE c.removed_at IS NULL AND c.code = {})";
        condition.and(part, [code.as_str().into()]);
    }
    if let Some(month) = filter.month {
        let days = [month.first_day(), month.last_day()].map(|day| Value::from(day.to_string()));
        condition.and("d.issued_on BETWEEN {} AND {}", days);
    }
    condition.holds("d.search_text", filter.q.as_deref());
    condition
}

/// A page of documents, the latest first.
pub(crate) async fn page_of_documents<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &DocumentFilter,
    page: &PageQuery,
) -> Outcome<Page<PolicyDocument>> {
    let keys = page_of_keys(connection, &LIST, condition(scope, filter), page).await?;
    let ids = DocumentKey::Ids(keys.items.clone());
    let found = load_documents(connection, scope, &ids).await?;
    Ok(Page {
        items: in_order(&keys.items, found, |document| document.id.key()),
        next: keys.next,
        total: keys.total,
        total_exact: keys.total_exact,
    })
}

/// All documents that match, in the order in which they were entered.
pub(crate) async fn all_documents<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &DocumentFilter,
) -> Outcome<Vec<PolicyDocument>> {
    let keys = all_keys(connection, &LIST, condition(scope, filter)).await?;
    let found = load_documents(connection, scope, &DocumentKey::Ids(keys.clone())).await?;
    Ok(in_order(&keys, found, |document| document.id.key()))
}

fn searched(record: &DocumentRecord) -> String {
    search_text([
        Some(record.number.as_str()),
        Some(&record.name),
        Some(&record.issuer),
    ])
}

fn campaign_of(record: &DocumentRecord, campaigns: &HashMap<String, i64>) -> Option<i64> {
    let code = record.campaign.as_ref()?;
    campaigns.get(code).copied()
}

/// Writes new documents; `campaigns` has the keys of those that they name.
pub(crate) async fn insert_documents<C: ConnectionTrait>(
    connection: &C,
    documents: &[PolicyDocument],
    campaigns: &HashMap<String, i64>,
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "number",
        "name",
        "nature",
        "theme",
        "issuer",
        "unit_id",
        "issued_on",
        "campaign_id",
        "search_text",
        "month",
        "origin_month",
        "fact_seq",
        "revision",
        "recorded_at",
        "updated_at",
    ];
    let mut rows = Rows::new("policy_documents", &columns, "");
    for document in documents {
        let record = &document.record;
        let booked = &document.booked;
        rows.push([
            document.id.key().into(),
            record.number.as_str().into(),
            record.name.as_str().into(),
            record.nature.word().into(),
            record.theme.word().into(),
            record.issuer.as_str().into(),
            record.unit.into(),
            record.issued_on.to_string().into(),
            campaign_of(record, campaigns).into(),
            searched(record).into(),
            booked.month.number().into(),
            booked.origin_month.map_or(0, Month::number).into(),
            booked.fact_seq.into(),
            document.revision.into(),
            booked.recorded_at.to_string().into(),
            document.updated_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes anew what no fact carries of a document.
pub(crate) async fn rewrite_document<C: ConnectionTrait>(
    connection: &C,
    document: &PolicyDocument,
    campaigns: &HashMap<String, i64>,
) -> Result<(), DbErr> {
    let record = &document.record;
    execute(
        connection,
        "UPDATE policy_documents SET name = $2, issuer = $3, campaign_id = $4, search_text = $5, \
         revision = $6, updated_at = $7 WHERE id = $1",
        [
            document.id.key().into(),
            record.name.as_str().into(),
            record.issuer.as_str().into(),
            campaign_of(record, campaigns).into(),
            searched(record).into(),
            document.revision.into(),
            document.updated_at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Marks documents as taken back: each key with the fact that did it.
pub(crate) async fn mark_reversed_documents<C: ConnectionTrait>(
    connection: &C,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    mark_reversed(connection, "policy_documents", reversals, reason).await
}
