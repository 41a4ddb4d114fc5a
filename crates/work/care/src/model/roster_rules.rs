//! Who may be put on the roster, taken off it, and put back.

use super::party::Party;
use super::roster::Roster;
use chrono::NaiveDate;
use kernel::Refusal;
use ledger::Days;

kernel::refusals! {
    /// Why something was not done with the roster.
    pub enum RosterRefusal {
        /// There is no such entry, or it is none of the caller's.
        Unknown = (NotFound, "rosters.unknown"),
        /// An entry is about a company or about a project, and about one of them only.
        OneParty = (Invalid, "rosters.one_party"),
        /// It is on the roster already.
        AlreadyEnrolled { enrolled_on: NaiveDate } = (Conflict, "rosters.already_enrolled"),
        /// It was on the roster until a later day.
        BeforeRelease { released_on: NaiveDate } = (Conflict, "rosters.before_release"),
        /// The end lies before the beginning.
        ReleasedBeforeEnrolled { enrolled_on: NaiveDate } = (Conflict, "rosters.released_before_enrolled"),
        /// It has left the roster before.
        AlreadyReleased { released_on: NaiveDate } = (Conflict, "rosters.already_released"),
        /// It has been put on the roster again since: that entry goes first.
        EnrolledAgain { enrolled_on: NaiveDate } = (Conflict, "rosters.enrolled_again"),
        /// The entry was taken back before.
        AlreadyReversed = (Conflict, "rosters.already_reversed"),
        /// A reversal names its reason.
        NoReason = (Invalid, "rosters.no_reason"),
        /// The cursor is none that this list gave.
        WrongCursor = (Invalid, "rosters.wrong_cursor"),
    }
}

/// Whether `party` is a company or a project, and not both.
///
/// # Errors
/// [`RosterRefusal::OneParty`].
pub(crate) fn one_party(party: &Party) -> Result<(), RosterRefusal> {
    if party.company.is_some() == party.project.is_some() {
        return Err(RosterRefusal::OneParty);
    }
    Ok(())
}

/// Whether a company or project with the standing entries `others` may be put on the roster
/// on `day`; answers whether that is 期初.
///
/// # Errors
/// A day in the future, or [`RosterRefusal`].
pub(crate) fn judge_enrolment<'a>(
    others: impl IntoIterator<Item = &'a Roster>,
    day: NaiveDate,
    days: Days,
) -> Result<bool, Refusal> {
    let opening = days.judge(day)?;
    for other in others {
        let refusal = match &other.release {
            None => RosterRefusal::AlreadyEnrolled {
                enrolled_on: other.enrolled_on,
            },
            Some(release) if day < release.released_on => RosterRefusal::BeforeRelease {
                released_on: release.released_on,
            },
            Some(_) => continue,
        };
        return Err(refusal.into());
    }
    Ok(opening)
}

/// Whether what was enrolled on `enrolled_on` may leave the roster on `day`; answers whether
/// that is 期初.
///
/// # Errors
/// A day in the future, or [`RosterRefusal::ReleasedBeforeEnrolled`].
pub(crate) fn judge_release(
    enrolled_on: NaiveDate,
    day: NaiveDate,
    days: Days,
) -> Result<bool, Refusal> {
    let opening = days.judge(day)?;
    if day < enrolled_on {
        return Err(RosterRefusal::ReleasedBeforeEnrolled { enrolled_on }.into());
    }
    Ok(opening)
}

/// Whether the release of `roster` may be taken back: its company or project may not have
/// been put on the roster again since. `others` are the standing entries of the same party.
///
/// # Errors
/// [`RosterRefusal::EnrolledAgain`].
pub(crate) fn judge_reopening<'a>(
    roster: &Roster,
    others: impl IntoIterator<Item = &'a Roster>,
) -> Result<(), RosterRefusal> {
    let after = others
        .into_iter()
        .find(|other| other.booked.seq > roster.booked.seq);
    match after {
        Some(after) => Err(RosterRefusal::EnrolledAgain {
            enrolled_on: after.enrolled_on,
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{company, day, june, project, released, roster};
    use super::*;

    fn code<T>(judged: Result<T, Refusal>) -> &'static str {
        judged.map_or_else(|refusal| refusal.code, |_| "accepted")
    }

    #[test]
    fn an_entry_is_about_a_company_or_a_project() {
        let both = Party {
            project: project().project,
            ..company()
        };
        assert_eq!(one_party(&company()), Ok(()));
        assert_eq!(one_party(&project()), Ok(()));
        assert_eq!(one_party(&both), Err(RosterRefusal::OneParty));
        assert_eq!(one_party(&Party::default()), Err(RosterRefusal::OneParty));
    }

    #[test]
    fn who_is_on_the_roster_is_not_put_on_it_again_before_leaving() {
        let judged = |others: &[Roster], number| code(judge_enrolment(others, day(number), june()));
        assert_eq!(judged(&[], 5), "accepted");
        assert_eq!(judged(&[roster(2)], 5), "rosters.already_enrolled");
        assert_eq!(judged(&[released(2, 10)], 9), "rosters.before_release");
        assert_eq!(judged(&[released(2, 10)], 10), "accepted");
        let future = "2023-07-01".parse().unwrap();
        assert_eq!(
            code(judge_enrolment([], future, june())),
            "ledger.date_in_future"
        );
    }

    #[test]
    fn nobody_leaves_before_having_come() {
        assert_eq!(code(judge_release(day(5), day(5), june())), "accepted");
        assert_eq!(
            code(judge_release(day(5), day(4), june())),
            "rosters.released_before_enrolled"
        );
    }

    #[test]
    fn a_release_stays_once_its_party_is_back_on_the_roster() {
        let left = released(2, 10);
        let mut back = roster(12);
        back.booked.seq = left.booked.seq + 1;
        let all = [left.clone(), back];
        assert_eq!(judge_reopening(&left, &all[..1]), Ok(()));
        assert_eq!(
            judge_reopening(&left, &all),
            Err(RosterRefusal::EnrolledAgain {
                enrolled_on: day(12)
            })
        );
    }
}
