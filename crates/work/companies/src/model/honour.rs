//! A company's honours (企业荣誉): what it is known for, since when, and who says so.

use super::company::CompanyId;
use kernel::{Entity, Fields, Id, Instant};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of an [`Honour`].
pub type HonourId = Id<Honour>;

/// The first year that an honour can be of.
const FIRST_YEAR: i32 = 1949;

/// The most characters of a source.
const LONGEST_SOURCE: usize = 200;

/// What a company is honoured as (the kinds that the city's lists of companies know).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HonourKind {
    /// 世界500强
    #[serde(rename = "global_500")]
    Global500,
    /// 中国500强
    #[serde(rename = "china_500")]
    China500,
    /// 央企
    CentralSoe,
    /// 上市公司
    Listed,
    /// 名企
    Renowned,
    /// 行业领军
    IndustryLeader,
    /// 单项冠军
    SingleChampion,
    /// 专精特新
    Specialised,
    /// 独角兽
    Unicorn,
    /// 准独角兽
    NearUnicorn,
    /// 链主
    ChainLeader,
    /// 新经济赛道
    NewEconomy,
}

impl HonourKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 12] = [
        Self::Global500,
        Self::China500,
        Self::CentralSoe,
        Self::Listed,
        Self::Renowned,
        Self::IndustryLeader,
        Self::SingleChampion,
        Self::Specialised,
        Self::Unicorn,
        Self::NearUnicorn,
        Self::ChainLeader,
        Self::NewEconomy,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Global500 => "global_500",
            Self::China500 => "china_500",
            Self::CentralSoe => "central_soe",
            Self::Listed => "listed",
            Self::Renowned => "renowned",
            Self::IndustryLeader => "industry_leader",
            Self::SingleChampion => "single_champion",
            Self::Specialised => "specialised",
            Self::Unicorn => "unicorn",
            Self::NearUnicorn => "near_unicorn",
            Self::ChainLeader => "chain_leader",
            Self::NewEconomy => "new_economy",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An honour of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honour {
    /// Its key.
    pub id: HonourId,
    /// The company.
    pub company: CompanyId,
    /// As what it is honoured.
    pub honour: HonourKind,
    /// The year of the list that says so.
    pub year: i32,
    /// The list or document that says so.
    pub source: String,
    /// How often the record was written, from 1.
    pub revision: i32,
    /// When it was last written.
    pub updated_at: Instant,
}

impl Entity for Honour {
    const PREFIX: &'static str = "hon";
}

/// An honour as it was typed; `this_year` bounds its year. Answers year and source as they
/// may be written; every wrong field is noted in `wrong`.
pub(crate) fn check_honour(
    wrong: &mut Fields,
    year: i64,
    source: &str,
    this_year: i32,
) -> Option<(i32, String)> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (FIRST_YEAR..=this_year).contains(year));
    if year.is_none() {
        let params = json!({ "from": FIRST_YEAR, "latest": this_year });
        wrong.refuse("year", "honours.year_impossible", params);
    }
    let source = sheets::normal_text(source);
    match source.chars().count() {
        0 => wrong.refuse("source", "field.empty", json!({})),
        length if length > LONGEST_SOURCE => {
            wrong.refuse("source", "field.too_long", json!({ "max": LONGEST_SOURCE }));
        }
        _ => {}
    }
    year.filter(|_| wrong.is_clean()).map(|year| (year, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_json_and_in_the_database_are_the_same() {
        for kind in HonourKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), json!(kind.word()));
            assert_eq!(HonourKind::from_word(kind.word()), Some(kind));
        }
    }

    #[test]
    fn an_honour_has_a_source_and_a_year_that_has_come() {
        let checked = |year, source| check_honour(&mut Fields::default(), year, source, 2023);
        assert_eq!(checked(2023, " 工信部 "), Some((2023, "工信部".to_owned())));
        assert_eq!(checked(2024, "工信部"), None);
        assert_eq!(checked(1948, "工信部"), None);
        assert_eq!(checked(2023, " "), None);
    }
}
