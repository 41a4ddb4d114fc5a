//! Days and months as people write them.

use chrono::{NaiveDate, TimeDelta};
use kernel::Month;

use super::{CellError, Expected, Problem, present};
use crate::decimal::Decimal;
use crate::normal::normal_text;
use crate::workbook::Cell;

/// Serials of 1954-10-03 to 2119-01-12: a number outside is no date in a
/// bureau's workbook, and years (2023) stay clear of it.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=80_001;

/// Years that a workbook may name.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A day: a date cell, Excel's serial, 20230605, 2023-06-05, 2023/6/5,
/// 2023.6.5, 2023年6月5日, also in full-width digits and with a time behind.
///
/// # Errors
/// Blank, not understood, impossible (2023-02-30), a month only.
pub fn date(cell: &Cell) -> Result<NaiveDate, CellError> {
    let fail = |problem| CellError::new(problem, Expected::Date, cell);
    present(cell, Expected::Date)?;
    match cell {
        Cell::Date(date) => Ok(*date),
        Cell::Number(number) => from_number(*number).map_err(fail),
        Cell::Text(text) => from_text(&normal_text(text)).map_err(fail),
        _ => Err(fail(Problem::NotUnderstood)),
    }
}

/// A month: 2023-06, 2023年6月, 2023.6, 202306, or any day in it.
///
/// # Errors
/// Blank, not understood, impossible. The *number* 2023.1 is ambiguous, since
/// Excel keeps 2023.10 as 2023.1.
pub fn month(cell: &Cell) -> Result<Month, CellError> {
    let fail = |problem| CellError::new(problem, Expected::Month, cell);
    present(cell, Expected::Month)?;
    match cell {
        Cell::Date(date) => Ok(Month::of(*date)),
        Cell::Number(number) => {
            if let Some(found) = month_number(*number) {
                return found.map_err(fail);
            }
            from_number(*number).map(Month::of).map_err(fail)
        }
        Cell::Text(text) => {
            let text = normal_text(text);
            match split(&text) {
                Some((year, month, None)) => year_month(year, month),
                _ => match text
                    .parse::<Decimal>()
                    .ok()
                    .and_then(|n| month_number(n).filter(|_| n.scale() == 0))
                {
                    Some(found) => found,
                    None => from_text(&text).map(Month::of),
                },
            }
            .map_err(fail)
        }
        _ => Err(fail(Problem::NotUnderstood)),
    }
}

/// 202306 and 2023.6; None for other numbers.
fn month_number(number: Decimal) -> Option<Result<Month, Problem>> {
    if let Some(whole) = number.to_i64() {
        return (190_001..=219_912).contains(&whole).then(|| {
            let (year, month) = (i32::try_from(whole / 100), u32::try_from(whole % 100));
            year_month(year.unwrap_or(0), month.unwrap_or(0))
        });
    }
    let text = number.to_string();
    let (year, month) = text.split_once('.')?;
    let year = year.parse().ok().filter(|y| YEARS.contains(y))?;
    Some(match month {
        "1" => Err(Problem::Ambiguous),
        _ if month.len() <= 2 => year_month(year, month.parse().unwrap_or(0)),
        _ => Err(Problem::NotUnderstood),
    })
}

fn year_month(year: i32, month: u32) -> Result<Month, Problem> {
    if !YEARS.contains(&year) {
        return Err(Problem::NotUnderstood);
    }
    i32::try_from(month)
        .ok()
        .and_then(|m| Month::new(year, m).ok())
        .ok_or(Problem::Impossible)
}

/// A serial or 20230605.
fn from_number(number: Decimal) -> Result<NaiveDate, Problem> {
    // A time of day is the serial's fraction.
    let whole = number.to_string();
    let whole: i64 = whole
        .split('.')
        .next()
        .and_then(|w| w.parse().ok())
        .ok_or(Problem::NotUnderstood)?;
    if SERIALS.contains(&whole) {
        // Serial 1 is 1900-01-01; with the 29 February that Excel counts, day
        // 0 of all later dates is 1899-12-30.
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(Problem::NotUnderstood)?;
        return epoch
            .checked_add_signed(TimeDelta::days(whole))
            .ok_or(Problem::NotUnderstood);
    }
    if number.to_i64().is_some() && (19_000_101..=21_991_231).contains(&whole) {
        let part = |v: i64| u32::try_from(v).unwrap_or(0);
        return day(
            i32::try_from(whole / 10_000).unwrap_or(0),
            part(whole / 100 % 100),
            part(whole % 100),
        );
    }
    Err(Problem::NotUnderstood)
}

fn from_text(text: &str) -> Result<NaiveDate, Problem> {
    if text.chars().all(|c| c.is_ascii_digit() || c == '.') && text.matches('.').count() <= 1 {
        return from_number(text.parse().map_err(|_| Problem::NotUnderstood)?);
    }
    match split(text) {
        Some((year, month, Some(date))) => day(year, month, date),
        _ => Err(Problem::NotUnderstood),
    }
}

fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, Problem> {
    if !YEARS.contains(&year) {
        return Err(Problem::NotUnderstood);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Problem::Impossible)
}

