//! How long a session lives, and when signing in is locked.

use chrono::Duration;
use kernel::Instant;

/// A session ends this many days after it began, however busy.
pub(crate) const SESSION_DAYS: i64 = 7;
/// A session ends after this many hours without a request.
const IDLE_HOURS: i64 = 12;
/// How stale the note of the last request may become: not every request writes.
pub(crate) const TOUCH_MINUTES: i64 = 5;
/// Wrong passwords in a row that lock a login.
const ATTEMPTS: i32 = 5;
/// For how long they lock it.
const LOCKED_MINUTES: i64 = 15;

/// Whether a session that began and was last used then is still one.
pub(crate) fn is_alive(began: Instant, seen: Instant, now: Instant) -> bool {
    let (began_after, seen_after) = oldest_alive(now);
    began > began_after && seen > seen_after
}

/// The latest beginning, and the latest use, of sessions that are over.
pub(crate) fn oldest_alive(now: Instant) -> (Instant, Instant) {
    (
        Instant::new(now.utc() - Duration::days(SESSION_DAYS)),
        Instant::new(now.utc() - Duration::hours(IDLE_HOURS)),
    )
}

/// The wrong passwords that a login has seen in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attempts {
    /// How many, the one under way included.
    pub failed: i32,
    /// Until when none is tried.
    pub locked_until: Option<Instant>,
}

impl Attempts {
    /// Notes another attempt before its password is looked at, so that many at once
    /// cannot slip through; `Err` says until when the login is locked. An attempt that
    /// succeeds wipes the notes.
    pub fn begin(self, now: Instant) -> Result<Self, Instant> {
        match self.locked_until {
            Some(until) if until > now => return Err(until),
            _ => {}
        }
        // A lock that has run out starts the count anew.
        let failed = if self.locked_until.is_some() {
            1
        } else {
            self.failed + 1
        };
        let locked = Instant::new(now.utc() + Duration::minutes(LOCKED_MINUTES));
        Ok(Self {
            failed,
            locked_until: (failed >= ATTEMPTS).then_some(locked),
        })
    }
}
