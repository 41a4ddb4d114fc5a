//! The client's words, for the places where the binary itself speaks to a person: the
//! command line, and the workbook that sends refused rows back. So each code and each term
//! has one text, in `web/src/locales`.

use crate::config;
use documents::Language;
use intake::Reasons;
use kernel::{Fault, Refusal};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    /// Which language.
    pub language: Language,
    texts: BTreeMap<String, String>,
    reasons: Reasons,
}

macro_rules! locale {
    ($language:literal, $area:literal) => {
        include_str!(concat!(
            "../../../web/src/locales/",
            $language,
            "/",
            $area,
            ".ts"
        ))
    };
}

static ZH: LazyLock<Words> = LazyLock::new(|| {
    let texts = [
        locale!("zh", "errors"),
        locale!("zh", "terms"),
        locale!("zh", "figures"),
    ];
    Words::read(Language::Zh, texts, "、")
});

static EN: LazyLock<Words> = LazyLock::new(|| {
    let texts = [
        locale!("en", "errors"),
        locale!("en", "terms"),
        locale!("en", "figures"),
    ];
    Words::read(Language::En, texts, ", ")
});

/// The words in `language`.
pub fn words_in(language: Language) -> &'static Words {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

/// The words in the language of the terminal.
pub fn words() -> &'static Words {
    words_in(config::language())
}

/// The Chinese sentences, for workbooks that go back to their senders.
pub fn reasons() -> Reasons {
    ZH.reasons.clone()
}

impl Words {
    fn read(language: Language, [errors, terms, figures]: [&str; 3], joint: &'static str) -> Self {
        let mut all = texts(terms);
        let reasons = Reasons::new(texts(errors), all.clone(), joint);
        let figures = texts(figures).into_iter();
        all.extend(figures.map(|(key, text)| (format!("figures.{key}"), text)));
        Self {
            language,
            texts: all,
            reasons,
        }
    }

    /// The text of a term, such as `light.slow` or `figures.plan`; the key where there is none.
    pub fn term<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// The sentence of a code, with the code in brackets at its end.
    pub fn sentence(&self, code: &str, params: &Map<String, Value>) -> String {
        let text = self.reasons.text(code, params);
        let text = text.trim_end_matches(['.', '。']);
        match self.language {
            Language::Zh => format!("{text}（{code}）"),
            Language::En => format!("{text} ({code})"),
        }
    }

    /// A refusal; each field that it names on a line of its own.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let mut said = vec![self.sentence(refusal.code, &refusal.params)];
        said.extend(refusal.fields.iter().map(|field| {
            let sentence = self.sentence(&field.code, &field.params);
            format!("  {}: {sentence}", field.field)
        }));
        said.join("\n")
    }

    /// A fault: a refusal in a sentence, what broke in its own words.
    pub fn fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Refused(refusal) => self.refusal(refusal),
            Fault::Broken(error) => error.to_string(),
        }
    }

    /// One of two texts, by the language.
    pub fn pick<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::Zh => zh,
            Language::En if en.is_empty() => zh,
            Language::En => en,
        }
    }
}

/// The texts of a locale's file, which is one object literal, by their path:
/// `light: { slow: "偏慢" }` is `light.slow`.
fn texts(source: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut areas: Vec<String> = Vec::new();
    let mut key: Option<String> = None;
    let mut rest = source.split_once("= {").map_or("", |(_, inside)| inside);
    while let Some(first) = rest.chars().next() {
        let mut step = first.len_utf8();
        match first {
            '"' => {
                let mut texts = serde_json::Deserializer::from_str(rest).into_iter::<String>();
                let Some(Ok(text)) = texts.next() else {
                    break;
                };
                step = texts.byte_offset();
                match key.take() {
                    Some(own) => {
                        found.insert([&areas[..], &[own]].concat().join("."), text);
                    }
                    None => key = Some(text),
                }
            }
            '{' => areas.push(key.take().unwrap_or_default()),
            '}' if areas.pop().is_none() => break,
            _ if first.is_ascii_alphabetic() || first == '_' => {
                let is_end = |c: char| !c.is_ascii_alphanumeric() && c != '_';
                step = rest.find(is_end).unwrap_or(rest.len());
                key = Some(rest[..step].to_owned());
            }
            _ => {}
        }
        rest = &rest[step..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_found_by_their_path() {
        let found = texts(
            "import x from \"../y\";\nexport const words: Z<typeof q> = {\n  \"a.b\": \"甲 {x}\",\n  \
             \"c.d\":\n    \"说：\\\"乙\\\"\",\n  light: { slow: \"偏慢\", none: \"无\" },\n  \
             kind: {\n    \"e.f\": \"丙\",\n  },\n  last: \"丁\",\n};\nconst after = { no: \"no\" };",
        );
        let expected = [
            ("a.b", "甲 {x}"),
            ("c.d", "说：\"乙\""),
            ("kind.e.f", "丙"),
            ("last", "丁"),
            ("light.none", "无"),
            ("light.slow", "偏慢"),
        ];
        let expected = expected.map(|(code, text)| (code.to_owned(), text.to_owned()));
        assert_eq!(found, BTreeMap::from(expected));
    }

    #[test]
    fn every_code_of_the_server_has_a_sentence_in_both_languages() {
        for language in [Language::Zh, Language::En] {
            let words = words_in(language);
            let missing: Vec<&str> = crate::router::codes()
                .into_iter()
                .filter(|code| words.reasons.text(code, &Map::new()) == *code)
                .collect();
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
        }
    }

    #[test]
    fn a_refusal_is_a_sentence_with_its_values_and_its_code_at_the_end() {
        let params = kernel::params_of(json!({ "unit": "999" }));
        assert_eq!(
            words_in(Language::En).sentence("figures.unknown_unit", &params),
            "There is no unit with the code or name 999 (figures.unknown_unit)"
        );
        assert_eq!(
            words_in(Language::Zh).sentence("figures.unknown_unit", &params),
            "没有代码或名称为 999 的单位（figures.unknown_unit）"
        );
    }

    #[test]
    fn funds_above_the_plan_name_what_has_arrived_what_comes_and_what_is_planned() {
        let params = kernel::params_of(json!({
            "planned": "344000000.00", "arrived": "68268900.00", "amount": "300000000.00",
            "over": "24268900.00",
        }));
        for language in [Language::Zh, Language::En] {
            let said = words_in(language).sentence("funds.above_plan", &params);
            let at = |text| said.find(text).expect("every amount is named");
            assert!(at("68,268,900.00") < at("300,000,000.00"), "{said}");
            assert!(at("300,000,000.00") < at("344,000,000.00"), "{said}");
        }
    }
}
