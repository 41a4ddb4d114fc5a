//! Every query of the journal: facts in and out, heads, months, subjects.

mod references;
mod subjects;

pub(crate) use references::{References, referring, reversed_among};
pub(crate) use subjects::{load_books, load_corrected};

use crate::fact::{Correction, Credit, Fact, GENESIS, Payload, Reference, Sealed, Source, Subject};
use chrono::NaiveDate;
use db::{
    ConnectionTrait, DbErr, Engine, FromQueryResult, Packed, Rows, Value, append_rows, fetch_all,
    fetch_one,
};
use kernel::{Instant, Money, Month};
use serde::Deserialize;

/// The columns of a fact, in the order in which they are written.
pub(crate) const FACT_COLUMNS: [&str; 19] = [
    "seq",
    "kind",
    "subject_kind",
    "subject_id",
    "occurred_on",
    "month",
    "origin_month",
    "amount_fen",
    "credits",
    "payload",
    "refs",
    "reverses",
    "replaces",
    "source_kind",
    "source_id",
    "recorded_by_account",
    "recorded_by",
    "recorded_at",
    "hash",
];

/// What a statement selects to read rows as [`PackedFact`]s.
pub(crate) fn facts_of(connection: &impl ConnectionTrait) -> String {
    Engine::behind(connection).packed(&FACT_COLUMNS, &["hash"])
}

/// A [`FactRow`] on its way.
pub(crate) type PackedFact = Packed<FactRow>;

/// A row of `ledger_facts`, in the order of [`FACT_COLUMNS`].
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct FactRow {
    pub seq: i64,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: i64,
    pub occurred_on: String,
    pub month: i32,
    pub origin_month: i32,
    pub amount_fen: i64,
    pub credits: String,
    pub payload: String,
    pub refs: String,
    pub reverses: Option<i64>,
    pub replaces: Option<i64>,
    pub source_kind: String,
    pub source_id: i64,
    pub recorded_by_account: i64,
    pub recorded_by: String,
    pub recorded_at: String,
    #[serde(deserialize_with = "hex::serde::deserialize")]
    pub hash: Vec<u8>,
}

/// A row of the journal that does not read as a fact: somebody wrote to the table.
#[derive(Debug, thiserror::Error)]
#[error("fact {seq} cannot be read: {column}")]
pub struct UnreadableFact {
    /// The fact.
    pub seq: i64,
    /// The column at fault.
    pub column: &'static str,
}

impl FactRow {
    /// The row as it goes into the table, sealed by the hash of the one before.
    pub(crate) fn of(fact: &Fact, predecessor: &[u8; 32]) -> Self {
        let json = |value: Result<String, serde_json::Error>| value.expect("plain data serializes");
        let mut row = Self {
            seq: fact.seq,
            kind: fact.kind.clone(),
            subject_kind: fact.subject.kind.clone(),
            subject_id: fact.subject.id,
            occurred_on: fact.occurred_on.to_string(),
            month: fact.month.number(),
            origin_month: fact.origin_month.map_or(0, Month::number),
            amount_fen: fact.amount.fen(),
            credits: json(serde_json::to_string(&fact.credits)),
            payload: json(serde_json::to_string(&fact.payload)),
            refs: json(serde_json::to_string(&fact.refs)),
            reverses: match fact.correction {
                Some(Correction::Reverses(seq)) => Some(seq),
                _ => None,
            },
            replaces: match fact.correction {
                Some(Correction::Replaces(seq)) => Some(seq),
                _ => None,
            },
            source_kind: fact.source.kind.clone(),
            source_id: fact.source.id,
            recorded_by_account: fact.recorded_by.0,
            recorded_by: fact.recorded_by.1.clone(),
            recorded_at: fact.recorded_at.to_string(),
            hash: Vec::new(),
        };
        row.hash = row.sealed().hash(predecessor).to_vec();
        row
    }

