//! Changing what no recognised fact carries of a platform.

use super::get_platform::platform_in;
use crate::model::{NewPlatform, Platform, PlatformChange, PlatformId, check_platform};
use crate::permits::WritePlatforms;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Changes name and components.
///
/// # Errors
/// [`PlatformRefusal::Unknown`](crate::PlatformRefusal::Unknown); `request.invalid` with
/// every wrong field.
pub async fn update_platform(
    app: &App,
    actor: &Allowed<WritePlatforms>,
    id: PlatformId,
    change: PlatformChange,
) -> Outcome<Platform> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    let platform = platform_in(&tx, &actor.scope, id).await?;
    let before = platform.typed(&tree);
    let new = NewPlatform {
        name: change.name.unwrap_or_else(|| before.name.clone()),
        components: before.components.changed(&change.components),
        ..before
    };
    let mut wrong = Fields::default();
    let draft = check_platform(&mut wrong, &tree, &new);
    wrong.done()?;
    let draft = draft.expect("nothing was found wrong");
    let after = Platform {
        name: draft.name,
        components: draft.components,
        ..platform.clone()
    };
    if after == platform {
        return Ok(platform);
    }
    let after = after.written(app.now());
    store::rewrite_platform(&tx, &after).await?;
    tx.commit().await?;
    Ok(after)
}
