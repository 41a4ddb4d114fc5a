//! Who was met at an activity, what may be recorded of it, and what it posts.

use super::booked::{Booked, Reversal};
use super::words::{MeetingOutcome, OurLevel, TheirLevel};
use kernel::{Entity, Id};

/// The key of a [`Meeting`].
pub type MeetingId = Id<Meeting>;

/// That a company or a project was met at an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its key.
    pub id: MeetingId,
    /// The key of the activity.
    pub activity: i64,
    /// The key of the company that was met.
    pub company: Option<i64>,
    /// The key of the project: what came out of meeting the company, or, where no company
    /// is named, whose people were met.
    pub project: Option<i64>,
    /// Who met them.
    pub our_level: OurLevel,
    /// Who was met.
    pub their_level: TheirLevel,
    /// What came out of it.
    pub outcome: MeetingOutcome,
    /// Its place in the books.
    pub booked: Booked,
    /// The fact of the signing, where one came out of it.
    pub signing_seq: Option<i64>,
    /// How it was taken back, if it was.
    pub reversal: Option<Reversal>,
}

impl Entity for Meeting {
    const PREFIX: &'static str = "mtg";
}

/// Whom a meeting is the meeting of: what tells the meetings of one activity apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Party {
    /// A company, whatever project came out of it.
    Company(i64),
    /// A project, where no company is named.
    Project(i64),
}

impl Party {
    /// Whom these keys name; nobody where there is neither.
    pub(crate) fn of(company: Option<i64>, project: Option<i64>) -> Option<Self> {
        company
            .map(Self::Company)
            .or_else(|| project.map(Self::Project))
    }
}

kernel::refusals! {
    /// Why a meeting cannot be recorded or taken back.
    pub enum MeetingRefusal {
        /// There is no such meeting, or it is of none of the caller's activities.
        Unknown = (NotFound, "meetings.unknown"),
        /// Neither a company nor a project is named.
        NobodyNamed = (Invalid, "meetings.nobody_named"),
        /// The activity has a meeting with this company or project already.
        AlreadyRecorded { activity: String } = (Conflict, "meetings.already_recorded"),
        /// A signing names the project that was signed.
        SigningNeedsProject = (Invalid, "meetings.signing_needs_project"),
        /// The project's signing is not recognised.
        SigningNotRecognised { project: String } = (Conflict, "meetings.signing_not_recognised"),
        /// The project was signed on another trip: it counts once in the whole city.
        AlreadyTripSigned { project: String, activity: String } = (Conflict, "meetings.already_trip_signed"),
        /// The meeting was taken back already.
        AlreadyReversed = (Conflict, "meetings.already_reversed"),
        /// Taking back names its reason.
        NoReason = (Invalid, "meetings.no_reason"),
    }
}

/// What is known of the project that a meeting names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ProjectCase<'a> {
    /// Its code.
    pub code: &'a str,
    /// Whether its signing (签约) is recognised.
    pub signed: bool,
    /// The code of the activity on which it was signed, where one stands.
    pub trip: Option<&'a str>,
}

/// Whether a meeting of this outcome may be recorded.
///
/// # Errors
/// [`MeetingRefusal`].
pub(crate) fn judge_meeting(
    has_company: bool,
    project: Option<ProjectCase<'_>>,
    outcome: MeetingOutcome,
) -> Result<(), MeetingRefusal> {
    if !has_company && project.is_none() {
        return Err(MeetingRefusal::NobodyNamed);
    }
    if outcome != MeetingOutcome::Signed {
        return Ok(());
    }
    let project = project.ok_or(MeetingRefusal::SigningNeedsProject)?;
    if !project.signed {
        return Err(MeetingRefusal::SigningNotRecognised {
            project: project.code.to_owned(),
        });
    }
    match project.trip {
        Some(activity) => Err(MeetingRefusal::AlreadyTripSigned {
            project: project.code.to_owned(),
            activity: activity.to_owned(),
        }),
        None => Ok(()),
    }
}

/// The kind of the fact that a meeting posts: a company was met, by the persons in charge
/// of both sides or not; or a project's people were.
pub(crate) const fn met_kind(
    has_company: bool,
    ours: OurLevel,
    theirs: TheirLevel,
) -> &'static str {
    match (has_company, ours, theirs) {
        (false, _, _) => "project.met",
        (true, OurLevel::First, TheirLevel::First) => "company.met_by_firsts",
        (true, _, _) => "company.met",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MeetingOutcome::{Intended, None as Nothing, Signed};

    const PROJECT: ProjectCase<'_> = ProjectCase {
        code: "P-1",
        signed: true,
        trip: None,
    };

    #[test]
    fn somebody_must_be_named() {
        assert_eq!(
            judge_meeting(false, None, Nothing),
            Err(MeetingRefusal::NobodyNamed)
        );
        assert_eq!(judge_meeting(true, None, Intended), Ok(()));
        assert_eq!(judge_meeting(false, Some(PROJECT), Nothing), Ok(()));
    }

    #[test]
    fn a_signing_needs_a_signed_project_that_no_other_trip_has() {
        assert_eq!(
            judge_meeting(true, None, Signed),
            Err(MeetingRefusal::SigningNeedsProject)
        );
        let unsigned = ProjectCase {
            signed: false,
            ..PROJECT
        };
        assert_eq!(
            judge_meeting(true, Some(unsigned), Signed),
            Err(MeetingRefusal::SigningNotRecognised {
                project: "P-1".into()
            })
        );
        assert_eq!(judge_meeting(true, Some(unsigned), Intended), Ok(()));
        let elsewhere = ProjectCase {
            trip: Some("A-1"),
            ..PROJECT
        };
        assert_eq!(
            judge_meeting(false, Some(elsewhere), Signed),
            Err(MeetingRefusal::AlreadyTripSigned {
                project: "P-1".into(),
                activity: "A-1".into()
            })
        );
        assert_eq!(judge_meeting(false, Some(PROJECT), Signed), Ok(()));
    }

    #[test]
    fn both_persons_in_charge_make_a_meeting_of_firsts() {
        let kind = |ours, theirs| met_kind(true, ours, theirs);
        assert_eq!(
            kind(OurLevel::First, TheirLevel::First),
            "company.met_by_firsts"
        );
        assert_eq!(kind(OurLevel::First, TheirLevel::Executive), "company.met");
        assert_eq!(kind(OurLevel::Deputy, TheirLevel::First), "company.met");
        let project = met_kind(false, OurLevel::First, TheirLevel::First);
        assert_eq!(project, "project.met");
    }

    #[test]
    fn a_company_names_the_meeting_before_its_project_does() {
        assert_eq!(Party::of(Some(1), Some(2)), Some(Party::Company(1)));
        assert_eq!(Party::of(None, Some(2)), Some(Party::Project(2)));
        assert_eq!(Party::of(None, None), None);
    }
}
