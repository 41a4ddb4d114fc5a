//! The chain of facts, the months it was booked in, and the heads of closed months.

use super::Finding;
use crate::fact::GENESIS;
use crate::store::{Head, PackedFact, facts_of};
use db::{ConnectionTrait, DbErr, FromQueryResult, StreamTrait, fetch_all, fetch_one, stream_rows};
use futures_util::TryStreamExt;
use kernel::Fault;
use sea_orm::{RuntimeErr, sqlx};

#[derive(FromQueryResult)]
struct MonthRow {
    month: i32,
}

/// Follows the chain from the fact after `from` to the end.
pub(super) async fn verify_chain<C: ConnectionTrait + StreamTrait>(
    connection: &C,
    from: Head,
    findings: &mut Vec<Finding>,
) -> Result<i64, Fault> {
    let last: Option<MonthRow> = fetch_one(
        connection,
        "SELECT month FROM ledger_facts WHERE seq = $1",
        [from.seq.into()],
    )
    .await?;
    let mut before = from;
    let mut month = last.map_or(0, |row| row.month);
    let mut rows = std::pin::pin!(
        stream_rows::<PackedFact, _>(
            connection,
            &format!(
                "SELECT {} FROM ledger_facts WHERE seq > $1 ORDER BY seq",
                facts_of(connection)
            ),
            [from.seq.into()]
        )
        .await?
    );
    let mut facts = 0;
    loop {
        let row = match rows.try_next().await {
            Ok(Some(row)) => row.0,
            Ok(None) => break,
            Err(error) if is_no_fact(&error) => {
                let seq = before.seq + 1;
                findings.push(Finding::TamperedFact { seq });
                break;
            }
            Err(error) => return Err(error.into()),
        };
        facts += 1;
        if row.seq != before.seq + 1 {
            findings.push(Finding::MissingFact { seq: row.seq });
            break;
        }
        let hash = row.sealed().hash(&before.hash);
        if row.hash != hash {
            findings.push(Finding::TamperedFact { seq: row.seq });
            break;
        }
        if row.month < month {
            findings.push(Finding::MonthGoesBack { seq: row.seq });
            break;
        }
        month = row.month;
        before = Head { seq: row.seq, hash };
    }
    Ok(facts)
}

/// Whether a column holds what no fact can hold: `SQLite` takes a text where a number
/// should be.
pub(super) fn is_no_fact(error: &DbErr) -> bool {
    match error {
        DbErr::Type(_) => true,
        DbErr::Query(RuntimeErr::SqlxError(error)) => {
            matches!(error.as_ref(), sqlx::Error::ColumnDecode { .. })
        }
        _ => false,
    }
}

#[derive(FromQueryResult)]
struct EventRow {
    month: i32,
    event: String,
    head_seq: i64,
    head: Vec<u8>,
    hash: Option<Vec<u8>>,
}

#[derive(FromQueryResult)]
struct RangeRow {
    month: i32,
    first: i64,
    last: i64,
}

/// Compares each event of a month with the journal: its head is the hash of its fact, and
/// all that was booked between two events belongs to the month that was open.
pub(super) async fn verify_heads(
    connection: &impl ConnectionTrait,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let events: Vec<EventRow> = fetch_all(
        connection,
        "SELECT e.month, e.event, e.head_seq, e.head, f.hash FROM ledger_month_events e \
         LEFT JOIN ledger_facts f ON f.seq = e.head_seq ORDER BY e.number",
        [],
    )
    .await?;
    let booked: Vec<RangeRow> = fetch_all(
        connection,
        "SELECT month, MIN(seq) AS first, MAX(seq) AS last FROM ledger_facts GROUP BY month",
        [],
    )
    .await?;
    // Months never go back, so each month's facts lie together.
    let other_month = |open: i32, after: i64, until: i64| {
        booked
            .iter()
            .filter(|_| after < until)
            .find(|range| range.month != open && range.first <= until && range.last > after)
    };
    // Between a closing and the next opening nothing is booked: no month is open.
    let (mut open, mut reached, mut closed) = (0, 0, None);
    for event in &events {
        let hash = match event.head_seq {
            0 => Some(GENESIS.as_slice()),
            _ => event.hash.as_deref(),
        };
        let is_its_hash = hash == Some(event.head.as_slice()) && event.head_seq >= reached;
        let is_booked_elsewhere = other_month(open, reached, event.head_seq).is_some();
        if !is_its_hash || is_booked_elsewhere {
            // What follows a closing should have been in it.
            let named = closed.filter(|_| is_its_hash).unwrap_or(event);
            findings.push(Finding::HeadMismatch {
                month: named.month,
                seq: named.head_seq,
            });
        }
        reached = reached.max(event.head_seq);
        let is_closing = event.event == "closed";
        open = if is_closing { 0 } else { event.month };
        closed = is_closing.then_some(event);
    }
    if let Some(range) = other_month(open, reached, i64::MAX) {
        findings.push(Finding::HeadMismatch {
            month: range.month,
            seq: range.last,
        });
    }
    Ok(())
}
