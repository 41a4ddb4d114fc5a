//! A look at a few attributes in a workbook's XML without parsing it: the true
//! parser reads a sheet once for its cells, and a second full pass only for
//! the merged ranges behind them would double the time.

use std::collections::HashMap;

use super::grid::Merge;
use crate::limits::{MAX_MERGES, MAX_SHEETS};

/// The attribute lists of all elements of a local name, whatever their prefix.
pub(crate) fn elements<'x>(xml: &'x str, name: &'x str) -> impl Iterator<Item = &'x str> {
    xml.split('<').skip(1).filter_map(move |piece| {
        let tag = piece.split('>').next()?;
        let (full, attributes) = tag.split_once(|c: char| c.is_ascii_whitespace())?;
        (full.rsplit(':').next() == Some(name)).then_some(attributes)
    })
}

/// The value of an attribute by its local name.
pub(crate) fn attribute<'x>(attributes: &'x str, name: &str) -> Option<&'x str> {
    let mut rest = attributes;
    loop {
        let (full, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, tail) = after[1..].split_once(quote)?;
        if full.trim().rsplit(':').next() == Some(name) {
            return Some(value);
        }
        rest = tail;
    }
}

/// The part names of the sheets, in the order of the workbook, from
/// `workbook.xml` and its relationships. `folder` is where the workbook lies.
pub(crate) fn sheet_parts(
    workbook: &str,
    relationships: &str,
    folder: &str,
) -> Vec<Option<String>> {
    let targets: HashMap<&str, &str> = elements(relationships, "Relationship")
        .filter_map(|r| Some((attribute(r, "Id")?, attribute(r, "Target")?)))
        .collect();
    elements(workbook, "sheet")
        .take(MAX_SHEETS + 1)
        .map(|sheet| {
            let id = sheet.split_ascii_whitespace().find_map(|piece| {
                let (name, value) = piece.split_once('=')?;
                name.ends_with(":id")
                    .then(|| value.trim_matches(['"', '\'', '/']))
            })?;
            let target = targets.get(id)?;
            Some(match target.strip_prefix('/') {
                Some(absolute) => absolute.to_ascii_lowercase(),
                None => format!("{folder}{target}").to_ascii_lowercase(),
            })
        })
        .collect()
}

/// The merged ranges in the XML that follows a sheet's rows, and whether there
/// were more than are honoured.
pub(crate) fn merges(xml: &str) -> (Vec<Merge>, bool) {
    let mut found: Vec<Merge> = elements(xml, "mergeCell")
        .filter_map(|attributes| range(attribute(attributes, "ref")?))
        .take(MAX_MERGES + 1)
        .collect();
    let more = found.len() > MAX_MERGES;
    found.truncate(MAX_MERGES);
    (found, more)
}

/// `A1:B2`.
fn range(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':')?;
    let ((first_column, first_row), (last_column, last_row)) = (position(first)?, position(last)?);
    (first_row <= last_row && first_column <= last_column).then_some(Merge {
        first_row,
        first_column,
        last_row,
        last_column,
    })
}

/// `B12` as (column 1, row 11).
pub(super) fn position(text: &str) -> Option<(u32, u32)> {
    let split = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(split);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        let value = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|v| *v < 26)?;
        column = column * 26 + u32::from(value) + 1;
    }
    let row: u32 = digits
        .parse()
        .ok()
        .filter(|r| (1..=1_048_576).contains(r))?;
    Some((column - 1, row - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_ranges_are_found_with_and_without_a_prefix() {
        let xml = r#"</sheetData><mergeCells count="2"><mergeCell ref="A1:D1"/><x:mergeCell ref='AA3:AB10' /></mergeCells>"#;
        let (found, more) = merges(xml);
        assert_eq!(
            found,
            [
                Merge {
                    first_row: 0,
                    first_column: 0,
                    last_row: 0,
                    last_column: 3
                },
                Merge {
                    first_row: 2,
                    first_column: 26,
                    last_row: 9,
                    last_column: 27
                },
            ]
        );
        assert!(!more);
        assert!(
            merges(r#"<mergeCell ref="A1"/><mergeCell ref="B2:A1"/><mergeCell ref="A0:A2"/>"#)
                .0
                .is_empty()
        );
    }

    #[test]
    fn sheets_are_found_through_their_relationships() {
        let workbook = r#"<sheets><sheet name="b" sheetId="2" r:id="rId7"/><sheet name="a" state="hidden" sheetId="1" r:id="rId1"/><sheet name="c" r:id="none"/></sheets>"#;
        let relationships = r#"<Relationships><Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/><Relationship Target="/xl/worksheets/Sheet9.xml" Id="rId7"/></Relationships>"#;
        assert_eq!(
            sheet_parts(workbook, relationships, "xl/"),
            [
                Some("xl/worksheets/sheet9.xml".to_owned()),
                Some("xl/worksheets/sheet1.xml".to_owned()),
                None
            ]
        );
    }
}
