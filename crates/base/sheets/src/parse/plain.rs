//! Texts, whole numbers, yes and no.

use super::{CellError, Expected, Problem, amount, present};
use crate::normal::normal_text;
use crate::workbook::Cell;

/// A cell's text as shown. A number gives its digits, so that a code typed as
/// a number is found; one whose digits Excel has lost is refused.
///
/// # Errors
/// Blank, an error of Excel, or a number of more than 15 digits.
pub fn text(cell: &Cell) -> Result<String, CellError> {
    present(cell, Expected::Text)?;
    if let Cell::Number(number) = cell
        && number
            .to_i64()
            .is_none_or(|n| n.unsigned_abs() >= 1_000_000_000_000_000)
        && number.scale() <= 0
    {
        return Err(CellError::new(Problem::DigitsLost, Expected::Text, cell));
    }
    Ok(cell.to_string())
}

/// Words that offices put behind a count: 12家.
const COUNT_WORDS: [char; 14] = [
    '个', '家', '人', '次', '项', '户', '件', '名', '台', '套', '位', '年', '月', '天',
];

/// A whole number, also as text, with thousands separators or a counting word.
///
/// # Errors
/// Blank, no number, a fraction, too large.
pub fn integer(cell: &Cell) -> Result<i64, CellError> {
    let fail = |problem| CellError::new(problem, Expected::Integer, cell);
    present(cell, Expected::Integer)?;
    let value = match cell {
        Cell::Number(number) => *number,
        Cell::Text(text) => {
            let text = normal_text(text);
            amount::number(text.trim_end_matches(COUNT_WORDS).trim_end()).map_err(fail)?
        }
        _ => return Err(fail(Problem::NotUnderstood)),
    };
    if value.scale() > 0 {
        return Err(fail(Problem::TooPrecise));
    }
    value.to_i64().ok_or_else(|| fail(Problem::TooLarge))
}

/// 是 or 否 in the spellings that forms come back with.
///
/// # Errors
/// Blank, or neither.
pub fn yes_no(cell: &Cell) -> Result<bool, CellError> {
    present(cell, Expected::YesNo)?;
    if let Cell::Bool(value) = cell {
        return Ok(*value);
    }
    match normal_text(&cell.to_string()).to_lowercase().as_str() {
        "是" | "有" | "对" | "已" | "√" | "✓" | "✔" | "☑" | "y" | "yes" | "true" | "1" => {
            Ok(true)
        }
        "否" | "无" | "没有" | "不是" | "未" | "×" | "✗" | "✘" | "x" | "n" | "no" | "false"
        | "0" => Ok(false),
        _ => Err(CellError::new(
            Problem::NotUnderstood,
            Expected::YesNo,
            cell,
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;

    fn t(text: &str) -> Cell {
        Cell::from_text(text)
    }

    #[test]
    fn text_shows_what_the_cell_shows() {
        assert_eq!(text(&t(" 甲公司 ")).unwrap(), "甲公司");
        assert_eq!(
            text(&Cell::Number(Decimal::new(370_303, 0))).unwrap(),
            "370303"
        );
        assert_eq!(text(&Cell::Number(Decimal::new(125, 1))).unwrap(), "12.5");
        assert_eq!(text(&Cell::Empty).unwrap_err().problem, Problem::Empty);
    }

    #[test]
    fn a_code_that_excel_rounded_is_refused() {
        // 18 digits typed into a cell that is not text: the last three are gone.
        let code = Cell::Number(Decimal::from_excel(913_703_001_643_129_000.0).unwrap());
        assert_eq!(text(&code).unwrap_err().problem, Problem::DigitsLost);
        let shorter = Cell::Number(Decimal::from_excel(370_300_001_643_129.0).unwrap());
        assert_eq!(text(&shorter).unwrap(), "370300001643129");
    }

    #[test]
    fn whole_numbers_are_read_in_every_dress() {
        for (cell, value) in [
            (Cell::Number(Decimal::new(12, 0)), 12),
            (t("12"), 12),
            (t("１，２３４"), 1_234),
            (t("12家"), 12),
            (t("12 个"), 12),
            (t("-3"), -3),
            (t("12.0"), 12),
        ] {
            assert_eq!(integer(&cell), Ok(value), "{cell:?}");
        }
        for (cell, problem) in [
            (t("12.5"), Problem::TooPrecise),
            (Cell::Number(Decimal::new(5, 1)), Problem::TooPrecise),
            (t("十二"), Problem::NotUnderstood),
            (t("12家企业"), Problem::NotUnderstood),
            (t("99999999999999999999"), Problem::TooLarge),
            (
                Cell::Number(Decimal::from_excel(1e30).unwrap()),
                Problem::TooLarge,
            ),
            (t("1,2"), Problem::Separators),
            (Cell::Bool(true), Problem::NotUnderstood),
        ] {
            assert_eq!(integer(&cell).unwrap_err().problem, problem, "{cell:?}");
        }
    }

    #[test]
    fn yes_and_no_have_many_spellings_and_maybe_none() {
        for yes in ["是", " 有 ", "√", "Y", "ＹＥＳ", "1"] {
            assert_eq!(yes_no(&t(yes)), Ok(true), "{yes}");
        }
        for no in ["否", "无", "×", "No", "0"] {
            assert_eq!(yes_no(&t(no)), Ok(false), "{no}");
        }
        assert_eq!(yes_no(&Cell::Number(Decimal::new(1, 0))), Ok(true));
        assert_eq!(
            yes_no(&t("也许")).unwrap_err().problem,
            Problem::NotUnderstood
        );
    }
}
