//! When a platform may be closed, and when it may have brought a project in.

use super::platform::Platform;
use chrono::NaiveDate;
use kernel::Refusal;
use ledger::Days;

kernel::refusals! {
    /// Why something was not done with a platform.
    pub enum PlatformRefusal {
        /// There is no such platform, or it is none of the caller's.
        Unknown = (NotFound, "platforms.unknown"),
        /// Another platform has this code.
        CodeTaken { code: String } = (Conflict, "platforms.code_taken"),
        /// The caller may not record for this unit.
        ForeignUnit { unit: String } = (Forbidden, "platforms.foreign_unit"),
        /// What is taken back is taken back for a reason.
        NoReason = (Invalid, "platforms.no_reason"),
        /// The platform was not founded on that day yet.
        BeforeFounding { founded_on: NaiveDate } = (Invalid, "platforms.before_founding"),
        /// The platform is closed.
        Closed { closed_on: NaiveDate } = (Conflict, "platforms.closed"),
        /// The platform is not closed: there is no closing to take back.
        NotClosed = (Conflict, "platforms.not_closed"),
        /// The platform brought a project after the day on which it is to be closed.
        BroughtLater { brought_on: NaiveDate } = (Conflict, "platforms.brought_later"),
        /// The platform brought projects: they are taken back first.
        HasProjects { projects: i64 } = (Conflict, "platforms.has_projects"),
    }
}

kernel::refusals! {
    /// Why a project was not added to a platform.
    pub enum PlatformProjectRefusal {
        /// There is no such entry, or it is none of the caller's, or it was taken back.
        Unknown = (NotFound, "platform_projects.unknown"),
        /// A platform brought this project in already.
        Taken { project: String, platform: String } = (Conflict, "platform_projects.taken"),
    }
}

/// Whether `platform` may be closed on `day`; answers whether that is 期初.
///
/// # Errors
/// It is closed; a day before its founding or before it brought a project; a day that
/// cannot be recorded.
pub(crate) fn judge_platform_closing(
    platform: &Platform,
    day: NaiveDate,
    days: Days,
) -> Result<bool, Refusal> {
    if let Some(closed_on) = platform.closed_on {
        return Err(PlatformRefusal::Closed { closed_on }.into());
    }
    let opening = days.judge(day)?;
    if day < platform.founded_on {
        let founded_on = platform.founded_on;
        return Err(PlatformRefusal::BeforeFounding { founded_on }.into());
    }
    match platform.brought_until {
        Some(brought_on) if brought_on > day => {
            Err(PlatformRefusal::BroughtLater { brought_on }.into())
        }
        _ => Ok(opening),
    }
}

/// Whether `platform` may have brought a project in on `day`; answers whether that is 期初.
///
/// # Errors
/// A day before its founding or after its closing; a day that cannot be recorded.
pub(crate) fn judge_bringing(
    platform: &Platform,
    day: NaiveDate,
    days: Days,
) -> Result<bool, Refusal> {
    let opening = days.judge(day)?;
    if day < platform.founded_on {
        let founded_on = platform.founded_on;
        return Err(PlatformRefusal::BeforeFounding { founded_on }.into());
    }
    match platform.closed_on {
        Some(closed_on) if day > closed_on => Err(PlatformRefusal::Closed { closed_on }.into()),
        _ => Ok(opening),
    }
}

#[cfg(test)]
mod tests {
    use super::super::component::Components;
    use super::super::platform::PlatformId;
    use super::*;
    use kernel::Instant;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days() -> Days {
        Days {
            first: "2023-01".parse().unwrap(),
            open: "2023-06".parse().unwrap(),
            today: day("2023-06-20"),
        }
    }

    fn platform(closed_on: Option<&str>, brought_until: Option<&str>) -> Platform {
        Platform {
            id: PlatformId::new(1),
            code: "PT-1".into(),
            name: "新材料招引平台".into(),
            unit: 3,
            founded_on: day("2023-03-01"),
            closed_on: closed_on.map(day),
            components: Components::default(),
            projects: 0,
            brought_until: brought_until.map(day),
            revision: 1,
            updated_at: Instant::parse("2023-06-20T02:00:00.000000Z").unwrap(),
        }
    }

    fn code(judged: Result<bool, Refusal>) -> &'static str {
        judged.expect_err("refused").code
    }

    #[test]
    fn a_platform_closes_once_and_after_all_that_it_did() {
        let close =
            |platform: &Platform, on: &str| judge_platform_closing(platform, day(on), days());
        assert_eq!(close(&platform(None, None), "2023-06-10"), Ok(false));
        assert_eq!(
            code(close(&platform(Some("2023-05-01"), None), "2023-06-10")),
            "platforms.closed"
        );
        assert_eq!(
            code(close(&platform(None, None), "2023-02-28")),
            "platforms.before_founding"
        );
        assert_eq!(
            code(close(&platform(None, Some("2023-06-11")), "2023-06-10")),
            "platforms.brought_later"
        );
        assert_eq!(
            code(close(&platform(None, None), "2023-06-21")),
            "ledger.date_in_future"
        );
    }

    #[test]
    fn a_platform_brings_projects_between_its_founding_and_its_closing() {
        let bring = |on: &str| judge_bringing(&platform(Some("2023-05-31"), None), day(on), days());
        assert_eq!(bring("2023-03-01"), Ok(false));
        assert_eq!(bring("2023-05-31"), Ok(false));
        assert_eq!(code(bring("2023-02-28")), "platforms.before_founding");
        assert_eq!(code(bring("2023-06-01")), "platforms.closed");
        assert_eq!(code(bring("2023-06-21")), "ledger.date_in_future");
    }
}
