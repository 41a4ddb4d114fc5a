//! What is kept beside the postings: annual targets, opening totals, references.

use super::{ENOUGH, Finding};
use crate::fact::{Correction, Fact, FieldValue};
use crate::ops::{OPENING_TOTAL, PLAN_SET};
use crate::store::{PackedFact, facts_of};
use db::{ConnectionTrait, FromQueryResult, fetch_all};
use kernel::Fault;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
struct Kept {
    seq: i64,
    indicator: String,
    unit: i64,
    /// The year of a target, the month of an opening total.
    place: i32,
    value: Option<i64>,
    /// The month booked of a target, the document of an opening total.
    about: String,
}

/// Recomputes targets and opening totals from their facts.
pub(super) async fn verify_totals(
    connection: &impl ConnectionTrait,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let tables = [
        (
            PLAN_SET,
            "SELECT seq, indicator, unit, year AS place, value, CAST(month AS TEXT) AS about FROM ledger_plans",
        ),
        (
            OPENING_TOTAL,
            "SELECT seq, indicator, unit, month AS place, value, document AS about FROM ledger_opening_totals",
        ),
    ];
    for (kind, sql) in tables {
        let found: BTreeSet<Kept> = fetch_all::<Kept, _>(connection, sql, [])
            .await?
            .into_iter()
            .collect();
        let rows: Vec<PackedFact> = fetch_all(
            connection,
            &format!(
                "SELECT {} FROM ledger_facts WHERE kind = $1 ORDER BY seq",
                facts_of(connection)
            ),
            [kind.into()],
        )
        .await?;
        let mut wanted: Vec<Kept> = Vec::with_capacity(rows.len());
        let mut standing: Vec<Kept> = Vec::new();
        for row in rows {
            let fact = row.0.read()?;
            let mut kept = kept(&fact);
            if let Some(Correction::Reverses(target)) = fact.correction {
                standing.retain(|other| other.seq != target);
                let before = standing.iter().rfind(|other| {
                    (&other.indicator, other.unit, other.place)
                        == (&kept.indicator, kept.unit, kept.place)
                });
                kept.value = before.and_then(|before| before.value);
            } else {
                standing.push(kept.clone());
            }
            wanted.push(kept);
        }
        let wanted: BTreeSet<Kept> = wanted.into_iter().collect();
        let wrong: BTreeSet<i64> = wanted
            .symmetric_difference(&found)
            .map(|kept| kept.seq)
            .collect();
        findings.extend(
            wrong
                .into_iter()
                .take(ENOUGH)
                .map(|seq| Finding::WrongTotal { seq }),
        );
    }
    Ok(())
}

/// What a plan or an opening total says.
fn kept(fact: &Fact) -> Kept {
    let int = |field: &str| match fact.payload.get(field) {
        Some(FieldValue::Int(number)) => *number,
        _ => 0,
    };
    let text = |field: &str| match fact.payload.get(field) {
        Some(FieldValue::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let is_plan = fact.kind == PLAN_SET;
    Kept {
        seq: fact.seq,
        indicator: text("indicator"),
        unit: fact.subject.id,
        place: i32::try_from(int(if is_plan { "year" } else { "until" })).unwrap_or(0),
        value: Some(int("value")),
        about: if is_plan {
            fact.month.number().to_string()
        } else {
            text("document")
        },
    }
}

/// How many referring facts are looked at together.
const PAGE: i64 = 1_000;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
struct ReferenceRow {
    seq: i64,
    target: i64,
    role: String,
}

/// Compares the index of references with what the facts say.
pub(super) async fn verify_references(
    connection: &impl ConnectionTrait,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let mut after = 0;
    while after < i64::MAX {
        let rows: Vec<PackedFact> = fetch_all(
            connection,
            &format!(
                "SELECT {} FROM ledger_facts WHERE refs <> '[]' AND seq > $1 ORDER BY seq LIMIT $2",
                facts_of(connection)
            ),
            [after.into(), PAGE.into()],
        )
        .await?;
        let last = match rows.last() {
            Some(last) if i64::try_from(rows.len()) == Ok(PAGE) => last.0.seq,
            _ => i64::MAX,
        };
        let found: BTreeSet<ReferenceRow> = fetch_all::<ReferenceRow, _>(
            connection,
            "SELECT seq, target, role FROM ledger_references WHERE seq > $1 AND seq <= $2",
            [after.into(), last.into()],
        )
        .await?
        .into_iter()
        .collect();
        let mut wanted = BTreeSet::new();
        for row in rows {
            let fact = row.0.read()?;
            wanted.extend(fact.refs.into_iter().map(|reference| ReferenceRow {
                seq: fact.seq,
                target: reference.seq,
                role: reference.role,
            }));
        }
        let wrong: BTreeSet<i64> = wanted
            .symmetric_difference(&found)
            .map(|row| row.seq)
            .collect();
        findings.extend(
            wrong
                .into_iter()
                .take(ENOUGH)
                .map(|seq| Finding::WrongReference { seq }),
        );
        after = last;
    }
    Ok(())
}
