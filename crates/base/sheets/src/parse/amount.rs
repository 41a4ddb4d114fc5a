//! Numbers with a measure: amounts of money in fen, percentages in basis points.

use super::{CellError, Expected, Problem, present};
use crate::decimal::{Decimal, NotDecimal};
use crate::normal::normal_text;
use crate::unit::{MoneyUnit, Unit};
use crate::workbook::Cell;

/// A number, also as text with thousands separators.
///
/// # Errors
/// Blank, no number, misplaced separators, more than 18 digits.
pub fn decimal(cell: &Cell) -> Result<Decimal, CellError> {
    let fail = |problem| CellError::new(problem, Expected::Decimal, cell);
    present(cell, Expected::Decimal)?;
    match cell {
        Cell::Number(value) => Ok(*value),
        Cell::Text(text) => number(&normal_text(text)).map_err(fail),
        _ => Err(fail(Problem::NotUnderstood)),
    }
}

/// An amount in fen. A bare number is in `unit`, that of the column or table;
/// a unit written in the cell (352.3亿元) counts before it.
///
/// # Errors
/// Blank, no number, misplaced separators, parts of a fen (never rounded),
/// more than i64 fen, another currency.
pub fn money(cell: &Cell, unit: MoneyUnit) -> Result<i64, CellError> {
    let fail = |problem| CellError::new(problem, Expected::Money, cell);
    present(cell, Expected::Money)?;
    let (value, unit) = match cell {
        Cell::Number(value) => (*value, unit),
        Cell::Text(text) => money_text(&normal_text(text), unit).map_err(fail)?,
        _ => return Err(fail(Problem::NotUnderstood)),
    };
    if value.loses_digits_at(unit.fen_power()) {
        return Err(fail(Problem::TooPrecise));
    }
    value
        .to_scaled_i64(unit.fen_power())
        .ok_or_else(|| fail(Problem::TooLarge))
}

fn money_text(text: &str, unit: MoneyUnit) -> Result<(Decimal, MoneyUnit), Problem> {
    let text = text.strip_prefix("人民币").unwrap_or(text).trim_start();
    let text = text.strip_prefix(['¥', '￥']).unwrap_or(text).trim_start();
    let text = text.strip_prefix("RMB").unwrap_or(text).trim_start();
    if text.starts_with(['$', '€', '£']) {
        return Err(Problem::ForeignCurrency);
    }
    let end = text
        .rfind(|c: char| c.is_ascii_digit() || c == ')')
        .map_or(0, |at| at + 1);
    let (figures, suffix) = text.split_at(end);
    let suffix = suffix.trim().trim_end_matches(['整', '正']);
    if suffix.is_empty() {
        return Ok((number(figures)?, unit));
    }
    match MoneyUnit::from_name(suffix) {
        Some(own) => Ok((number(figures)?, own)),
        None if matches!(Unit::from_name(suffix), Some(Unit::Foreign(_))) => {
            Err(Problem::ForeignCurrency)
        }
        None => Err(Problem::NotUnderstood),
    }
}

/// What a bare number in a percentage column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentScale {
    /// 12.5 is 12.5 %: columns headed 占比（%）.
    Points,
    /// 0.125 is 12.5 %.
    Fraction,
}

/// A percentage in basis points. A percent sign, typed or by the cell's format,
/// decides; a bare number is read by `scale`.
///
/// # Errors
/// Blank, no number, parts of a basis point, too large.
pub fn percent(cell: &Cell, scale: PercentScale) -> Result<i64, CellError> {
    let fail = |problem| CellError::new(problem, Expected::Percent, cell);
    present(cell, Expected::Percent)?;
    let bare = |value: Decimal| match scale {
        PercentScale::Points => value,
        PercentScale::Fraction => value.shifted(2),
    };
    let points = match cell {
        Cell::Percent(points) => *points,
        Cell::Number(value) => bare(*value),
        Cell::Text(text) => {
            let text = normal_text(text);
            match text
                .strip_suffix('%')
                .or_else(|| text.strip_suffix("个百分点"))
            {
                Some(figures) => number(figures.trim_end()).map_err(fail)?,
                None => bare(number(&text).map_err(fail)?),
            }
        }
        _ => return Err(fail(Problem::NotUnderstood)),
    };
    if points.loses_digits_at(2) {
        return Err(fail(Problem::TooPrecise));
    }
    points
        .to_scaled_i64(2)
        .ok_or_else(|| fail(Problem::TooLarge))
}

