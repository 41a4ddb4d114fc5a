//! Meetings with the names that replies show.

use crate::model::{Activity, Meeting};
use crate::store::{self, ActivityKey};
use companies::CompanyRef;
use db::ConnectionTrait;
use http_base::App;
use kernel::{Fault, Outcome, Scope};
use ledger::Subject;
use projects::ProjectName;
use std::collections::{BTreeSet, HashMap};

/// A meeting as lists and pages show it.
#[derive(Debug, Clone)]
pub struct MeetingView {
    /// The meeting.
    pub meeting: Meeting,
    /// The activity it was a part of.
    pub activity: Activity,
    /// The company that was met.
    pub company: Option<CompanyRef>,
    /// The project that came out of it or whose people were met.
    pub project: Option<ProjectName>,
}

/// These meetings with their names, in a few queries. Companies and projects are named
/// even where they have left their registers.
pub(super) async fn meeting_views<C: ConnectionTrait>(
    connection: &C,
    meetings: Vec<Meeting>,
) -> Outcome<Vec<MeetingView>> {
    let distinct = |keys: BTreeSet<i64>| keys.into_iter().collect::<Vec<i64>>();
    let activities = distinct(meetings.iter().map(|meeting| meeting.activity).collect());
    let key = ActivityKey::Ids(activities);
    let activities: HashMap<i64, Activity> =
        store::load_activities(connection, &Scope::Everything, &key)
            .await?
            .into_iter()
            .map(|activity| (activity.id.key(), activity))
            .collect();
    let companies = distinct(meetings.iter().filter_map(|m| m.company).collect());
    let companies = companies::find_companies(connection, &companies).await?;
    let projects = distinct(meetings.iter().filter_map(|m| m.project).collect());
    let subjects: Vec<Subject> = projects
        .into_iter()
        .map(|key| Subject::new("project", key))
        .collect();
    let projects = projects::records_of(connection, &subjects, []).await?;
    meetings
        .into_iter()
        .map(|meeting| {
            let activity = activities.get(&meeting.activity).cloned();
            let company = meeting.company.and_then(|key| companies.get(&key));
            let project = meeting.project.map(|key| Subject::new("project", key));
            Ok(MeetingView {
                activity: activity.ok_or_else(|| {
                    Fault::broken(format!("meeting {} has no activity", meeting.id))
                })?,
                company: company.map(|company| CompanyRef {
                    id: company.id,
                    name: company.name.clone(),
                }),
                project: project.and_then(|subject| projects.project(&subject).cloned()),
                meeting,
            })
        })
        .collect()
}

/// The meeting that has just been written, for the reply.
pub(crate) async fn meeting_view(app: &App, meeting: Meeting) -> Outcome<MeetingView> {
    let mut views = meeting_views(app.database.reader(), vec![meeting]).await?;
    Ok(views.pop().expect("one for one"))
}
