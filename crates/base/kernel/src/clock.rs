//! Time as a parameter: nothing reads the machine's clock but [`SystemClock`].

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use std::fmt;
use std::sync::Arc;

/// A UTC instant, cut to microseconds, which both databases keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// From a chrono instant; finer than microseconds is cut off.
    pub fn new(at: DateTime<Utc>) -> Self {
        Self(at.trunc_subsecs(6))
    }

    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| Self::new(at.to_utc()))
    }

    /// The chrono instant.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// Microseconds since 1970.
    pub fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }
}

impl fmt::Display for Instant {
    /// Fixed width, so that text order is time order: `2023-06-30T10:00:00.000000Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%.6fZ"))
    }
}

impl serde::Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Where the time comes from.
pub trait Clock: Send + Sync + fmt::Debug {
    /// The present instant.
    fn now(&self) -> Instant;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::new(Utc::now())
    }
}

/// A clock that stands still until it is moved: for tests, and for the demo city, whose
/// months were closed long ago.
#[derive(Debug)]
pub struct FixedClock(std::sync::Mutex<Instant>);

impl FixedClock {
    /// A clock standing at `at`.
    pub fn at(at: Instant) -> Arc<Self> {
        Arc::new(Self(std::sync::Mutex::new(at)))
    }

    /// Moves the clock to `at`.
    pub fn set(&self, at: Instant) {
        *self.0.lock().expect("no holder of this lock can panic") = at;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        *self.0.lock().expect("no holder of this lock can panic")
    }
}

/// What the clocks in China (UTC+8, no daylight saving) show at `at`: the one clock of pages,
/// documents and workbooks.
pub fn local_time(at: Instant) -> NaiveDateTime {
    let china = FixedOffset::east_opt(8 * 3600).expect("eight hours are a valid offset");
    at.0.with_timezone(&china).naive_local()
}

/// The calendar day in China at `at`.
pub fn local_date(at: Instant) -> NaiveDate {
    local_time(at).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_survives_its_text() {
        let at = Instant::parse("2023-06-30T18:00:00.123456789+08:00").expect("valid");
        assert_eq!(at.to_string(), "2023-06-30T10:00:00.123456Z");
        assert_eq!(Instant::parse(&at.to_string()), Some(at));
    }

    #[test]
    fn the_day_turns_at_midnight_in_china() {
        let at = Instant::parse("2023-06-30T16:00:00Z").expect("valid");
        assert_eq!(local_date(at).to_string(), "2023-07-01");
    }
}