/// Reads half-width figures: sign or accountant's brackets, thousands
/// separators in their places, a point.
pub(super) fn number(text: &str) -> Result<Decimal, Problem> {
    let bracketed = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let unsigned = bracketed.unwrap_or(text);
    let (sign, digits) = match unsigned.strip_prefix('-') {
        Some(_) if bracketed.is_some() => return Err(Problem::NotUnderstood),
        Some(rest) => ("-", rest.trim_start()),
        None => (
            if bracketed.is_some() { "-" } else { "" },
            unsigned.strip_prefix('+').unwrap_or(unsigned),
        ),
    };
    if digits.starts_with(['-', '+']) {
        return Err(Problem::NotUnderstood);
    }
    let digits = without_separators(digits)?;
    format!("{sign}{digits}")
        .parse()
        .map_err(|error| match error {
            NotDecimal::Syntax => Problem::NotUnderstood,
            NotDecimal::TooLong => Problem::TooLarge,
        })
}

/// Takes out commas that part groups of three digits; others are refused,
/// since 12,34 may be a slip for 12.34.
fn without_separators(digits: &str) -> Result<String, Problem> {
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(w, f)| (w, Some(f)));
    if !whole.contains(',') && !fraction.is_some_and(|f| f.contains(',')) {
        return Ok(digits.to_owned());
    }
    if !digits
        .chars()
        .all(|c| c.is_ascii_digit() || ",.".contains(c))
    {
        return Err(Problem::NotUnderstood);
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let placed = (1..=3).contains(&first.len())
        && groups.all(|g| g.len() == 3)
        && !fraction.is_some_and(|f| f.contains(','));
    if !placed {
        return Err(Problem::Separators);
    }
    Ok(digits.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WAN: MoneyUnit = MoneyUnit::TenThousandYuan;

    fn t(text: &str) -> Cell {
        Cell::from_text(text)
    }

    fn n(text: &str) -> Cell {
        Cell::Number(text.parse().unwrap())
    }

    #[test]
    fn amounts_are_read_in_every_dress() {
        for (cell, unit, fen) in [
            (n("12.5"), WAN, 12_500_000),
            (n("0.000001"), WAN, 1),
            (t("1,234.56"), WAN, 1_234_560_000),
            (t("１，２３４．５６"), MoneyUnit::Yuan, 123_456),
            (t("352.3亿元"), WAN, 3_523_000_000_000),
            (t("12万"), MoneyUnit::Yuan, 12_000_000),
            (t("12 万元人民币"), MoneyUnit::Yuan, 12_000_000),
            (t("人民币 500 元整"), WAN, 50_000),
            (t("¥1,000.00"), MoneyUnit::Yuan, 100_000),
            (t("(12.3)"), WAN, -12_300_000),
            (t("（12.3）万元"), WAN, -12_300_000),
            (t("-0.5"), WAN, -500_000),
            (t("−0.5"), WAN, -500_000),
            (t("0"), WAN, 0),
            (n("92233720368547758.07"), MoneyUnit::Yuan, i64::MAX),
        ] {
            assert_eq!(money(&cell, unit), Ok(fen), "{cell:?}");
        }
    }

    #[test]
    fn amounts_that_are_none_are_refused() {
        for (cell, problem) in [
            (n("0.0000001"), Problem::TooPrecise),
            (t("1.005元"), Problem::TooPrecise),
            (t("99999999999亿元"), Problem::TooLarge),
            (
                Cell::Number(Decimal::from_excel(1e300).unwrap()),
                Problem::TooLarge,
            ),
            (t("12,34"), Problem::Separators),
            (t("1,2345"), Problem::Separators),
            (t(",123"), Problem::Separators),
            (t("1,234,5.0"), Problem::Separators),
            (t("3亿美元"), Problem::ForeignCurrency),
            (t("$100"), Problem::ForeignCurrency),
            (t("约12亿元"), Problem::NotUnderstood),
            (t("12-15万元"), Problem::NotUnderstood),
            (t("1.2.3"), Problem::NotUnderstood),
            (t("1e5"), Problem::NotUnderstood),
            (t("万元"), Problem::NotUnderstood),
            (t("12家"), Problem::NotUnderstood),
            (t("--5"), Problem::NotUnderstood),
            (t("(-5)"), Problem::NotUnderstood),
            (Cell::Percent(Decimal::new(5, 0)), Problem::NotUnderstood),
            (
                Cell::Date("2023-06-05".parse().unwrap()),
                Problem::NotUnderstood,
            ),
            (t("/"), Problem::Empty),
        ] {
            assert_eq!(money(&cell, WAN).unwrap_err().problem, problem, "{cell:?}");
        }
    }

    #[test]
    fn percentages_follow_their_sign_before_their_column() {
        for (cell, scale, points) in [
            (t("54.2%"), PercentScale::Fraction, 5_420),
            (t("５４．２％"), PercentScale::Points, 5_420),
            (
                Cell::Percent("54.2".parse().unwrap()),
                PercentScale::Fraction,
                5_420,
            ),
            (n("54.2"), PercentScale::Points, 5_420),
            (n("0.542"), PercentScale::Fraction, 5_420),
            (n("1"), PercentScale::Fraction, 10_000),
            (t("100"), PercentScale::Points, 10_000),
            (t("-3.5%"), PercentScale::Points, -350),
            (t("2.1个百分点"), PercentScale::Points, 210),
        ] {
            assert_eq!(percent(&cell, scale), Ok(points), "{cell:?}");
        }
        assert_eq!(
            percent(&t("12.345%"), PercentScale::Points)
                .unwrap_err()
                .problem,
            Problem::TooPrecise
        );
        assert_eq!(
            percent(&t("大部分"), PercentScale::Points)
                .unwrap_err()
                .problem,
            Problem::NotUnderstood
        );
        assert_eq!(
            percent(&t("%"), PercentScale::Points).unwrap_err().problem,
            Problem::NotUnderstood
        );
    }

    #[test]
    fn plain_numbers_are_read() {
        assert_eq!(decimal(&t("1,234.50")).unwrap().to_string(), "1234.5");
        assert_eq!(decimal(&n("0.1")).unwrap().to_string(), "0.1");
        assert_eq!(
            decimal(&t("abc")).unwrap_err().problem,
            Problem::NotUnderstood
        );
    }

    /// Fen written in a unit, with or without separators.
    fn written(fen: i64, unit: MoneyUnit, separated: bool) -> String {
        let text = Decimal::new(fen, i16::from(unit.fen_power())).to_string();
        if !separated {
            return text;
        }
        let (sign, rest) = text
            .strip_prefix('-')
            .map_or(("", text.as_str()), |r| ("-", r));
        let (whole, fraction) = rest
            .split_once('.')
            .map_or((rest, None), |(w, f)| (w, Some(f)));
        let mut grouped = String::new();
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(c);
        }
        format!(
            "{sign}{grouped}{}",
            fraction.map(|f| format!(".{f}")).unwrap_or_default()
        )
    }

    fn any_unit() -> impl Strategy<Value = MoneyUnit> {
        prop::sample::select(vec![
            MoneyUnit::Yuan,
            MoneyUnit::ThousandYuan,
            WAN,
            MoneyUnit::MillionYuan,
            MoneyUnit::TenMillionYuan,
            MoneyUnit::HundredMillionYuan,
        ])
    }

    proptest! {
        #[test]
        fn money_written_in_any_unit_is_read_back(fen in -99_999_999_999_999_999_i64..100_000_000_000_000_000, unit in any_unit(), column in any_unit(), separated: bool) {
            let text = written(fen, unit, separated);
            prop_assert_eq!(money(&t(&text), unit), Ok(fen));
            let named = format!("{text}{}", unit.name());
            prop_assert_eq!(money(&t(&named), column), Ok(fen));
        }

        #[test]
        fn no_text_is_too_odd(text in ".{0,40}") {
            let _ = money(&t(&text), WAN);
            let _ = percent(&t(&text), PercentScale::Points);
            let _ = super::super::date(&t(&text));
            let _ = super::super::month(&t(&text));
            let _ = super::super::integer(&t(&text));
            let _ = super::super::yes_no(&t(&text));
        }
    }
}
