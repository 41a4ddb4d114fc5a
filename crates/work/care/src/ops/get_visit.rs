//! Reading one visit.

use super::shown::{Shown, units};
use crate::model::{Visit, VisitId, VisitRefusal};
use crate::permits::ReadVisits;
use crate::store;
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};

/// The visit with this key, if the caller's scope covers its unit.
///
/// # Errors
/// [`VisitRefusal::Unknown`].
pub async fn get_visit(
    app: &App,
    actor: &Allowed<ReadVisits>,
    id: VisitId,
) -> Outcome<Shown<Visit>> {
    let visit = visit_in(app.database.reader(), &actor.scope, id).await?;
    Shown::of(&units(app, actor).await?, visit.unit, visit)
}

pub(super) async fn visit_in<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: VisitId,
) -> Outcome<Visit> {
    let found = store::find_visit(connection, scope, id).await?;
    Ok(found.ok_or(VisitRefusal::Unknown)?)
}

/// The visit with this key, if `scope` covers its unit and it was not taken back.
///
/// # Errors
/// [`VisitRefusal::Unknown`], [`VisitRefusal::AlreadyReversed`].
pub(super) async fn standing_visit<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: VisitId,
) -> Outcome<Visit> {
    let visit = visit_in(connection, scope, id).await?;
    if visit.reversal.is_some() {
        return Err(VisitRefusal::AlreadyReversed.into());
    }
    Ok(visit)
}
