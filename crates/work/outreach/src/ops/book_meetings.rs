//! Meetings that were judged, into the journal and the table; and out of it again.

use crate::model::{
    Activity, Booked, Meeting, MeetingId, MeetingOutcome, OurLevel, TheirLevel, met_entry,
    met_kind, source, trip_signed_entry,
};
use crate::store;
use companies::CompanyId;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Fault, Ids, Outcome};
use ledger::{NewFact, Subject};
use projects::Project;

/// A meeting on its way into the books.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MeetingBooking<'a> {
    /// At which activity.
    pub activity: &'a Activity,
    /// The key of the company that was met.
    pub company: Option<i64>,
    /// The project that came out of it or whose people were met.
    pub project: Option<&'a Project>,
    /// Who met them.
    pub our_level: OurLevel,
    /// Who was met.
    pub their_level: TheirLevel,
    /// What came out of it.
    pub outcome: MeetingOutcome,
    /// Whether it is 期初.
    pub opening: bool,
}

impl MeetingBooking<'_> {
    /// The entry of the meeting, and of the signing where one came out of it.
    fn entries(&self, setting: &Setting, id: i64) -> Outcome<(NewFact, Option<NewFact>)> {
        let (activity, opening) = (self.activity, self.opening);
        let credits = |project: &Project| project.credit.credits(&setting.tree);
        let (subject, of_subject) = match (self.company, self.project) {
            (Some(company), _) => {
                let organisers = setting.credits(&activity.record.organisers);
                (Subject::new("company", company), organisers)
            }
            (None, Some(project)) => {
                let subject = Subject::new("project", project.id.key());
                (subject, credits(project))
            }
            (None, None) => return Err(Fault::broken("a meeting of nobody was accepted")),
        };
        let kind = met_kind(self.company.is_some(), self.our_level, self.their_level);
        let met = met_entry(activity, kind, subject, of_subject, opening, id);
        let signed = self.outcome == MeetingOutcome::Signed;
        let signing = self.project.filter(|_| signed).map(|project| {
            trip_signed_entry(activity, project.id.key(), credits(project), opening, id)
        });
        Ok((met, signing))
    }
}

/// Records each meeting: a fact of who was met, and where a project was signed a fact of
/// that. Both refer to the activity's.
pub(crate) async fn book_meetings(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    bookings: Vec<MeetingBooking<'_>>,
) -> Outcome<Vec<Meeting>> {
    let keys: Vec<i64> = bookings.iter().map(|_| ids.key()).collect();
    let mut entries = Vec::with_capacity(bookings.len());
    for (booking, &key) in bookings.iter().zip(&keys) {
        let (met, signing) = booking.entries(setting, key)?;
        entries.push(met);
        entries.extend(signing);
    }
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let mut places = recorded.into_iter();
    let mut next = || {
        let place = places.next();
        place.ok_or_else(|| Fault::broken("the journal gave fewer places than entries"))
    };
    let mut meetings = Vec::with_capacity(bookings.len());
    for (booking, key) in bookings.into_iter().zip(keys) {
        let booked = Booked::of(next()?, setting.at);
        let signed = booking.outcome == MeetingOutcome::Signed;
        meetings.push(Meeting {
            id: MeetingId::new(key),
            activity: booking.activity.id.key(),
            company: booking.company,
            project: booking.project.map(|project| project.id.key()),
            our_level: booking.our_level,
            their_level: booking.their_level,
            outcome: booking.outcome,
            booked,
            signing_seq: if signed { Some(next()?.seq) } else { None },
            reversal: None,
        });
    }
    store::insert_meetings(tx, &meetings).await?;
    companies::count_records(tx, named(&meetings, 1)).await?;
    Ok(meetings)
}

/// What meetings add to the numbers of records that name their companies.
fn named(meetings: &[Meeting], change: i64) -> Vec<(CompanyId, i64)> {
    let companies = meetings.iter().filter_map(|meeting| meeting.company);
    companies
        .map(|company| (CompanyId::new(company), change))
        .collect()
}

/// Reverses the facts of standing meetings.
pub(crate) async fn take_back_meetings(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    meetings: &[Meeting],
    reason: &str,
) -> Outcome<()> {
    let mut facts = Vec::with_capacity(meetings.len());
    for meeting in meetings {
        let seqs = meeting
            .signing_seq
            .into_iter()
            .chain([meeting.booked.fact_seq]);
        facts.extend(seqs.map(|seq| (seq, source("meeting", meeting.id.key()))));
    }
    let order: Vec<i64> = facts.iter().map(|(seq, _)| *seq).collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let by: std::collections::HashMap<i64, i64> = order
        .into_iter()
        .zip(reversed)
        .map(|(seq, place)| (seq, place.seq))
        .collect();
    let reversals: Vec<(i64, i64)> = meetings
        .iter()
        .filter_map(|meeting| {
            let by = by.get(&meeting.booked.fact_seq)?;
            Some((meeting.id.key(), *by))
        })
        .collect();
    store::mark_reversed_meetings(tx, &reversals, reason).await?;
    companies::count_records(tx, named(meetings, -1)).await
}
