//! The months that the demo covers, counted from 0 at 2022-01.

use chrono::{Days, NaiveDate};
use kernel::Month;

/// How many months the units hand in: 2022-01 to 2023-06.
pub const MONTHS: usize = 18;
/// The first of them, as `yyyymm`.
pub const FIRST_MONTH: i32 = 202_201;

/// January 2023.
pub(crate) const JANUARY_2023: usize = 12;
/// February 2023.
pub(crate) const FEBRUARY_2023: usize = 13;
/// April 2023.
pub(crate) const APRIL_2023: usize = 15;

/// The month at a position, 0 for 2022-01.
///
/// # Panics
/// At positions beyond what an i32 counts.
pub fn month_at(position: usize) -> Month {
    let first = Month::from_number(FIRST_MONTH).expect("2022-01 is a month");
    first.plus(i32::try_from(position).expect("a position of the demo is small"))
}

/// The first day of the books.
pub(crate) fn books_begin() -> NaiveDate {
    month_at(0).first_day()
}

/// The position of the month in which `day` lies; None before the books.
pub(crate) fn position_of(day: NaiveDate) -> Option<usize> {
    let month = Month::of(day);
    let years = month.year() - FIRST_MONTH / 100;
    let position = years * 12 + month.of_year() - FIRST_MONTH % 100;
    usize::try_from(position).ok().filter(|at| *at < MONTHS)
}

/// `days` after `day`.
pub(crate) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days))
        .expect("days of the demo stay far from the calendar's end")
}
