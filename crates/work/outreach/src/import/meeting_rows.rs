//! Judging rows of meetings.

use super::checker::{OutreachChecker, Plan};
use super::known_meetings::{KnownMeeting, Said, compared};
use super::problem::{no_open_month, problem};
use super::row::{MeetingIn, meeting_of, place_of, place_only};
use crate::model::{MeetingOutcome, MeetingRefusal, Party, ProjectCase, judge_meeting};
use intake::{RowIn, RowProblem, Verdict};

impl OutreachChecker {
    pub(super) fn check_meeting_row(&mut self, row: &RowIn) -> Verdict {
        let Some(meeting) = meeting_of(row) else {
            return Verdict::Refused(Vec::new());
        };
        match self.judge_row(row, meeting) {
            Ok(verdict) => verdict,
            Err(problems) => Verdict::Refused(problems),
        }
    }

    fn judge_row(&mut self, row: &RowIn, meeting: MeetingIn) -> Result<Verdict, Vec<RowProblem>> {
        let code = meeting.activity.clone();
        let Some(activity) = self.activities.get(&code) else {
            return Err(vec![RowProblem::unknown("activity", &code)]);
        };
        let day = activity.record.begins_on;
        if let Some(unit) = self.foreign(&activity.record.organisers) {
            return Err(vec![RowProblem::foreign_unit("activity", &unit)]);
        }
        let company = match &meeting.company {
            Some(new) => Some(self.parties.company(row, new)?),
            None => None,
        };
        let project = match meeting.project.as_deref() {
            Some(code) => {
                let known = self.parties.projects.get(code);
                let unknown = || vec![RowProblem::unknown("project", code)];
                Some((code, known.ok_or_else(unknown)?))
            }
            None => None,
        };
        let key = project.map(|(_, known)| known.key);
        let Some(party) = Party::of(company, key) else {
            return Err(vec![problem(row, MeetingRefusal::NobodyNamed.into())]);
        };
        if let Some(known) = self.meetings.get(&(code.clone(), party)) {
            return Ok(compared(row, known, &meeting));
        }
        let case = project.map(|(code, known)| ProjectCase {
            code,
            signed: known.signed,
            trip: known.trip.as_deref(),
        });
        judge_meeting(company.is_some(), case, meeting.outcome)
            .map_err(|refusal| vec![problem(row, refusal.into())])?;
        let setting = self.setting.as_ref();
        let days = setting.ok_or_else(|| vec![no_open_month()])?.days;
        let opening = days
            .judge(day)
            .map_err(|refusal| vec![problem(row, refusal.into())])?;
        if meeting.outcome == MeetingOutcome::Signed
            && let Some(project) = meeting.project.as_ref()
            && let Some(known) = self.parties.projects.get_mut(project)
        {
            known.trip = Some(code.clone());
        }
        let known = KnownMeeting {
            said: Said {
                project: meeting.project.clone(),
                our_level: meeting.our_level.word(),
                their_level: meeting.their_level.word(),
                outcome: meeting.outcome.word(),
            },
            row: Some(place_only(row)),
        };
        self.meetings.insert((code, party), known);
        let meeting = Box::new(meeting);
        let plan = Plan::Meeting { meeting, opening };
        self.plans.insert(place_of(row), plan);
        Ok(Verdict::New)
    }
}
