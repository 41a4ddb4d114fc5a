//! The entries behind a figure, and facts, as the API and the command line give them.

use super::OpeningTotalOut;
use super::records::Records;
use kernel::{Money, Month};
use ledger::{
    Cursor, FieldValue, Figure, Line, MonthState, OPENING_TOTAL, SealedFact, UnitOfValue, Value,
};
use orgs::{UnitRef, UnitTree};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A figure with a page of the entries that add up to it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EntriesOut {
    /// The indicator.
    pub indicator: String,
    /// The code of the unit.
    pub unit_code: String,
    /// The unit.
    pub unit: UnitRef,
    /// The last month.
    #[schema(value_type = String)]
    pub month: Month,
    /// The first month.
    #[schema(value_type = String)]
    pub from: Month,
    /// Open or closed; absent where the books do not have the month.
    pub month_state: Option<MonthState>,
    /// The figure's value.
    #[schema(value_type = Option<Object>)]
    pub value: Json,
    /// What it is measured in.
    pub measure_unit: UnitOfValue,
    /// As a headline prints it.
    pub display: String,
    /// The version of its definition.
    pub definition_version: i32,
    /// The lists behind it: one, or a ratio's two.
    pub lists: Vec<EntryList>,
    /// The totals from before the books (期初累计) that it contains: with them the entries
    /// of each list add up to its value. Empty where the books cover the window.
    pub opening_totals: Vec<OpeningTotalOut>,
    /// The same of the value of last year that it is compared with.
    pub last_year_opening_totals: Vec<OpeningTotalOut>,
    /// The list whose entries are given.
    pub list: String,
    /// The entries, by the month they count in, then as recorded.
    pub entries: Vec<Entry>,
    /// The cursor of the next page.
    pub next: Option<String>,
}

/// A list of entries, summed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EntryList {
    /// The indicator whose entries they are.
    pub indicator: String,
    /// Its value, which the entries add up to, with its opening totals where there are any.
    #[schema(value_type = Option<Object>)]
    pub value: Json,
    /// As a headline prints it.
    pub display: String,
    /// How many entries there are.
    pub entries: i64,
    /// The sum of their amounts, in yuan.
    pub amount: String,
    /// The sum of their counts.
    pub count: i64,
}

/// One entry.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Entry {
    /// The fact.
    pub seq: i64,
    /// Its kind.
    pub kind: String,
    /// What it is about.
    pub subject: SubjectOut,
    /// The day it happened.
    pub occurred_on: String,
    /// The month booked.
    pub month: String,
    /// The month it belongs to; absent before the books.
    pub origin_month: Option<String>,
    /// Whether it came late (补报): it happened in a month before the one it counts in.
    pub late: bool,
    /// Whether it lies before the books (期初).
    pub opening: bool,
    /// What it brought, in yuan.
    pub amount: String,
    /// What it brought, in things.
    pub count: i64,
    /// The fact it takes back (核减).
    pub reverses: Option<i64>,
    /// The fact it stands in for.
    pub replaces: Option<i64>,
    /// The fact that has taken it back.
    pub reversed_by: Option<i64>,
    /// The paper: a voucher, a contract's number.
    pub reference: String,
}

/// What a fact is about.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct SubjectOut {
    /// The kind, such as `project`.
    pub kind: String,
    /// The record's id, where the kind has a page.
    pub id: Option<String>,
    /// Its code and name.
    pub name: String,
}

impl SubjectOut {
    /// The subject as its slice names it.
    pub(crate) fn of(subject: &ledger::Subject, records: &Records, tree: &UnitTree) -> Self {
        if let Some((id, name)) = records.subject(subject) {
            return Self {
                kind: subject.kind.clone(),
                id,
                name,
            };
        }
        let unit = if subject.kind == "unit" {
            tree.by_key(subject.id)
        } else {
            None
        };
        Self {
            kind: subject.kind.clone(),
            id: unit.map(|unit| unit.code.clone()),
            name: unit.map_or_else(String::new, |unit| unit.name.clone()),
        }
    }
}

fn month_text(number: i32) -> Option<String> {
    Month::from_number(number)
        .ok()
        .map(|month| month.to_string())
}

impl Entry {
    /// The line as it is shown.
    pub(crate) fn of(line: Line, records: &Records, tree: &UnitTree) -> Self {
        let happened = line.occurred_on.get(..7).map(str::to_owned);
        let origin_month = month_text(line.origin_month);
        Self {
            seq: line.seq,
            subject: SubjectOut::of(&line.subject, records, tree),
            late: line.origin_month == line.month && happened < month_text(line.month),
            opening: line.origin_month == 0,
            month: month_text(line.month).unwrap_or_default(),
            origin_month,
            amount: Money::from_fen(line.amount).to_string(),
            count: line.count,
            reverses: line.reverses,
            replaces: line.replaces,
            reversed_by: line.reversed_by,
            reference: records
                .reference(&line.source_kind, line.source_id)
                .unwrap_or_default()
                .to_owned(),
            kind: line.kind,
            occurred_on: line.occurred_on,
        }
    }
}

