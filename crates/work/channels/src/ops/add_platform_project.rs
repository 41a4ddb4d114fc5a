//! Noting that a platform brought a project in.

use super::book_platform_projects::{NewPlatformProject, book_platform_projects};
use super::get_platform::platform_in;
use crate::model::{PlatformId, PlatformProject, PlatformProjectRefusal, judge_bringing};
use crate::permits::WritePlatforms;
use crate::store;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;
use projects::{ProjectId, ProjectKey, ProjectRefusal};

/// Adds a project to the platform that brought it in; its credit is the project's. Funds of
/// the project that were recognised before are not counted for the platform: the entry says
/// how many they are and how much.
///
/// # Errors
/// [`PlatformRefusal`](crate::PlatformRefusal); an unknown project;
/// [`PlatformProjectRefusal::Taken`]; a day in the future; no month is open.
pub async fn add_platform_project(
    app: &App,
    actor: &Allowed<WritePlatforms>,
    platform: PlatformId,
    project: ProjectId,
    brought_on: NaiveDate,
) -> Outcome<PlatformProject> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let platform = platform_in(&tx, &actor.scope, platform).await?;
    let key = ProjectKey::Ids(vec![project.key()]);
    let found = projects::load_projects(&tx, &actor.scope, &key).await?;
    let project = found.into_iter().next().ok_or(ProjectRefusal::Unknown)?;
    let known = store::platforms_of_projects(&tx, &[project.id.key()]).await?;
    if let Some(known) = known.into_iter().next() {
        return Err(PlatformProjectRefusal::Taken {
            project: project.code,
            platform: known.platform_code,
        }
        .into());
    }
    let opening = judge_bringing(&platform, brought_on, setting.days)?;
    let new = NewPlatformProject {
        platform,
        project,
        brought_on,
        opening,
    };
    let mut booked = book_platform_projects(&tx, &setting, &app.ids, actor, vec![new]).await?;
    tx.commit().await?;
    Ok(booked.pop().expect("one entry for one project"))
}
