//! A fact: one entry of the journal, and the hash that chains it to the one before.

use kernel::{Actor, Instant, Money, Month};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What a fact is about: the record that is counted. Kinds are `project`, `company` and
/// so on; the key is the slice's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Subject {
    /// The subject's kind, as `indicators/kinds.toml` names it.
    pub kind: String,
    /// Its key in its slice's table.
    pub id: i64,
}

impl Subject {
    /// The subject of this kind and key.
    pub fn new(kind: &str, id: i64) -> Self {
        Self {
            kind: kind.to_owned(),
            id,
        }
    }
}

/// How several units share one fact (domain rule 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditMode {
    /// 独占: one unit has it whole.
    Exclusive,
    /// 按比例: basis points that sum to 10,000; a count goes to the first unit, the lead.
    Shared,
    /// 双计: two units or more (the organisers of a joint activity) have it whole each; the
    /// city counts it once.
    Double,
}

/// One unit's part in a fact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Credit {
    /// The unit's key.
    pub unit: i64,
    /// The units above it, nearest first, as they were that day.
    pub above: Vec<i64>,
    /// Its share in basis points (10,000 under `exclusive` and `double`).
    pub basis_points: i64,
    /// How it shares.
    pub mode: CreditMode,
}

/// The value of a payload field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// True or false.
    Bool(bool),
    /// An integer: a count, fen, basis points, a month as `yyyymm`.
    Int(i64),
    /// A text.
    Text(String),
}

impl From<bool> for FieldValue {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}
impl From<i64> for FieldValue {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}
impl From<Money> for FieldValue {
    fn from(value: Money) -> Self {
        Self::Int(value.fen())
    }
}
impl From<&str> for FieldValue {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

/// The values of a fact's dimensions, as they were at recognition.
pub type Payload = BTreeMap<String, FieldValue>;

/// A reference to another fact, such as a signing to its trip.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reference {
    /// What the other fact is to this one.
    pub role: String,
    /// The other fact.
    pub seq: i64,
}

/// Where a fact came from: a form, a claim, an import row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Source {
    /// The kind of source, such as `fund` or `import_row`.
    pub kind: String,
    /// Its key.
    pub id: i64,
}

/// A fact that is to be recorded.
#[derive(Debug, Clone)]
pub struct NewFact {
    /// Its kind, one of `indicators/kinds.toml`.
    pub kind: String,
    /// What it is about.
    pub subject: Subject,
    /// The day it happened; free of the month it is booked in.
    pub occurred_on: chrono::NaiveDate,
    /// Whether it lies before the books (期初): it feeds stocks, never a year's figures.
    pub opening: bool,
    /// Its money; zero where it has none.
    pub amount: Money,
    /// Who shares it: at least one unit.
    pub credits: Vec<Credit>,
    /// Its dimensions.
    pub payload: Payload,
    /// The facts it refers to.
    pub refs: Vec<Reference>,
    /// What it corrects, if it is a correction.
    pub correction: Option<Correction>,
    /// Where it came from.
    pub source: Source,
}

/// A fact's relation to the fact that it corrects (rule 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Correction {
    /// It takes the fact back.
    Reverses(i64),
    /// It stands in the place of the fact, which another has reversed.
    Replaces(i64),
}

impl Correction {
    /// The fact that is corrected.
    pub const fn corrected(self) -> i64 {
        match self {
            Self::Reverses(seq) | Self::Replaces(seq) => seq,
        }
    }
}

/// A recorded fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its place in the journal's order.
    pub seq: i64,
    /// Its kind.
    pub kind: String,
    /// What it is about.
    pub subject: Subject,
    /// The day it happened.
    pub occurred_on: chrono::NaiveDate,
    /// The month it is booked in, the open one of its day.
    pub month: Month,
    /// The month it belongs to; `None` before the books (期初).
    pub origin_month: Option<Month>,
    /// Its money.
    pub amount: Money,
    /// Who shares it.
    pub credits: Vec<Credit>,
    /// Its dimensions.
    pub payload: Payload,
    /// The facts it refers to.
    pub refs: Vec<Reference>,
    /// What it corrects.
    pub correction: Option<Correction>,
    /// Where it came from.
    pub source: Source,
    /// The account that recorded it (0: the command line) and its name of that day.
    pub recorded_by: (i64, String),
    /// When.
    pub recorded_at: Instant,
}

impl Fact {
    /// Whether it takes another fact back.
    pub const fn is_reversal(&self) -> bool {
        matches!(self.correction, Some(Correction::Reverses(_)))
    }

