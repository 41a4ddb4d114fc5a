//! Noting that a platform brought projects in. The platform is another slice's, which calls
//! this in its own transaction.

use crate::model::{Project, brought_entry};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Outcome};

/// That a platform brought a project in, as its slice judged it.
#[derive(Debug, Clone)]
pub struct Bringing {
    /// The project.
    pub project: Project,
    /// The platform's code.
    pub platform: String,
    /// The day.
    pub on: NaiveDate,
    /// Whether it is 期初 ([`ledger::Days::judge`]).
    pub opening: bool,
    /// The key of the platform's row, the source of the fact.
    pub source: i64,
}

/// Records `project.brought` of each and notes the platform on the project: funds that are
/// recognised from now on carry it. Returns the facts' seqs, in order.
pub async fn book_brought(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    bringings: &[Bringing],
) -> Outcome<Vec<i64>> {
    let entries = bringings.iter().map(|bringing| {
        brought_entry(
            &bringing.project,
            &setting.tree,
            &bringing.platform,
            bringing.on,
            bringing.opening,
            bringing.source,
        )
    });
    let entries = entries.collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    for bringing in bringings {
        let platform = Some(bringing.platform.as_str());
        store::set_platform(tx, bringing.project.id.key(), platform, setting.at).await?;
    }
    Ok(recorded.into_iter().map(|place| place.seq).collect())
}

/// Forgets the platform on projects whose `project.brought` the caller has reversed.
pub async fn forget_brought(
    tx: &DatabaseTransaction,
    setting: &Setting,
    projects: &[i64],
) -> Outcome<()> {
    for &project in projects {
        store::set_platform(tx, project, None, setting.at).await?;
    }
    Ok(())
}
