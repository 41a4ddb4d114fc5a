//! What every recognition stands on: the units, the books, and which days may be recorded.

use super::ProjectRefusal;
use crate::model::{Days, Home, Project, ProjectId};
use crate::store::{self, ProjectKey};
use db::DatabaseTransaction;
use http_base::App;
use kernel::{Fault, Instant, Outcome, Scope, local_date};
use ledger::{Books, Months, RecordRefusal};
use orgs::UnitTree;
use std::sync::Arc;

/// The city and its books at one moment.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    pub tree: UnitTree,
    pub days: Days,
    pub books: Arc<Books>,
    pub at: Instant,
}

impl Setting {
    /// The setting of this transaction.
    ///
    /// # Errors
    /// [`RecordRefusal::NoOpenMonth`].
    pub(crate) async fn load(tx: &DatabaseTransaction, app: &App, at: Instant) -> Outcome<Self> {
        let months = Months::load(tx).await?;
        let (Some(first), Some(open)) = (months.first(), months.open()) else {
            return Err(RecordRefusal::NoOpenMonth.into());
        };
        let books = app
            .part::<Books>()
            .ok_or_else(|| Fault::broken("the books were not installed"))?;
        Ok(Self {
            tree: orgs::ops::load_units(tx).await?,
            days: Days {
                first,
                open,
                today: local_date(at),
            },
            books,
            at,
        })
    }

    /// The home province.
    pub(crate) fn home(&self) -> Home<'static> {
        Home::of(&self.tree)
    }
}

/// The project with this key, if `scope` covers it.
///
/// # Errors
/// [`ProjectRefusal::Unknown`].
pub(super) async fn project_in(
    tx: &DatabaseTransaction,
    scope: &Scope,
    id: ProjectId,
) -> Outcome<Project> {
    let found = store::load_projects(tx, scope, &ProjectKey::Ids(vec![id.key()])).await?;
    let project = found.into_iter().next();
    Ok(project.ok_or(ProjectRefusal::Unknown)?)
}