    pub(crate) fn sealed(&self) -> Sealed<'_> {
        Sealed {
            seq: self.seq,
            kind: &self.kind,
            subject_kind: &self.subject_kind,
            subject_id: self.subject_id,
            occurred_on: &self.occurred_on,
            month: self.month,
            origin_month: self.origin_month,
            amount_fen: self.amount_fen,
            credits: &self.credits,
            payload: &self.payload,
            refs: &self.refs,
            reverses: self.reverses,
            replaces: self.replaces,
            source_kind: &self.source_kind,
            source_id: self.source_id,
            recorded_by_account: self.recorded_by_account,
            recorded_by: &self.recorded_by,
            recorded_at: &self.recorded_at,
        }
    }

    pub(crate) fn read(self) -> Result<Fact, UnreadableFact> {
        let seq = self.seq;
        let bad = |column| UnreadableFact { seq, column };
        let correction = match (self.reverses, self.replaces) {
            (Some(seq), _) => Some(Correction::Reverses(seq)),
            (None, Some(seq)) => Some(Correction::Replaces(seq)),
            (None, None) => None,
        };
        Ok(Fact {
            seq,
            occurred_on: self
                .occurred_on
                .parse::<NaiveDate>()
                .map_err(|_| bad("occurred_on"))?,
            month: Month::from_number(self.month).map_err(|_| bad("month"))?,
            origin_month: match self.origin_month {
                0 => None,
                number => Some(Month::from_number(number).map_err(|_| bad("origin_month"))?),
            },
            amount: Money::from_fen(self.amount_fen),
            credits: serde_json::from_str::<Vec<Credit>>(&self.credits)
                .map_err(|_| bad("credits"))?,
            payload: serde_json::from_str::<Payload>(&self.payload).map_err(|_| bad("payload"))?,
            refs: serde_json::from_str::<Vec<Reference>>(&self.refs).map_err(|_| bad("refs"))?,
            correction,
            source: Source {
                kind: self.source_kind,
                id: self.source_id,
            },
            recorded_by: (self.recorded_by_account, self.recorded_by),
            recorded_at: Instant::parse(&self.recorded_at).ok_or_else(|| bad("recorded_at"))?,
            kind: self.kind,
            subject: Subject {
                kind: self.subject_kind,
                id: self.subject_id,
            },
        })
    }

    pub(crate) fn into_values(self) -> [Value; 19] {
        [
            self.seq.into(),
            self.kind.into(),
            self.subject_kind.into(),
            self.subject_id.into(),
            self.occurred_on.into(),
            self.month.into(),
            self.origin_month.into(),
            self.amount_fen.into(),
            self.credits.into(),
            self.payload.into(),
            self.refs.into(),
            self.reverses.into(),
            self.replaces.into(),
            self.source_kind.into(),
            self.source_id.into(),
            self.recorded_by_account.into(),
            self.recorded_by.into(),
            self.recorded_at.into(),
            self.hash.into(),
        ]
    }
}

/// The end of the journal: its last fact and that fact's hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The last fact's seq; 0 in an empty journal.
    pub seq: i64,
    /// Its hash.
    pub hash: [u8; 32],
}

impl Head {
    /// The first 12 digits, as a bulletin prints them.
    pub fn short(&self) -> String {
        hex::encode(&self.hash[..6])
    }
}

#[derive(FromQueryResult)]
struct HeadRow {
    seq: i64,
    hash: Vec<u8>,
}

/// Reads the end of the journal.
pub async fn head(connection: &impl ConnectionTrait) -> Result<Head, DbErr> {
    let row: Option<HeadRow> = fetch_one(
        connection,
        "SELECT seq, hash FROM ledger_facts ORDER BY seq DESC LIMIT 1",
        [],
    )
    .await?;
    Ok(match row {
        Some(row) => Head {
            seq: row.seq,
            hash: row.hash.try_into().unwrap_or(GENESIS),
        },
        None => Head {
            seq: 0,
            hash: GENESIS,
        },
    })
}

/// A list of placeholders `$from, …` of this length, for `IN (…)`.
pub(crate) fn placeholders(from: usize, length: usize) -> String {
    (from..from + length)
        .map(|n| format!("${n}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// How many keys go into one `IN (…)`.
const KEYS: usize = 400;

/// The facts with these seqs.
pub(crate) async fn facts_by_seq(
    connection: &impl ConnectionTrait,
    seqs: &[i64],
) -> Result<Vec<FactRow>, DbErr> {
    let mut rows = Vec::new();
    for chunk in seqs.chunks(KEYS) {
        let sql = format!(
            "SELECT {} FROM ledger_facts WHERE seq IN ({})",
            facts_of(connection),
            placeholders(1, chunk.len())
        );
        let found: Vec<PackedFact> =
            fetch_all(connection, &sql, chunk.iter().map(|&seq| seq.into())).await?;
        rows.extend(found.into_iter().map(|row| row.0));
    }
    Ok(rows)
}

/// Appends facts and their references.
pub(crate) async fn append_facts(
    connection: &impl ConnectionTrait,
    rows: Vec<FactRow>,
    references: &[(i64, Reference)],
) -> Result<(), DbErr> {
    let mut facts = Rows::new("ledger_facts", &FACT_COLUMNS, "");
    for row in rows {
        facts.push(row.into_values());
    }
    append_rows(connection, facts).await?;
    let mut refs = Rows::new("ledger_references", &["seq", "target", "role"], "");
    for (seq, reference) in references {
        refs.push([
            (*seq).into(),
            reference.seq.into(),
            reference.role.clone().into(),
        ]);
    }
    append_rows(connection, refs).await
}
