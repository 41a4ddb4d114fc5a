//! Taking a workbook in: kept, read, judged. Nothing of it counts yet.

use super::dry_run::{Unread, dry_run};
use super::queries::find_batch;
use super::{Underway, importers};
use crate::model::batch::{Batch, BatchId};
use crate::permits::WriteImports;
use crate::store::batches::{self, NewBatch};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Actor, Fields, Outcome, Scope};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The most characters of a file's name.
const LONGEST_NAME: usize = 200;

/// A workbook that is handed in.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name, without folders.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The one kind that is looked for; all when absent.
    pub kind: Option<String>,
}

/// Takes a workbook in and waits for the report.
///
/// # Errors
/// What `sheets` says of a file that is no workbook; the batch stays in the history as failed.
pub async fn stage(app: &App, actor: &Allowed<WriteImports>, upload: Upload) -> Outcome<Batch> {
    let underway = start_stage(app, actor, upload).await?;
    let id = underway.id;
    underway.done().await?;
    find_batch(app, actor, id).await
}

/// Takes a workbook in; reading it goes on in a task of its own.
pub async fn start_stage(
    app: &App,
    actor: &Allowed<WriteImports>,
    upload: Upload,
) -> Outcome<Underway> {
    let importers = importers(app)?;
    let file_name = bare_name(&upload.file_name);
    let mut wrong = Fields::default();
    if file_name.is_empty() {
        wrong.refuse("file_name", "field.empty", json!({}));
    }
    if file_name.chars().count() > LONGEST_NAME {
        wrong.refuse(
            "file_name",
            "field.too_long",
            json!({ "max": LONGEST_NAME }),
        );
    }
    if let Some(kind) = upload.kind.as_deref()
        && importers.kind(kind).is_none()
    {
        wrong.refuse("kind", "intake.unknown_kind", json!({ "kind": kind }));
    }
    wrong.done()?;
    let id: BatchId = app.ids.id();
    let unit = own_unit(app.database.reader(), actor).await?;
    let bytes = upload.bytes;
    let hashed = tokio::task::spawn_blocking(move || (hex::encode(Sha256::digest(&bytes)), bytes));
    let (file_hash, bytes) = hashed.await?;
    let tx = app.database.begin_write().await?;
    let new = NewBatch {
        id: id.key(),
        file_name: &file_name,
        file_hash: &file_hash,
        kind: upload.kind.as_deref(),
        at: app.now(),
        account: actor.account,
        name: &actor.name,
        unit,
    };
    batches::insert(&tx, new, &bytes).await?;
    tx.commit().await?;
    let unread = Unread {
        id,
        file_name,
        kind: upload.kind,
        bytes,
        is_first: true,
    };
    let actor = Arc::new(Actor::clone(actor));
    let task = tokio::spawn(dry_run(app.clone(), importers, actor, unread));
    Ok(Underway { id, task })
}

/// The name without folders: browsers and shells send what they like.
fn bare_name(name: &str) -> String {
    name.rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// The unit that the actor works for: the topmost one of its scope; none for the city.
async fn own_unit<C: ConnectionTrait>(connection: &C, actor: &Actor) -> Outcome<Option<i64>> {
    let Scope::Units(units) = &actor.scope else {
        return Ok(None);
    };
    let tree = orgs::ops::load_units(connection).await?;
    let is_top = |unit: &&i64| {
        tree.by_key(**unit)
            .is_some_and(|found| found.parent.is_none_or(|parent| !units.contains(&parent)))
    };
    Ok(units.iter().find(is_top).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_its_folders() {
        assert_eq!(bare_name("C:\\表\\六月.xlsx"), "六月.xlsx");
        assert_eq!(bare_name("/home/x/ 六月.xlsx "), "六月.xlsx");
        assert_eq!(bare_name("folder/"), "");
    }
}
