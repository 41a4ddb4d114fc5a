//! The meetings that rows may be about: those that stand, and those accepted in this batch.

use super::problem::{as_cell, refused};
use super::row::MeetingIn;
use crate::model::{Activity, Meeting, Party};
use crate::store;
use db::DatabaseTransaction;
use intake::{RowIn, RowProblem, Verdict};
use kernel::Outcome;
use ledger::Subject;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// What a changed row of a recognised meeting is refused with.
const RECOGNISED: &str = "meetings.recognised_row_differs";

/// What a meeting says besides whose it is.
pub(super) struct Said {
    /// The code of the project.
    pub project: Option<String>,
    pub our_level: &'static str,
    pub their_level: &'static str,
    pub outcome: &'static str,
}

/// A meeting that stands or was accepted in this batch.
pub(super) struct KnownMeeting {
    /// What it says.
    pub said: Said,
    /// The row of this batch that records it.
    pub row: Option<RowIn>,
}

/// Meetings by their activity's code and whom it met.
pub(super) type KnownMeetings = HashMap<(String, Party), KnownMeeting>;

/// The standing meetings of these activities, in a few queries.
pub(super) async fn load_meetings(
    tx: &DatabaseTransaction,
    activities: &[&Activity],
) -> Outcome<KnownMeetings> {
    let codes: HashMap<i64, &str> = activities
        .iter()
        .map(|activity| (activity.id.key(), activity.record.code.as_str()))
        .collect();
    let keys: Vec<i64> = codes.keys().copied().collect();
    let found = store::meetings_of(tx, &keys).await?;
    let projects: BTreeSet<i64> = found.iter().filter_map(|m| m.project).collect();
    let projects: Vec<Subject> = projects.into_iter().map(subject).collect();
    let names = projects::records_of(tx, &projects, []).await?;
    let mut known = HashMap::new();
    for meeting in found {
        let party = Party::of(meeting.company, meeting.project);
        if let (Some(party), Some(code)) = (party, codes.get(&meeting.activity)) {
            let project = meeting.project.map(subject);
            let project = project.and_then(|subject| names.project(&subject));
            let meeting = KnownMeeting {
                said: said_of(&meeting, project.map(|project| project.code.clone())),
                row: None,
            };
            known.insert(((*code).to_owned(), party), meeting);
        }
    }
    Ok(known)
}

fn subject(key: i64) -> Subject {
    Subject::new("project", key)
}

fn said_of(meeting: &Meeting, project: Option<String>) -> Said {
    Said {
        project,
        our_level: meeting.our_level.word(),
        their_level: meeting.their_level.word(),
        outcome: meeting.outcome.word(),
    }
}

/// A row about a meeting that stands or that an earlier row records. What the row leaves
/// blank is no difference.
pub(super) fn compared(row: &RowIn, known: &KnownMeeting, meeting: &MeetingIn) -> Verdict {
    let said = &known.said;
    let blank = |field: &str| row.value(field).is_none();
    let (field, recognised) = if said.our_level != meeting.our_level.word() {
        ("our_level", said.our_level)
    } else if said.their_level != meeting.their_level.word() {
        ("their_level", said.their_level)
    } else if said.outcome != meeting.outcome.word() && !blank("outcome") {
        ("outcome", said.outcome)
    } else if said.project != meeting.project && !blank("project") {
        ("project", said.project.as_deref().unwrap_or("—"))
    } else {
        return Verdict::Same;
    };
    if let Some(first) = &known.row {
        return refused(RowProblem::twice("activity", first));
    }
    let recognised = as_cell(row, field, recognised);
    let params = json!({ "field": field, "recognised": recognised });
    refused(RowProblem::new(field, RECOGNISED, params))
}
