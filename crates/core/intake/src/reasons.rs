//! Sentences for the codes of refused rows, for the one place where the server writes
//! prose: the workbook that goes back to its sender.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Chinese sentences by code, with `{param}` places: the client's own, installed as a part
/// of the application by the binary, so that there is one text for each code.
#[derive(Debug, Clone, Default)]
pub struct Reasons(BTreeMap<String, String>);

impl Reasons {
    /// These sentences.
    pub fn new(sentences: BTreeMap<String, String>) -> Self {
        Self(sentences)
    }

    /// The sentence for `code`; without one, the code and its parameters themselves.
    pub fn text(&self, code: &str, params: &Map<String, Value>) -> String {
        let shown = |value: &Value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match self.0.get(code) {
            Some(sentence) => params.iter().fold(sentence.clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), &shown(value))
            }),
            None if params.is_empty() => code.to_owned(),
            None => {
                let params: Vec<String> = params
                    .iter()
                    .map(|(name, value)| format!("{name}={}", shown(value)))
                    .collect();
                format!("{code}（{}）", params.join("，"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_sentence_is_filled_and_an_unknown_code_is_shown() {
        let reasons = Reasons::new(BTreeMap::from([(
            "funds.voucher_used".to_owned(),
            "凭证号已用于 {place}".to_owned(),
        )]));
        let params = kernel::params_of(json!({ "place": "资金!7" }));
        assert_eq!(
            reasons.text("funds.voucher_used", &params),
            "凭证号已用于 资金!7"
        );
        assert_eq!(reasons.text("x.y", &params), "x.y（place=资金!7）");
    }
}
