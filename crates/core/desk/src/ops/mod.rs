//! Saved views: listing, saving and removing one's own.

use crate::model::{SavedView, ViewId, check_view};
use crate::permits::OwnViews;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

kernel::refusals! {
    /// Why something was not done with a view.
    pub enum ViewRefusal {
        /// There is no such view of the caller's.
        Unknown = (NotFound, "views.unknown"),
        /// The caller has views enough.
        TooMany { most: usize } = (Conflict, "views.too_many"),
    }
}

/// The most views that an account keeps.
const MOST: usize = 200;

/// The caller's views of a page, by name; of all pages without one.
pub(crate) async fn list_views(
    app: &App,
    actor: &Allowed<OwnViews>,
    page: Option<&str>,
) -> Outcome<Vec<SavedView>> {
    store::views(app.database.reader(), actor.account, page).await
}

/// Saves a view of the caller's; one of the same name on the same page gives way.
///
/// # Errors
/// `request.invalid`; [`ViewRefusal::TooMany`].
pub(crate) async fn create_view(
    app: &App,
    actor: &Allowed<OwnViews>,
    [page, name, query]: [&str; 3],
) -> Outcome<SavedView> {
    let mut wrong = Fields::default();
    let parts = [
        ("page", page, 40),
        ("name", name, 40),
        ("query", query, 4_000),
    ];
    let [page, name, query] = check_view(&mut wrong, parts);
    wrong.done()?;
    let view = SavedView {
        id: app.ids.id(),
        page,
        name,
        query,
        created_at: app.now(),
    };
    let tx = app.database.begin_write().await?;
    let kept = store::views(&tx, actor.account, None).await?.len();
    if kept >= MOST {
        return Err(ViewRefusal::TooMany { most: MOST }.into());
    }
    store::save(&tx, actor.account, &view).await?;
    tx.commit().await?;
    Ok(view)
}

/// Removes a view of the caller's.
///
/// # Errors
/// [`ViewRefusal::Unknown`].
pub(crate) async fn delete_view(app: &App, actor: &Allowed<OwnViews>, id: ViewId) -> Outcome<()> {
    let tx = app.database.begin_write().await?;
    if !store::remove(&tx, actor.account, id).await? {
        return Err(ViewRefusal::Unknown.into());
    }
    tx.commit().await?;
    Ok(())
}
