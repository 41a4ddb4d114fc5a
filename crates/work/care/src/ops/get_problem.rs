//! Reading one problem.

use super::shown::{Shown, units};
use crate::model::{Problem, ProblemId, ProblemRefusal};
use crate::permits::ReadProblems;
use crate::store;
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};

/// The problem with this key, if the caller's scope covers its unit.
///
/// # Errors
/// [`ProblemRefusal::Unknown`].
pub async fn get_problem(
    app: &App,
    actor: &Allowed<ReadProblems>,
    id: ProblemId,
) -> Outcome<Shown<Problem>> {
    let problem = problem_in(app.database.reader(), &actor.scope, id).await?;
    Shown::of(&units(app, actor).await?, problem.unit, problem)
}

pub(super) async fn problem_in<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: ProblemId,
) -> Outcome<Problem> {
    let found = store::find_problem(connection, scope, id).await?;
    Ok(found.ok_or(ProblemRefusal::Unknown)?)
}
