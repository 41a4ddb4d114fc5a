//! Writing the accepted rows of meetings.

use super::checker::{OutreachChecker, Plan};
use super::commit_campaigns::lost;
use super::parties::draft_of;
use super::row::{MeetingIn, place_of};
use crate::ops::{MeetingBooking, book_meetings};
use companies::{CompanyDraft, Match, NewCompany};
use db::DatabaseTransaction;
use intake::{Context, RowIn, Written};
use kernel::{Outcome, Scope};
use projects::{Project, ProjectKey};
use std::collections::{BTreeSet, HashMap};

/// A company's key, and whether it was registered for this row.
type Registered = (i64, bool);

impl OutreachChecker {
    pub(super) async fn commit_meetings(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut planned: Vec<(usize, Box<MeetingIn>, bool)> = Vec::with_capacity(rows.len());
        for (position, row) in rows.iter().enumerate() {
            if let Some(Plan::Meeting { meeting, opening }) = self.plans.remove(&place_of(row)) {
                planned.push((position, meeting, opening));
            }
        }
        let named = planned
            .iter()
            .map(|(_, meeting, _)| meeting.company.as_ref());
        let companies = self.register(tx, named.collect()).await?;
        let projects = projects_of(tx, planned.iter().map(|(_, meeting, _)| meeting)).await?;
        let mut bookings = Vec::with_capacity(planned.len());
        for ((_, meeting, opening), company) in planned.iter().zip(&companies) {
            let activity = self.activities.get(&meeting.activity);
            let activity = activity.and_then(|known| known.stored.as_ref());
            let project = match &meeting.project {
                Some(code) => Some(projects.get(code).ok_or_else(lost)?),
                None => None,
            };
            bookings.push(MeetingBooking {
                activity: activity.ok_or_else(lost)?,
                company: company.map(|(key, _)| key),
                project,
                our_level: meeting.our_level,
                their_level: meeting.their_level,
                outcome: meeting.outcome,
                opening: *opening,
            });
        }
        let setting = self.setting()?;
        let booked = book_meetings(tx, setting, &self.ids, &cx.actor, bookings).await?;
        let mut written = Vec::with_capacity(booked.len());
        for (((position, _, _), company), meeting) in planned.iter().zip(companies).zip(booked) {
            // A company that this batch registers on the way is taken back with its row.
            if let Some((key, true)) = company {
                written.push(Written {
                    row: *position,
                    record_kind: "company",
                    record_id: key,
                    fact_seqs: Vec::new(),
                    created: true,
                    before: None,
                });
            }
            let signing = meeting.signing_seq;
            written.push(Written {
                row: *position,
                record_kind: "meeting",
                record_id: meeting.id.key(),
                fact_seqs: std::iter::once(meeting.booked.fact_seq)
                    .chain(signing)
                    .collect(),
                created: true,
                before: None,
            });
        }
        Ok(written)
    }

    /// The companies that rows name, in their order; those unknown are registered now.
    async fn register(
        &self,
        tx: &DatabaseTransaction,
        named: Vec<Option<&NewCompany>>,
    ) -> Outcome<Vec<Option<Registered>>> {
        let drafts: Vec<Option<CompanyDraft>> =
            named.iter().map(|new| new.and_then(draft_of)).collect();
        let whole = |draft: &&CompanyDraft| !draft.division_code.is_empty();
        let whole_drafts: Vec<CompanyDraft> =
            drafts.iter().flatten().filter(whole).cloned().collect();
        let ensured = companies::ensure_companies(tx, &self.ids, self.at, &whole_drafts).await?;
        // A row that gives no division means a company that is known by its code by now.
        let partial = drafts.iter().flatten().filter(|draft| !whole(draft));
        let partial: Vec<CompanyDraft> = partial.cloned().collect();
        let directory = companies::load_directory(tx, &partial).await?;
        let mut next = ensured.into_iter();
        let mut found = Vec::with_capacity(named.len());
        for (new, draft) in named.into_iter().zip(drafts) {
            let Some(draft) = draft else {
                found.push(None);
                if new.is_some() {
                    return Err(lost());
                }
                continue;
            };
            let registered = if draft.division_code.is_empty() {
                match directory.find_draft(&draft) {
                    Match::One(company) => (company.id.key(), false),
                    _ => return Err(lost()),
                }
            } else {
                let ensured = next.next().ok_or_else(lost)?;
                (ensured.id.key(), ensured.created)
            };
            found.push(Some(registered));
        }
        Ok(found)
    }
}

/// The projects that meetings name, by code: those of the same batch are written by now.
async fn projects_of(
    tx: &DatabaseTransaction,
    meetings: impl Iterator<Item = &Box<MeetingIn>>,
) -> Outcome<HashMap<String, Project>> {
    let codes: BTreeSet<String> = meetings.filter_map(|m| m.project.clone()).collect();
    let key = ProjectKey::Codes(codes.into_iter().collect());
    let found = projects::load_projects(tx, &Scope::Everything, &key).await?;
    Ok(found
        .into_iter()
        .map(|project| (project.code.clone(), project))
        .collect())
}
