//! Sentences for codes, for the two places where the server writes prose: the workbook that
//! goes back to its sender, and the command line.

use kernel::{Instant, Money, local_time};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Sentences of one language by code, with `{param}` places: the client's own, installed as
/// a part of the application by the binary, so that there is one text for each code.
#[derive(Debug, Clone, Default)]
pub struct Reasons {
    sentences: BTreeMap<String, String>,
    terms: BTreeMap<String, String>,
    joint: &'static str,
}

/// Parameters that hold codes of the field, and the area of its words.
const TERMS: [(&str, &str); 3] = [
    ("milestone", "milestone"),
    ("missing", "evidence"),
    ("state", "import_state"),
];

impl Reasons {
    /// These sentences. `terms` are the field's words, by area and code such as
    /// `milestone.signed`; `joint` stands between the entries of a list.
    pub fn new(
        sentences: BTreeMap<String, String>,
        terms: BTreeMap<String, String>,
        joint: &'static str,
    ) -> Self {
        Self {
            sentences,
            terms,
            joint,
        }
    }

    /// The sentence for `code`; without one, the code and its parameters themselves.
    pub fn text(&self, code: &str, params: &Map<String, Value>) -> String {
        match self.sentences.get(code) {
            Some(sentence) => params.iter().fold(sentence.clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), &self.readable(name, value))
            }),
            None if params.is_empty() => code.to_owned(),
            None => {
                let params: Vec<String> = params
                    .iter()
                    .map(|(name, value)| format!("{name}={}", self.readable(name, value)))
                    .collect();
                format!("{code}（{}）", params.join("，"))
            }
        }
    }

    /// A parameter as a person reads it, the same as the client shows it: codes in the
    /// field's words, money grouped, instants by the clock in China.
    fn readable(&self, name: &str, value: &Value) -> String {
        match value {
            Value::Array(values) => {
                let values: Vec<String> = values
                    .iter()
                    .map(|value| self.readable(name, value))
                    .collect();
                values.join(self.joint)
            }
            Value::Object(fields) => {
                let values: Vec<String> = fields
                    .iter()
                    .map(|(name, value)| self.readable(name, value))
                    .collect();
                values.join(" ")
            }
            Value::String(text) => {
                let area = TERMS.iter().find(|(param, _)| *param == name);
                if let Some((_, area)) = area {
                    let term = self.terms.get(&format!("{area}.{text}"));
                    return term.unwrap_or(text).clone();
                }
                if let Some(at) = text.contains('T').then(|| Instant::parse(text)).flatten() {
                    return local_time(at).format("%Y-%m-%d %H:%M").to_string();
                }
                grouped(text).unwrap_or_else(|| text.clone())
            }
            Value::Null => "—".to_owned(),
            other => other.to_string(),
        }
    }
}

/// Money as it stands in parameters, with thousands separators; nothing of other texts.
fn grouped(text: &str) -> Option<String> {
    let (whole, fen) = text.split_once('.')?;
    if fen.len() != 2 || text.parse::<Money>().is_err() {
        return None;
    }
    let digits = whole.trim_start_matches('-');
    let mut out = String::from(if digits.len() < whole.len() {
        "−"
    } else {
        ""
    });
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    Some(format!("{out}.{fen}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs
            .iter()
            .map(|(code, text)| ((*code).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn a_sentence_is_filled_and_an_unknown_code_is_shown() {
        let sentences = texts(&[("funds.voucher_used", "凭证号已用于 {place}")]);
        let reasons = Reasons::new(sentences, BTreeMap::new(), "、");
        let params = kernel::params_of(json!({ "place": "资金!7" }));
        assert_eq!(
            reasons.text("funds.voucher_used", &params),
            "凭证号已用于 资金!7"
        );
        assert_eq!(reasons.text("x.y", &params), "x.y（place=资金!7）");
    }

    #[test]
    fn parameters_are_put_into_words() {
        let sentences = texts(&[(
            "a.b",
            "{milestone} {missing} {arrived} {until} {row} {code}",
        )]);
        let terms = texts(&[
            ("milestone.signed", "签约"),
            ("evidence.permit", "施工许可"),
        ]);
        let params = kernel::params_of(json!({
            "milestone": "signed", "missing": ["permit", "new"], "arrived": "68268900.00",
            "until": "2023-06-30T16:05:00Z", "row": 7, "code": "3.5",
        }));
        assert_eq!(
            Reasons::new(sentences, terms, "、").text("a.b", &params),
            "签约 施工许可、new 68,268,900.00 2023-07-01 00:05 7 3.5"
        );
    }

    #[test]
    fn money_is_grouped_in_threes() {
        for (text, wanted) in [
            ("0.00", "0.00"),
            ("-1234.50", "−1,234.50"),
            ("123456.00", "123,456.00"),
        ] {
            assert_eq!(grouped(text).as_deref(), Some(wanted));
        }
        assert_eq!(grouped("1.5"), None);
        assert_eq!(grouped("甲.00"), None);
    }
}
