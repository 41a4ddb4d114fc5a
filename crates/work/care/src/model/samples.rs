//! Records to begin tests with.

use super::party::Party;
use super::problem::{Category, Problem, Solution};
use super::roster::{Release, Roster};
use chrono::NaiveDate;
use companies::CompanyRef;
use kernel::{Id, Instant};
use ledger::{Days, Recorded};
use projects::ProjectName;

/// A day of June 2023.
pub(crate) fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, number).unwrap()
}

/// Books that began in June 2023, on its last day.
pub(crate) fn june() -> Days {
    Days {
        first: "2023-06".parse().unwrap(),
        open: "2023-06".parse().unwrap(),
        today: day(30),
    }
}

fn booked(seq: i64) -> Recorded {
    let month = "2023-06".parse().unwrap();
    Recorded {
        seq,
        month,
        origin_month: Some(month),
    }
}

fn noon() -> Instant {
    Instant::parse("2023-06-30T04:00:00Z").unwrap()
}

/// A company.
pub(crate) fn company() -> Party {
    Party {
        company: Some(CompanyRef {
            id: Id::new(1),
            name: "甲有限公司".into(),
        }),
        project: None,
    }
}

/// A project.
pub(crate) fn project() -> Party {
    Party {
        company: None,
        project: Some(ProjectName {
            id: Id::new(7),
            code: "P-1".into(),
            name: "新材料项目".into(),
        }),
    }
}

/// A company on the roster since this day of June.
pub(crate) fn roster(number: u32) -> Roster {
    Roster {
        id: Id::new(i64::from(number)),
        party: company(),
        unit: 2,
        enrolled_on: day(number),
        rule: "年纳税前百".into(),
        officer: "护商专员 012".into(),
        booked: booked(i64::from(number)),
        release: None,
        reversal: None,
        revision: 1,
        recorded_at: noon(),
        updated_at: noon(),
    }
}

/// The same, released on this day.
pub(crate) fn released(number: u32, on: u32) -> Roster {
    Roster {
        release: Some(Release {
            id: 5,
            released_on: day(on),
            booked: booked(100),
            recorded_at: noon(),
        }),
        ..roster(number)
    }
}

/// An open problem.
pub(crate) fn problem() -> Problem {
    Problem {
        id: Id::new(3),
        code: "W-1".into(),
        category: Category::Heritage,
        unit: 2,
        party: project(),
        raised_on: day(5),
        description: "地块未完成文物勘探".into(),
        visit: None,
        solution: None,
        revision: 1,
        recorded_at: noon(),
        updated_at: noon(),
        removed_at: None,
    }
}

/// The same, solved.
pub(crate) fn solved() -> Problem {
    Problem {
        solution: Some(Solution {
            id: 4,
            solved_on: day(9),
            text: "已完成勘探".into(),
            booked: booked(9),
            recorded_at: noon(),
        }),
        ..problem()
    }
}
