//! Reading one platform.

use super::units::unit_ref;
use crate::model::{Owner, Platform, PlatformId, PlatformRefusal, Recognition};
use crate::permits::{ReadPlatforms, WritePlatforms};
use crate::store::{self, PlatformKey};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};
use orgs::UnitRef;

/// A platform with what its page shows beside it.
#[derive(Debug, Clone)]
pub struct PlatformView {
    /// The platform.
    pub platform: Platform,
    /// Its unit.
    pub unit: UnitRef,
    /// What was recognised of it, in the order of the journal.
    pub recognitions: Vec<Recognition>,
}

/// The platform with this key, if the caller's scope covers it.
///
/// # Errors
/// [`PlatformRefusal::Unknown`].
pub async fn get_platform(
    app: &App,
    actor: &Allowed<ReadPlatforms>,
    id: PlatformId,
) -> Outcome<PlatformView> {
    view(app, &actor.scope, id).await
}

/// The platform that has just been written, for the reply.
pub(crate) async fn view_platform(
    app: &App,
    actor: &Allowed<WritePlatforms>,
    id: PlatformId,
) -> Outcome<PlatformView> {
    view(app, &actor.scope, id).await
}

async fn view(app: &App, scope: &Scope, id: PlatformId) -> Outcome<PlatformView> {
    let tx = app.database.begin_read().await?;
    let platform = platform_in(&tx, scope, id).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    Ok(PlatformView {
        unit: unit_ref(&tree, platform.unit)?,
        recognitions: store::recognitions_of(&tx, Owner::Platform, &[id.key()]).await?,
        platform,
    })
}

/// The platform that a use case is about, if `scope` covers it.
///
/// # Errors
/// [`PlatformRefusal::Unknown`].
pub(super) async fn platform_in<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: PlatformId,
) -> Outcome<Platform> {
    let key = PlatformKey::Ids(vec![id.key()]);
    let found = store::load_platforms(connection, scope, &key).await?;
    Ok(found.into_iter().next().ok_or(PlatformRefusal::Unknown)?)
}
