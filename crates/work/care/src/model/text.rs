//! Checks of typed texts.

use kernel::Fields;
use serde_json::json;

/// The most characters of a code.
pub(crate) const LONGEST_CODE: usize = 100;

/// The most characters of an officer's role.
pub(crate) const LONGEST_OFFICER: usize = 64;

/// The most characters of a rule of the roster.
pub(crate) const LONGEST_RULE: usize = 200;

/// The most characters of what was learnt, described or done.
pub(crate) const LONGEST_NOTE: usize = 500;

/// The codes that fields are refused with.
pub(crate) const FIELD_CODES: &[&str] = &[
    "field.empty",
    "field.malformed",
    "field.too_long",
    "orgs.unit_unknown",
];

/// A code as it is compared: half-width, without white space.
pub(crate) fn code_of(text: &str) -> String {
    sheets::normal_text(text).replace(' ', "")
}

/// A text that must be there, trimmed; `wrong` notes where it is empty or too long.
pub(crate) fn required(wrong: &mut Fields, field: &str, text: &str, max: usize) -> String {
    let text = optional(wrong, field, text, max);
    if text.is_none() {
        wrong.refuse(field, "field.empty", json!({}));
    }
    text.unwrap_or_default()
}

/// A text that may be empty, trimmed; `wrong` notes where it is too long.
pub(crate) fn optional(wrong: &mut Fields, field: &str, text: &str, max: usize) -> Option<String> {
    let text = text.trim();
    if text.chars().count() > max {
        wrong.refuse(field, "field.too_long", json!({ "max": max }));
    }
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether two notes say the same, whatever their spaces and widths.
pub(crate) fn same_note(one: &str, other: &str) -> bool {
    sheets::normal_text(one) == sheets::normal_text(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_and_overlong_texts_are_noted_with_their_field() {
        let mut wrong = Fields::default();
        assert_eq!(
            required(&mut wrong, "officer", " 护商专员 012 ", 9),
            "护商专员 012"
        );
        assert_eq!(optional(&mut wrong, "needs", "  ", 3), None);
        assert!(wrong.is_clean());
        required(&mut wrong, "officer", " ", 9);
        optional(&mut wrong, "needs", "四个字呀", 3);
        let fields = wrong.done().unwrap_err().fields;
        let codes: Vec<(&str, &str)> = fields
            .iter()
            .map(|field| (field.field.as_str(), field.code.as_str()))
            .collect();
        assert!(same_note(
            "缺电，增容",
            "缺电,  增容".replace("  ", "").as_str()
        ));
        assert_eq!(
            codes,
            [("officer", "field.empty"), ("needs", "field.too_long")]
        );
    }
}
