//! Checking typed texts: what every form and row of this crate holds.

use kernel::Fields;
use orgs::UnitTree;
use serde_json::json;

/// The codes of fields that this crate refuses.
pub(crate) const FIELD_CODES: &[&str] = &[
    "field.empty",
    "field.not_positive",
    "field.too_long",
    "orgs.unit_unknown",
];

/// The most characters of a code.
pub(super) const LONGEST_CODE: usize = 64;

/// The most characters of a name.
pub(super) const LONGEST_NAME: usize = 128;

/// The most characters of a channel.
pub(crate) const LONGEST_CHANNEL: usize = 64;

/// The most characters of a description: what a cell may hold.
pub(super) const LONGEST_TEXT: usize = 500;

fn measure(wrong: &mut Fields, field: &str, text: &str, max: usize) {
    if text.chars().count() > max {
        wrong.refuse(field, "field.too_long", json!({ "max": max }));
    }
}

/// A text that must be there, in its normal spelling.
pub(crate) fn required(wrong: &mut Fields, field: &str, text: &str, max: usize) -> String {
    let text = sheets::normal_text(text);
    if text.is_empty() {
        wrong.refuse(field, "field.empty", json!({}));
    }
    measure(wrong, field, &text, max);
    text
}

/// A code: a text that must be there, without spaces.
pub(super) fn code(wrong: &mut Fields, typed: &str) -> String {
    required(wrong, "code", &typed.replace(' ', ""), LONGEST_CODE)
}

/// A text in its normal spelling; none where nothing is left of it.
pub(crate) fn given(text: Option<&str>) -> Option<String> {
    text.map(sheets::normal_text)
        .filter(|text| !text.is_empty())
}

/// A text that may be absent, in its normal spelling.
pub(super) fn optional(
    wrong: &mut Fields,
    field: &str,
    text: Option<&str>,
    max: usize,
) -> Option<String> {
    let text = given(text)?;
    measure(wrong, field, &text, max);
    Some(text)
}

/// The key of the unit that `name` means, by code or name.
pub(super) fn unit(wrong: &mut Fields, tree: &UnitTree, name: &str) -> Option<i64> {
    let unit = tree.by_name(name);
    if unit.is_none() {
        wrong.refuse("unit", "orgs.unit_unknown", json!({ "code": name }));
    }
    unit.map(|unit| unit.key)
}
