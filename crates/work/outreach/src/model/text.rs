//! Checking what was typed into single fields.

use chrono::NaiveDate;
use kernel::Fields;
use orgs::{NameRefusal, UnitTree, divisions};
use serde_json::json;

/// The most characters of a code or number.
const LONGEST_CODE: usize = 64;

/// The most characters of a name.
const LONGEST_NAME: usize = 128;

/// A code: half-width, without spaces, not empty.
pub(super) fn code(wrong: &mut Fields, field: &str, text: &str) -> String {
    let text = sheets::normal_text(text).replace(' ', "");
    sized(wrong, field, &text, LONGEST_CODE, true);
    text
}

/// A document's number: half-width, without spaces, its year in 〔〕 (GB/T 9704-2012, 7.2.5),
/// so that however its brackets were typed it is the same number.
pub(super) fn number(wrong: &mut Fields, field: &str, text: &str) -> String {
    let number = document_number(text);
    sized(wrong, field, &number, LONGEST_CODE, true);
    number
}

/// How the register spells a document's number.
pub(crate) fn document_number(text: &str) -> String {
    year_brackets(&sheets::normal_text(text).replace(' ', ""))
}

/// `text` with the brackets of every year written as documents have them.
pub(super) fn year_brackets(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = letters.clone();
    for (at, six) in letters.windows(6).enumerate() {
        let opens = matches!(six[0], '(' | '[' | '〔');
        let closes = matches!(six[5], ')' | ']' | '〕');
        if opens && closes && six[1..5].iter().all(char::is_ascii_digit) {
            out[at] = '〔';
            out[at + 5] = '〕';
        }
    }
    out.into_iter().collect()
}

/// A name, not empty.
pub(super) fn name(wrong: &mut Fields, field: &str, text: &str) -> String {
    let text = sheets::normal_text(text);
    sized(wrong, field, &text, LONGEST_NAME, true);
    text
}

/// A text that may be missing; an empty one is none.
pub(super) fn optional(wrong: &mut Fields, field: &str, text: Option<&str>) -> Option<String> {
    let text = text
        .map(sheets::normal_text)
        .filter(|text| !text.is_empty())?;
    sized(wrong, field, &text, LONGEST_NAME, false);
    Some(text)
}

fn sized(wrong: &mut Fields, field: &str, text: &str, max: usize, required: bool) {
    match text.chars().count() {
        0 if required => wrong.refuse(field, "field.empty", json!({})),
        length if length > max => wrong.refuse(field, "field.too_long", json!({ "max": max })),
        _ => {}
    }
}

/// Refuses a list that is empty or longer than `max`.
pub(super) fn counted<T>(wrong: &mut Fields, field: &str, list: &[T], max: usize) {
    if list.is_empty() {
        wrong.refuse(field, "field.empty", json!({}));
    } else if list.len() > max {
        wrong.refuse(field, "field.too_many", json!({ "max": max }));
    }
}

/// The code of the one division that `text` means.
pub(super) fn division(wrong: &mut Fields, field: &str, text: &str) -> Option<String> {
    let (code, params) = match divisions().by_name(text) {
        Ok(division) => return Some(division.code.clone()),
        Err(NameRefusal::Unknown) => ("orgs.division_unknown", json!({ "code": text })),
        Err(NameRefusal::Ambiguous(names)) => (
            "orgs.division_ambiguous",
            json!({ "code": text, "names": names }),
        ),
    };
    wrong.refuse(field, code, params);
    None
}

/// The key of the unit that `text` names by code or name.
pub(super) fn unit(wrong: &mut Fields, tree: &UnitTree, field: &str, text: &str) -> Option<i64> {
    let unit = tree.by_name(text);
    if unit.is_none() {
        wrong.refuse(field, "orgs.unit_unknown", json!({ "code": text }));
    }
    unit.map(|unit| unit.key)
}

/// A day as a person writes it into a cell.
pub(super) fn day_text(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_its_brackets_are_typed() {
        for typed in [
            "淄政办字〔2023〕15号",
            "淄政办字（2023） 15号",
            "淄政办字[2023]15号",
        ] {
            let number = number(&mut Fields::default(), "number", typed);
            assert_eq!(number, "淄政办字〔2023〕15号");
        }
        assert_eq!(year_brackets("方案(试行)"), "方案(试行)");
    }
}