    /// The actor's part of a fact.
    pub(crate) fn author(actor: &Actor) -> (i64, String) {
        (actor.account, actor.name.clone())
    }
}

/// The hash that stands before the first fact.
pub const GENESIS: [u8; 32] = [0; 32];

/// A fact as the table holds it: every column in the form whose bytes are hashed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sealed<'a> {
    pub seq: i64,
    pub kind: &'a str,
    pub subject_kind: &'a str,
    pub subject_id: i64,
    pub occurred_on: &'a str,
    pub month: i32,
    pub origin_month: i32,
    pub amount_fen: i64,
    pub credits: &'a str,
    pub payload: &'a str,
    pub refs: &'a str,
    pub reverses: Option<i64>,
    pub replaces: Option<i64>,
    pub source_kind: &'a str,
    pub source_id: i64,
    pub recorded_by_account: i64,
    pub recorded_by: &'a str,
    pub recorded_at: &'a str,
}

impl Sealed<'_> {
    /// SHA-256 over the predecessor's hash and every column, each with its length before
    /// it, so that no two different rows have the same bytes.
    pub(crate) fn hash(&self, predecessor: &[u8; 32]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(predecessor);
        let mut feed = |bytes: &[u8]| {
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        for number in [
            Some(self.seq),
            Some(self.subject_id),
            Some(i64::from(self.month)),
            Some(i64::from(self.origin_month)),
            Some(self.amount_fen),
            self.reverses,
            self.replaces,
            Some(self.source_id),
            Some(self.recorded_by_account),
        ] {
            match number {
                Some(number) => feed(&number.to_be_bytes()),
                None => feed(&[]),
            }
        }
        for text in [
            self.kind,
            self.subject_kind,
            self.occurred_on,
            self.credits,
            self.payload,
            self.refs,
            self.source_kind,
            self.recorded_by,
            self.recorded_at,
        ] {
            feed(text.as_bytes());
        }
        hasher.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> Sealed<'static> {
        Sealed {
            seq: 7,
            kind: "funds.arrived",
            subject_kind: "project",
            subject_id: 3,
            occurred_on: "2023-06-05",
            month: 202_306,
            origin_month: 202_306,
            amount_fen: 100,
            credits: "[]",
            payload: "{}",
            refs: "[]",
            reverses: None,
            replaces: None,
            source_kind: "fund",
            source_id: 9,
            recorded_by_account: 1,
            recorded_by: "a",
            recorded_at: "2023-06-05T00:00:00.000000Z",
        }
    }

    #[test]
    fn every_column_and_the_predecessor_are_in_the_hash() {
        let whole = sealed().hash(&GENESIS);
        let variants = [
            Sealed { seq: 8, ..sealed() },
            Sealed {
                kind: "funds.arrivee",
                ..sealed()
            },
            Sealed {
                subject_kind: "projec",
                ..sealed()
            },
            Sealed {
                subject_id: 4,
                ..sealed()
            },
            Sealed {
                occurred_on: "2023-06-06",
                ..sealed()
            },
            Sealed {
                month: 202_307,
                ..sealed()
            },
            Sealed {
                origin_month: 202_305,
                ..sealed()
            },
            Sealed {
                amount_fen: 101,
                ..sealed()
            },
            Sealed {
                credits: "[1]",
                ..sealed()
            },
            Sealed {
                payload: "{ }",
                ..sealed()
            },
            Sealed {
                refs: "[2]",
                ..sealed()
            },
            Sealed {
                reverses: Some(0),
                ..sealed()
            },
            Sealed {
                replaces: Some(0),
                ..sealed()
            },
            Sealed {
                source_kind: "form",
                ..sealed()
            },
            Sealed {
                source_id: 10,
                ..sealed()
            },
            Sealed {
                recorded_by_account: 2,
                ..sealed()
            },
            Sealed {
                recorded_by: "b",
                ..sealed()
            },
            Sealed {
                recorded_at: "2023-06-05T00:00:00.000001Z",
                ..sealed()
            },
        ];
        for variant in variants {
            assert_ne!(variant.hash(&GENESIS), whole, "{variant:?}");
        }
        assert_ne!(sealed().hash(&[1; 32]), whole);
    }

    #[test]
    fn moving_text_between_columns_changes_the_hash() {
        let one = Sealed {
            recorded_by: "ab",
            source_kind: "c",
            ..sealed()
        };
        let other = Sealed {
            recorded_by: "a",
            source_kind: "bc",
            ..sealed()
        };
        assert_ne!(one.hash(&GENESIS), other.hash(&GENESIS));
    }
}
