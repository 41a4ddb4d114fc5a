//! Projects that platforms brought, into the journal and out of it again.

use crate::model::{Platform, PlatformProject, PlatformProjectId};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Ids, Outcome};
use ledger::Source;
use projects::{Bringing, Project};

/// A project of a platform on its way into the books.
#[derive(Debug, Clone)]
pub(crate) struct NewPlatformProject {
    pub platform: Platform,
    pub project: Project,
    pub brought_on: NaiveDate,
    pub opening: bool,
}

/// Records `project.brought` of each: funds that are recognised from now on carry the
/// platform. Those recognised before do not, and each entry says how many they are.
pub(crate) async fn book_platform_projects(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    new: Vec<NewPlatformProject>,
) -> Outcome<Vec<PlatformProject>> {
    let keys: Vec<i64> = new.iter().map(|_| ids.key()).collect();
    let bringings: Vec<Bringing> = new
        .iter()
        .zip(&keys)
        .map(|(new, &source)| Bringing {
            project: new.project.clone(),
            platform: new.platform.code.clone(),
            on: new.brought_on,
            opening: new.opening,
            source,
        })
        .collect();
    let seqs = projects::book_brought(tx, setting, actor, &bringings).await?;
    let entries: Vec<PlatformProject> = new
        .into_iter()
        .zip(keys)
        .zip(seqs)
        .map(|((new, key), fact_seq)| PlatformProject {
            id: PlatformProjectId::new(key),
            platform: new.platform.id,
            project: new.project.id,
            unit: new.project.credit.lead,
            brought_on: new.brought_on,
            month: setting.days.open,
            earlier_funds: new.project.funds,
            earlier_amount: new.project.arrived,
            fact_seq,
            reversed_by: None,
            reversal_reason: None,
            recorded_at: setting.at,
        })
        .collect();
    store::insert_platform_projects(tx, &entries).await?;
    Ok(entries)
}

/// Takes projects back from their platforms. Funds recognised meanwhile keep the platform
/// that they carry: their facts are corrected one by one, if they must.
pub(crate) async fn take_back_platform_projects(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    entries: &[PlatformProject],
    reason: &str,
) -> Outcome<()> {
    let facts = entries.iter().map(|entry| {
        let source = Source {
            kind: "platform_project".to_owned(),
            id: entry.id.key(),
        };
        (entry.fact_seq, source)
    });
    let facts = facts.collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let reversals: Vec<(i64, i64)> = entries
        .iter()
        .zip(reversed)
        .map(|(entry, place)| (entry.id.key(), place.seq))
        .collect();
    store::mark_reversed_platform_projects(tx, &reversals, reason).await?;
    let projects: Vec<i64> = entries.iter().map(|entry| entry.project.key()).collect();
    projects::forget_brought(tx, setting, &projects).await
}
