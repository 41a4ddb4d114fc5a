//! The client's Chinese sentences, for the one place where the server writes prose: the
//! workbook that sends refused rows back with their reasons. So each code has one text.

use intake::Reasons;
use std::collections::BTreeMap;

const ERRORS: &str = include_str!("../../../web/src/locales/zh/errors.ts");

/// A sentence for every code.
pub fn reasons() -> Reasons {
    Reasons::new(sentences(ERRORS))
}

/// The pairs of an object of texts: `"code": "sentence",`.
fn sentences(source: &str) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::new();
    let mut key = None;
    let mut rest = source;
    while let Some(open) = rest.find('"') {
        let mut texts = serde_json::Deserializer::from_str(&rest[open..]).into_iter::<String>();
        let Some(Ok(text)) = texts.next() else {
            break;
        };
        rest = &rest[open + texts.byte_offset()..];
        if rest.trim_start().starts_with(':') {
            key = Some(text);
        } else if let Some(key) = key.take() {
            pairs.insert(key, text);
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_found_on_one_line_and_on_two() {
        let found = sentences(
            "export const errors = {\n  \"a.b\": \"甲 {x}\",\n  \"c.d\":\n    \"说：\\\"乙\\\"\",\n};",
        );
        let expected = [("a.b", "甲 {x}"), ("c.d", "说：\"乙\"")];
        let expected = expected.map(|(code, text)| (code.to_owned(), text.to_owned()));
        assert_eq!(found, BTreeMap::from(expected));
    }

    #[test]
    fn every_code_of_the_server_has_a_sentence_for_the_workbook() {
        let sentences = sentences(ERRORS);
        let missing: Vec<&str> = crate::router::codes()
            .into_iter()
            .filter(|code| !sentences.contains_key(*code))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
