//! Projects among what can be found by name.

use crate::model::ProjectId;
use crate::permits::ReadProjects;
use crate::store;
use desk::{Boxed, Finder, Named};
use http_base::{App, Permit};
use kernel::{Outcome, Permission};

/// Finds projects by name, code and investors' names.
#[derive(Debug, Clone, Copy, Default)]
pub struct ProjectFinder;

impl Finder for ProjectFinder {
    fn kind(&self) -> &'static str {
        "project"
    }

    fn permission(&self) -> Permission {
        ReadProjects::PERMISSION
    }

    fn changed<'a>(
        &'a self,
        app: &'a App,
        since: Option<&'a str>,
    ) -> Boxed<'a, Outcome<Vec<Named>>> {
        Box::pin(async move {
            let rows = store::names_since(app.database.reader(), since).await?;
            let named = rows.into_iter().map(|row| Named {
                key: row.id,
                id: ProjectId::new(row.id).to_string(),
                name: row.name,
                code: Some(row.code),
                aliases: row.investors_text.split('；').map(str::to_owned).collect(),
                note: row.stage,
                units: std::iter::once(row.lead_unit_id)
                    .chain(row.joint_unit_id)
                    .collect(),
                is_gone: row.removed_at.is_some(),
                updated_at: row.updated_at,
            });
            Ok(named.collect())
        })
    }
}
