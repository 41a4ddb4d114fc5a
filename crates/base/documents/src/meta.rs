//! What stands around a document's text: its title, issuer, number, date and marks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The language of the words that this crate itself writes, and of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Chinese as written in China.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The tag of BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en-GB",
        }
    }
}

/// What stands around the text of a document (GB/T 9704-2012, section 7). Empty parts are left
/// out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Title of the document, where the template has none of its own; also the file's property.
    pub title: String,
    /// The body that issues it, printed under the text.
    pub issuer: String,
    /// The red head above a red rule (发文机关标志); `None` for a plain document.
    pub red_head: Option<String>,
    /// Document number (发文字号), with the year in 〔 〕, such as `淄招促字〔2023〕12号`.
    pub document_number: Option<String>,
    /// Main recipient (主送机关), without its colon.
    pub recipient: Option<String>,
    /// Date of issue; a draft has none.
    pub date: Option<NaiveDate>,
    /// The month reported, as it is to be read, such as `2023年6月`.
    pub month_label: Option<String>,
    /// Note below the date (附注), without its brackets.
    pub note: Option<String>,
    /// Who gets a copy (抄送), printed with the issuer and date in the closing lines (版记).
    pub copy_to: Option<String>,
    /// Marks every page as made of synthesised data.
    pub demo: bool,
    /// The first 12 digits of the hash that the document stands on.
    pub hash: Option<String>,
    /// Language of the words around the text.
    pub language: Language,
}
