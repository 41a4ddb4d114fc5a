//! A reporting unit: who hands in figures and is ranked. Not a place (domain rule 1).

use serde::{Deserialize, Serialize};

/// What sort of unit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// The city itself: the one root.
    City,
    /// 市直: departments that report for themselves.
    Direct,
    /// A district or county with a division code.
    Division,
    /// A functional zone, which has no division code of its own.
    Zone,
}

impl UnitKind {
    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Direct => "direct",
            Self::Division => "division",
            Self::Zone => "zone",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::City, Self::Direct, Self::Division, Self::Zone]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// Where a unit stands on the tile map; both count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Tile {
    /// From the top.
    pub row: i32,
    /// From the left.
    pub column: i32,
}

/// A unit as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The key that postings and scopes hold.
    pub key: i64,
    /// The code that people and workbooks use, unique.
    pub code: String,
    /// Chinese name, unique.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Its sort.
    pub kind: UnitKind,
    /// The unit above; none for the city.
    pub parent: Option<i64>,
    /// The division it stands for or lies in.
    pub division_code: Option<String>,
    /// Whether it takes part in the ranking.
    pub ranked: bool,
    /// Its place on the tile map.
    pub tile: Option<Tile>,
}

impl Unit {
    /// How replies name it.
    pub fn to_ref(&self) -> UnitRef {
        UnitRef {
            code: self.code.clone(),
            name: self.name.clone(),
            name_en: self.name_en.clone(),
        }
    }
}

/// How replies name a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct UnitRef {
    /// The unit's code.
    pub code: String,
    /// Chinese name.
    pub name: String,
    /// English name.
    pub name_en: String,
}
