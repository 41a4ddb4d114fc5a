//! From a cell to a value, or to what was found and what was expected. Pure;
//! nothing is guessed: what has two readings is refused as ambiguous, what has
//! more digits than fit is refused instead of rounded.

mod amount;
mod day;
mod plain;

pub use amount::{PercentScale, decimal, money, percent};
pub use day::{date, month};
pub use plain::{integer, text, yes_no};

use serde::Serialize;

use crate::normal::normal_text;
use crate::workbook::Cell;

/// A cell that does not give the expected value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{}: found {found:?}, expected {expected:?}", self.code())]
pub struct CellError {
    /// What is wrong.
    pub problem: Problem,
    /// What would have been right.
    pub expected: Expected,
    /// What the cell shows, shortened to 60 characters.
    pub found: String,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The cell holds nothing.
    Empty,
    /// The cell shows `#REF!` or another error of Excel.
    ExcelError,
    /// It cannot be read as what was expected.
    NotUnderstood,
    /// It reads well and does not exist: 2023-02-30.
    Impossible,
    /// It has two readings: the number 2023.1 is January or October.
    Ambiguous,
    /// More digits than are kept: parts of a fen, of a basis point, of one.
    TooPrecise,
    /// Too large to be kept.
    TooLarge,
    /// Thousands separators in the wrong places: 12,34.
    Separators,
    /// An amount in another currency.
    ForeignCurrency,
    /// A number of more than 15 digits: Excel has lost the last ones, as with
    /// codes in cells that are not formatted as text.
    DigitsLost,
}

/// What a cell was expected to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// A day.
    Date,
    /// A month or a day in it.
    Month,
    /// An amount of Renminbi.
    Money,
    /// A percentage.
    Percent,
    /// 是 or 否.
    YesNo,
}

impl CellError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self.problem {
            Problem::Empty => "cell.empty",
            Problem::ExcelError => "cell.excel_error",
            Problem::NotUnderstood => "cell.not_understood",
            Problem::Impossible => "cell.impossible",
            Problem::Ambiguous => "cell.ambiguous",
            Problem::TooPrecise => "cell.too_precise",
            Problem::TooLarge => "cell.too_large",
            Problem::Separators => "cell.separators",
            Problem::ForeignCurrency => "cell.foreign_currency",
            Problem::DigitsLost => "cell.digits_lost",
        }
    }

    fn new(problem: Problem, expected: Expected, cell: &Cell) -> Self {
        let shown = cell.to_string();
        let found = if shown.chars().count() <= 60 {
            shown
        } else {
            shown.chars().take(60).chain(['…']).collect()
        };
        Self {
            problem,
            expected,
            found,
        }
    }
}

/// Whether a cell says nothing: empty, or one of the strokes that offices put
/// where there is no value.
pub fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => {
            text.len() <= 12
                && matches!(
                    normal_text(text).as_str(),
                    "" | "-" | "--" | "—" | "——" | "/" | "\\" | "…" | "——-"
                )
        }
        _ => false,
    }
}

/// None for a blank cell, else the parser's answer: `optional(cell, date)`.
///
/// # Errors
/// The parser's.
pub fn optional<T>(
    cell: &Cell,
    parser: impl FnOnce(&Cell) -> Result<T, CellError>,
) -> Result<Option<T>, CellError> {
    if is_blank(cell) {
        Ok(None)
    } else {
        parser(cell).map(Some)
    }
}

/// The refusals that every parser begins with.
fn present(cell: &Cell, expected: Expected) -> Result<(), CellError> {
    match cell {
        Cell::Error(_) => Err(CellError::new(Problem::ExcelError, expected, cell)),
        _ if is_blank(cell) => Err(CellError::new(Problem::Empty, expected, cell)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_stand_for_nothing() {
        for text in ["", " ", "-", "——", "—", "/", "－"] {
            assert!(is_blank(&Cell::from_text(text)), "{text}");
            assert_eq!(optional(&Cell::from_text(text), date), Ok(None));
            assert_eq!(
                date(&Cell::from_text(text)).unwrap_err().problem,
                Problem::Empty
            );
        }
        assert!(!is_blank(&Cell::from_text("无")));
    }

    #[test]
    fn an_error_names_its_code_and_what_was_found() {
        let error = date(&Cell::from_text("下月")).unwrap_err();
        assert_eq!(
            (error.code(), error.expected, error.found.as_str()),
            ("cell.not_understood", Expected::Date, "下月")
        );
        let error = text(&Cell::Error("#REF!".into())).unwrap_err();
        assert_eq!(error.code(), "cell.excel_error");
        let long = integer(&Cell::from_text(&"长".repeat(100))).unwrap_err();
        assert_eq!(long.found.chars().count(), 61);
    }
}
