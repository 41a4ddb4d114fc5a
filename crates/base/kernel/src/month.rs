//! Calendar months as the books use them.

use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A month, kept as the integer `yyyymm` that the database holds too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// A text or number that is no month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRefusal;

impl Month {
    /// The month `number` (1 to 12) of `year` (1900 to 2999).
    pub fn new(year: i32, number: i32) -> Result<Self, MonthRefusal> {
        if (1900..=2999).contains(&year) && (1..=12).contains(&number) {
            Ok(Self(year * 100 + number))
        } else {
            Err(MonthRefusal)
        }
    }

    /// From the integer `yyyymm`.
    pub fn from_number(number: i32) -> Result<Self, MonthRefusal> {
        Self::new(number / 100, number % 100)
    }

    /// The month in which `day` lies.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * 100 + i32::try_from(day.month()).expect("1 to 12"))
    }

    /// The integer `yyyymm`.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.0 / 100
    }

    /// Months of the year that have passed at this month's end: 6 for June.
    pub const fn of_year(self) -> i32 {
        self.0 % 100
    }

    /// January of the same year.
    pub const fn january(self) -> Self {
        Self(self.year() * 100 + 1)
    }

    /// `months` later (earlier if negative).
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        let index = self.year() * 12 + self.of_year() - 1 + months;
        Self(index.div_euclid(12) * 100 + index.rem_euclid(12) + 1)
    }

    /// The month after.
    #[must_use]
    pub const fn next(self) -> Self {
        self.plus(1)
    }

    /// The month before.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The same month of last year.
    #[must_use]
    pub const fn last_year(self) -> Self {
        Self(self.0 - 100)
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.of_year().cast_unsigned(), 1)
            .expect("a month of the years 1900 to 2999 has a first day")
    }

    /// The last day.
    pub fn last_day(self) -> NaiveDate {
        self.next()
            .first_day()
            .pred_opt()
            .expect("these years have days before them")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.of_year())
    }
}

impl FromStr for Month {
    type Err = MonthRefusal;

    /// Reads `2023-06` and nothing else.
    fn from_str(text: &str) -> Result<Self, MonthRefusal> {
        let (year, number) = text.split_once('-').ok_or(MonthRefusal)?;
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
                .ok_or(MonthRefusal)
        };
        Self::new(digits(year, 4)?, digits(number, 2)?)
    }
}

impl serde::Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse()
            .map_err(|_| serde::de::Error::custom("a month is written YYYY-MM"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn months_step_and_return(year in 1950..2900, number in 1..=12, steps in -500..500) {
            let month = Month::new(year, number).expect("valid");
            prop_assert_eq!(month.plus(steps).plus(-steps), month);
            prop_assert_eq!(month.to_string().parse(), Ok(month));
            prop_assert_eq!(month.plus(-12), month.last_year());
        }
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        let february: Month = "2024-02".parse().expect("valid");
        assert_eq!(february.last_day().to_string(), "2024-02-29");
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for text in ["2023-13", "2023-00", "2023-6", "202306", "２０２３-06", ""] {
            assert_eq!(text.parse::<Month>(), Err(MonthRefusal), "{text}");
        }
    }
}
