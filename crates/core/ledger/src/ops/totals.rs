//! Annual targets and 期初累计: facts that post nothing, kept where figures find them.

use super::check::RecordRefusal;
use crate::books::Books;
use crate::fact::{Correction, Fact, FieldValue};
use db::{DatabaseTransaction, FromQueryResult, execute, fetch_one};
use kernel::{Month, Outcome};
use std::collections::HashMap;

/// The kind of fact that sets an annual target (年度目标): its subject is the unit, its
/// fields `indicator`, `year` and `value` (fen, or a count).
pub const PLAN_SET: &str = "plan.set";

/// The kind of fact that brings a total from before the books (期初累计): its subject is
/// the unit, its fields `indicator`, `until` (the month, `yyyymm`), `value` and `document`.
pub const OPENING_TOTAL: &str = "opening.total";

#[derive(FromQueryResult)]
struct ValueRow {
    value: Option<i64>,
}

/// Keeps the plans and opening totals among a batch's facts.
pub(super) async fn keep(
    tx: &DatabaseTransaction,
    books: &Books,
    facts: &HashMap<&str, Vec<&Fact>>,
) -> Outcome<()> {
    for fact in facts.get(PLAN_SET).into_iter().flatten() {
        keep_plan(tx, books, fact).await?;
    }
    for fact in facts.get(OPENING_TOTAL).into_iter().flatten() {
        keep_opening_total(tx, books, fact).await?;
    }
    Ok(())
}

fn text<'a>(fact: &'a Fact, field: &str) -> &'a str {
    match fact.payload.get(field) {
        Some(FieldValue::Text(text)) => text,
        _ => "",
    }
}

fn int(fact: &Fact, field: &str) -> i64 {
    match fact.payload.get(field) {
        Some(FieldValue::Int(number)) => *number,
        _ => 0,
    }
}

async fn keep_plan(tx: &DatabaseTransaction, books: &Books, fact: &Fact) -> Outcome<()> {
    let indicator = text(fact, "indicator");
    if !books
        .indicator(indicator, fact.month)
        .is_some_and(|found| found.planned)
    {
        return Err(RecordRefusal::NotPlanned {
            indicator: indicator.to_owned(),
        }
        .into());
    }
    let year = int(fact, "year");
    let value = match fact.correction {
        Some(Correction::Reverses(_)) => {
            // What stood before the reversed target stands again.
            let row: Option<ValueRow> = fetch_one(
                tx,
                "SELECT p.value FROM ledger_plans p JOIN ledger_facts f ON f.seq = p.seq \
                 WHERE p.year = $1 AND p.indicator = $2 AND p.unit = $3 AND f.reverses IS NULL \
                 AND NOT EXISTS (SELECT 1 FROM ledger_facts r WHERE r.reverses = p.seq AND r.seq <= $4) \
                 ORDER BY p.seq DESC LIMIT 1",
                [
                    year.into(),
                    indicator.into(),
                    fact.subject.id.into(),
                    fact.seq.into(),
                ],
            )
            .await?;
            row.and_then(|row| row.value)
        }
        _ => Some(int(fact, "value")),
    };
    execute(
        tx,
        "INSERT INTO ledger_plans (seq, indicator, unit, year, month, value) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            fact.seq.into(),
            indicator.into(),
            fact.subject.id.into(),
            year.into(),
            fact.month.number().into(),
            value.into(),
        ],
    )
    .await?;
    Ok(())
}

async fn keep_opening_total(tx: &DatabaseTransaction, books: &Books, fact: &Fact) -> Outcome<()> {
    let indicator = text(fact, "indicator");
    let known = books
        .indicator(indicator, fact.month)
        .is_some_and(|found| found.measure.is_some());
    let until = i32::try_from(int(fact, "until"))
        .ok()
        .and_then(|number| Month::from_number(number).ok());
    let (true, Some(until)) = (known, until) else {
        return Err(RecordRefusal::NotPlanned {
            indicator: indicator.to_owned(),
        }
        .into());
    };
    let value = if fact.is_reversal() {
        // What stood before the reversed total stands again.
        let row: Option<ValueRow> = fetch_one(
            tx,
            "SELECT t.value FROM ledger_opening_totals t JOIN ledger_facts f ON f.seq = t.seq \
             WHERE t.month = $1 AND t.indicator = $2 AND t.unit = $3 AND f.reverses IS NULL \
             AND NOT EXISTS (SELECT 1 FROM ledger_facts r WHERE r.reverses = t.seq AND r.seq <= $4) \
             ORDER BY t.seq DESC LIMIT 1",
            [
                until.number().into(),
                indicator.into(),
                fact.subject.id.into(),
                fact.seq.into(),
            ],
        )
        .await?;
        row.and_then(|row| row.value)
    } else {
        Some(int(fact, "value"))
    };
    execute(
        tx,
        "INSERT INTO ledger_opening_totals (seq, indicator, unit, month, value, document) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        [
            fact.seq.into(),
            indicator.into(),
            fact.subject.id.into(),
            until.number().into(),
            value.into(),
            text(fact, "document").into(),
        ],
    )
    .await?;
    Ok(())
}
