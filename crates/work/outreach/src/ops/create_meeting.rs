//! Recording whom an activity met.

use super::book_meetings::{MeetingBooking, book_meetings};
use super::get_activity::standing_activity;
use crate::model::{
    ActivityId, Meeting, MeetingOutcome, MeetingRefusal, OurLevel, Party, ProjectCase, TheirLevel,
    judge_meeting,
};
use crate::permits::WriteActivities;
use crate::store;
use companies::{CompanyId, CompanyRefusal, NewCompany};
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome, Scope};
use projects::{MilestoneKind, Project, ProjectId, ProjectKey, ProjectRefusal};

/// The company that was met: chosen from the register, or named as it is to be registered.
#[derive(Debug, Clone)]
pub enum MetCompany {
    /// A registered one.
    Chosen(CompanyId),
    /// Found by code, else by name and division; registered where it is not known.
    Named(NewCompany),
}

/// A meeting to be recorded.
#[derive(Debug, Clone)]
pub struct NewMeeting {
    /// The company that was met.
    pub company: Option<MetCompany>,
    /// The project that came out of it or whose people were met.
    pub project: Option<ProjectId>,
    /// Who met them.
    pub our_level: OurLevel,
    /// Who was met.
    pub their_level: TheirLevel,
    /// What came out of it.
    pub outcome: MeetingOutcome,
}

/// Records a meeting of an activity: facts of the open month that refer to the activity's.
///
/// # Errors
/// [`ActivityRefusal`](super::ActivityRefusal); [`MeetingRefusal`]; a company or project
/// that does not exist; `request.invalid` for a company that cannot be registered.
pub async fn create_meeting(
    app: &App,
    actor: &Allowed<WriteActivities>,
    id: ActivityId,
    new: NewMeeting,
) -> Outcome<Meeting> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let activity = standing_activity(&tx, &actor.scope, id).await?;
    let project = match new.project {
        Some(project) => Some(load_project(&tx, project).await?),
        None => None,
    };
    let keys: Vec<i64> = project.iter().map(|project| project.id.key()).collect();
    let trips = store::find_trips(&tx, &keys).await?;
    let case = project.as_ref().map(|project| ProjectCase {
        code: &project.code,
        signed: project.life.has(MilestoneKind::Signed),
        trip: trips.get(&project.id.key()).map(String::as_str),
    });
    judge_meeting(new.company.is_some(), case, new.outcome)?;
    let company = match new.company {
        Some(company) => Some(company_key(&tx, app, &setting, company).await?),
        None => None,
    };
    let party = Party::of(company, project.as_ref().map(|project| project.id.key()));
    let standing = store::meetings_of(&tx, &[id.key()]).await?;
    if standing
        .iter()
        .any(|known| Party::of(known.company, known.project) == party)
    {
        let activity = activity.record.code;
        return Err(MeetingRefusal::AlreadyRecorded { activity }.into());
    }
    let booking = MeetingBooking {
        opening: setting.days.judge(activity.record.begins_on)?,
        activity: &activity,
        company,
        project: project.as_ref(),
        our_level: new.our_level,
        their_level: new.their_level,
        outcome: new.outcome,
    };
    let booked = book_meetings(&tx, &setting, &app.ids, actor, vec![booking]).await?;
    tx.commit().await?;
    Ok(booked.into_iter().next().expect("one for one"))
}

async fn load_project(tx: &DatabaseTransaction, id: ProjectId) -> Outcome<Project> {
    let key = ProjectKey::Ids(vec![id.key()]);
    let found = projects::load_projects(tx, &Scope::Everything, &key).await?;
    Ok(found.into_iter().next().ok_or(ProjectRefusal::Unknown)?)
}

/// The key of the company, which is registered where it is not known.
async fn company_key(
    tx: &DatabaseTransaction,
    app: &App,
    setting: &Setting,
    company: MetCompany,
) -> Outcome<i64> {
    let new = match company {
        MetCompany::Chosen(id) => {
            let found = companies::find_companies(tx, &[id.key()]).await?;
            let company = found.get(&id.key()).ok_or(CompanyRefusal::Unknown)?;
            return Ok(company.id.key());
        }
        MetCompany::Named(new) => new,
    };
    let mut wrong = Fields::default();
    let draft = companies::check_draft(&mut wrong, &new);
    wrong.done()?;
    let drafts = Vec::from_iter(draft);
    let ensured = companies::ensure_companies(tx, &app.ids, setting.at, &drafts).await?;
    Ok(ensured.first().expect("one for one").id.key())
}