impl EntryList {
    /// The list of `indicator`, whose figure is `figure`.
    pub(crate) fn of(indicator: String, figure: &Figure, sum: ledger::LineageSum) -> Self {
        Self {
            indicator,
            value: figure.value.map_or(Json::Null, Value::json),
            display: figure.value.map_or_else(|| "—".to_owned(), Value::display),
            entries: sum.lines,
            amount: Money::from_fen(sum.amount).to_string(),
            count: sum.count,
        }
    }
}

/// Writes a cursor as addresses hold it.
pub(crate) fn write_cursor((cohort, seq, n): Cursor) -> String {
    format!("{cohort}-{seq}-{n}")
}

/// Reads what [`write_cursor`] wrote.
pub(crate) fn read_cursor(text: &str) -> Option<Cursor> {
    let mut parts = text.splitn(3, '-');
    Some((
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    ))
}

/// A fact with its hashes, as an auditor looks at it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FactOut {
    /// Its place in the journal.
    pub seq: i64,
    /// Its kind.
    pub kind: String,
    /// What it is about.
    pub subject: SubjectOut,
    /// The day it happened.
    pub occurred_on: String,
    /// The month booked.
    #[schema(value_type = String)]
    pub month: Month,
    /// The month it belongs to; absent before the books.
    #[schema(value_type = Option<String>)]
    pub origin_month: Option<Month>,
    /// Whether it lies before the books (期初).
    pub opening: bool,
    /// Its money, in yuan.
    #[schema(value_type = String)]
    pub amount: Money,
    /// Who shares it.
    pub credits: Vec<CreditOut>,
    /// Its dimensions, as they were at recognition.
    #[schema(value_type = Object)]
    pub payload: BTreeMap<String, ledger::FieldValue>,
    /// The fact it takes back or stands in for.
    pub corrects: Option<i64>,
    /// Whether it takes that fact back.
    pub is_reversal: bool,
    /// The fact that has taken it back.
    pub reversed_by: Option<i64>,
    /// Facts it refers to.
    pub refs: Vec<RefOut>,
    /// Where it came from, such as `fund`.
    pub source_kind: String,
    /// The paper: a voucher, a contract's number, the document of an opening total.
    pub reference: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: String,
    /// Its hash.
    pub hash: String,
    /// The hash of the fact before it.
    pub previous_hash: String,
}

/// A unit's part in a fact.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CreditOut {
    /// The unit; absent if it exists no more.
    pub unit: Option<UnitRef>,
    /// Its share.
    pub basis_points: i64,
    /// `exclusive`, `shared` or `double`.
    #[schema(value_type = String)]
    pub mode: ledger::CreditMode,
}

/// A reference to another fact.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RefOut {
    /// What it is to this one.
    pub role: String,
    /// The other fact.
    pub seq: i64,
}

impl FactOut {
    /// The fact as it is shown.
    pub(crate) fn of(sealed: SealedFact, records: &Records, tree: &UnitTree) -> Self {
        let fact = sealed.fact;
        let document = match fact.payload.get("document") {
            Some(FieldValue::Text(document)) if fact.kind == OPENING_TOTAL => Some(document),
            _ => None,
        };
        let reference = records
            .reference(&fact.source.kind, fact.source.id)
            .or(document.map(String::as_str))
            .unwrap_or_default();
        Self {
            seq: fact.seq,
            subject: SubjectOut::of(&fact.subject, records, tree),
            occurred_on: fact.occurred_on.to_string(),
            month: fact.month,
            origin_month: fact.origin_month,
            opening: fact.origin_month.is_none(),
            amount: fact.amount,
            credits: fact
                .credits
                .iter()
                .map(|credit| CreditOut {
                    unit: tree.by_key(credit.unit).map(orgs::Unit::to_ref),
                    basis_points: credit.basis_points,
                    mode: credit.mode,
                })
                .collect(),
            corrects: fact.correction.map(ledger::Correction::corrected),
            is_reversal: fact.is_reversal(),
            reversed_by: sealed.reversed_by,
            refs: fact
                .refs
                .iter()
                .map(|reference| RefOut {
                    role: reference.role.clone(),
                    seq: reference.seq,
                })
                .collect(),
            reference: reference.to_owned(),
            source_kind: fact.source.kind,
            recorded_by: fact.recorded_by.1,
            recorded_at: fact.recorded_at.to_string(),
            hash: sealed.hash,
            previous_hash: sealed.previous_hash,
            payload: fact.payload,
            kind: fact.kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text() {
        let cursor = (202_306, 77, 1);
        assert_eq!(read_cursor(&write_cursor(cursor)), Some(cursor));
        assert_eq!(read_cursor("x-1-2"), None);
        assert_eq!(read_cursor("202306-7"), None);
    }
}
