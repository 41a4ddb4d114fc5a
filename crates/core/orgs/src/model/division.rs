//! An administrative division: where an investor is registered, where a project stands.

use serde::Serialize;

/// Which customs and investment territory a division belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DivisionRegion)]
pub enum Region {
    /// A province of the mainland, or below one.
    Mainland,
    /// Hong Kong (81).
    HongKong,
    /// Macao (82).
    Macao,
    /// Taiwan (71).
    Taiwan,
    /// Another country or territory.
    Foreign,
}

impl Region {
    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mainland => "mainland",
            Self::HongKong => "hong_kong",
            Self::Macao => "macao",
            Self::Taiwan => "taiwan",
            Self::Foreign => "foreign",
        }
    }
}

/// A division of China by its GB/T 2260 code of six digits, or a country by its ISO 3166
/// code of two letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// `370303`, or `DE`.
    pub code: String,
    /// Its own name: 张店区.
    pub name: String,
    /// With everything above it: 山东省淄博市张店区.
    pub full_name: String,
    /// English, where it is a country or a territory of its own.
    pub name_en: Option<String>,
    /// The division directly above.
    pub parent_code: Option<String>,
    /// 1 province or country, 2 city, 3 area.
    pub level: i32,
    /// Its territory.
    pub region: Region,
}

/// Whether an investor registered in `division` comes from another province than `home`
/// (省外). Investors from Hong Kong, Macao, Taiwan and abroad are 外资, not 省外
/// (domain rule 1, province test).
pub fn other_province(division: &Division, home: &Division) -> bool {
    let province = |division: &Division| division.code.get(..2).map(str::to_owned);
    division.region == Region::Mainland
        && home.region == Region::Mainland
        && province(division) != province(home)
}
