//! Drop-down lists. Excel keeps at most 255 characters of a list in the cell's
//! rule; longer lists stand on a hidden sheet.

use rust_xlsxwriter::{DataValidation, Formula, Workbook, Worksheet, XlsxError};

use super::SheetOut;
use crate::workbook::column_letter;

/// Rows under the header that offer the list.
pub(super) const ROWS: u32 = 5_000;

/// The hidden sheet's name.
const SHEET: &str = "_选项";

/// The long lists of a workbook, each once.
#[derive(Default)]
pub(super) struct Lists {
    lists: Vec<Vec<String>>,
}

impl Lists {
    pub(super) fn gather(sheets: &[SheetOut]) -> Self {
        let mut lists: Vec<Vec<String>> = Vec::new();
        for column in sheets.iter().flat_map(|s| &s.columns) {
            if needs_sheet(&column.choices) && !lists.contains(&column.choices) {
                lists.push(column.choices.clone());
            }
        }
        Self { lists }
    }

    /// The rule for a column's cells.
    pub(super) fn rule(&self, choices: &[String]) -> Result<DataValidation, XlsxError> {
        let rule = DataValidation::new();
        match self.lists.iter().position(|list| list == choices) {
            None => rule.allow_list_strings(choices),
            Some(at) => {
                let letter = column_letter(u32::try_from(at).unwrap_or(u32::MAX));
                let range = format!("='{SHEET}'!${letter}$1:${letter}${}", choices.len());
                Ok(rule.allow_list_formula(Formula::new(range)))
            }
        }
    }

    /// The name of the hidden sheet, if there is one.
    pub(super) fn sheet_name(&self) -> Option<&'static str> {
        (!self.lists.is_empty()).then_some(SHEET)
    }

    /// Adds the hidden sheet, if any list needs it.
    pub(super) fn add_sheet(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        if self.lists.is_empty() {
            return Ok(());
        }
        let sheet: &mut Worksheet = book.add_worksheet();
        sheet.set_name(SHEET)?.set_hidden(true);
        for (column, list) in (0_u16..).zip(&self.lists) {
            for (row, choice) in (0_u32..).zip(list) {
                sheet.write_string(row, column, choice)?;
            }
        }
        Ok(())
    }
}

/// Whether a list is too long for the rule itself, or holds the comma that
/// parts its entries.
fn needs_sheet(choices: &[String]) -> bool {
    let characters: usize = choices.iter().map(|c| c.encode_utf16().count() + 1).sum();
    characters > 256 || choices.iter().any(|c| c.contains([',', '"']))
}