/// Year, month and perhaps day of a text, the year first and with four digits.
fn split(text: &str) -> Option<(i32, u32, Option<u32>)> {
    // A time behind the day is left out: 2023-06-05 00:00:00, 2023-06-05T08:00.
    let day = match text.split_once([' ', 'T']) {
        Some((before, after)) if after.contains(':') => before,
        _ => text,
    };
    let closed: String = day.chars().filter(|c| *c != ' ').collect();
    let numbers: Vec<&str> = closed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
        .collect();
    let marks: String = closed.chars().filter(|c| !c.is_ascii_digit()).collect();
    let part = |text: &str| {
        if text.len() <= 2 {
            text.parse::<u32>().ok()
        } else {
            None
        }
    };
    if !closed.starts_with(|c: char| c.is_ascii_digit()) || numbers.first()?.len() != 4 {
        return None;
    }
    let year = numbers[0].parse().ok()?;
    let mut ends = closed.chars().rev();
    let open = ends.next().is_some_and(|c| c.is_ascii_digit());
    match (numbers.as_slice(), marks.as_str(), open) {
        ([_, m, d], "--" | "//" | ".." | "年月", true)
        | ([_, m, d], "年月日" | "年月号", false) => Some((year, part(m)?, Some(part(d)?))),
        ([_, m], "-" | "/" | "." | "年", true) | ([_, m], "年月" | "年月份", false) => {
            Some((year, part(m)?, None))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn t(text: &str) -> Cell {
        Cell::from_text(text)
    }

    fn n(text: &str) -> Cell {
        Cell::Number(text.parse().unwrap())
    }

    #[test]
    fn days_are_read_in_every_dress() {
        let fifth: NaiveDate = "2023-06-05".parse().unwrap();
        for cell in [
            Cell::Date(fifth),
            n("45082"),
            n("45082.75"),
            n("20230605"),
            t("45082"),
            t("20230605"),
            t("2023-06-05"),
            t("2023-6-5"),
            t("2023/6/5"),
            t("2023.6.5"),
            t("2023.06.05"),
            t("2023年6月5日"),
            t("2023 年 6 月 5 日"),
            t("2023年6月5号"),
            t("２０２３年６月５日"),
            t("２０２３－０６－０５"),
            t("2023-06-05 00:00:00"),
            t("2023-06-05T08:30:00"),
        ] {
            assert_eq!(date(&cell), Ok(fifth), "{cell:?}");
        }
    }

    #[test]
    fn days_that_are_none_are_refused() {
        for (cell, problem) in [
            (t("2023-02-30"), Problem::Impossible),
            (t("2023年13月1日"), Problem::Impossible),
            (n("20230230"), Problem::Impossible),
            (t("2023.0.5"), Problem::Impossible),
            (t("2023年6月"), Problem::NotUnderstood),
            (t("2023.6"), Problem::NotUnderstood),
            (n("2023"), Problem::NotUnderstood),
            (n("2023.6"), Problem::NotUnderstood),
            (n("12"), Problem::NotUnderstood),
            (n("-45082"), Problem::NotUnderstood),
            (t("6月5日"), Problem::NotUnderstood),
            (t("05/06/2023"), Problem::NotUnderstood),
            (t("23-6-5"), Problem::NotUnderstood),
            (t("2023-6/5"), Problem::NotUnderstood),
            (t("2023-6-5-"), Problem::NotUnderstood),
            (t("2023-006-5"), Problem::NotUnderstood),
            (t("1023-06-05"), Problem::NotUnderstood),
            (t("6月底"), Problem::NotUnderstood),
            (t("2023-06-05至2023-07-01"), Problem::NotUnderstood),
            (Cell::Bool(true), Problem::NotUnderstood),
        ] {
            assert_eq!(date(&cell).unwrap_err().problem, problem, "{cell:?}");
        }
    }

    #[test]
    fn months_are_read_in_every_dress() {
        let june = Month::new(2023, 6).unwrap();
        for cell in [
            t("2023-06"),
            t("2023-6"),
            t("2023/06"),
            t("2023.6"),
            t("2023.06"),
            t("2023年6月"),
            t("2023年06月"),
            t("2023 年 6 月份"),
            t("202306"),
            n("202306"),
            n("2023.6"),
            n("45082"),
            t("2023-06-05"),
            t("2023年6月5日"),
            Cell::Date("2023-06-30".parse().unwrap()),
        ] {
            assert_eq!(month(&cell), Ok(june), "{cell:?}");
        }
        assert_eq!(month(&t("2023.1")), Ok(Month::new(2023, 1).unwrap()));
        assert_eq!(month(&t("2023.10")), Ok(Month::new(2023, 10).unwrap()));
        assert_eq!(month(&n("2023.12")), Ok(Month::new(2023, 12).unwrap()));
    }

    #[test]
    fn a_month_with_two_readings_is_refused() {
        // Typed as 2023.10 into a number cell, October is kept as 2023.1.
        assert_eq!(month(&n("2023.1")).unwrap_err().problem, Problem::Ambiguous);
        for (cell, problem) in [
            (t("2023年13月"), Problem::Impossible),
            (n("202313"), Problem::Impossible),
            (n("2023"), Problem::NotUnderstood),
            (t("6月"), Problem::NotUnderstood),
            (t("2023年"), Problem::NotUnderstood),
            (t("一季度"), Problem::NotUnderstood),
        ] {
            assert_eq!(month(&cell).unwrap_err().problem, problem, "{cell:?}");
        }
    }
}
