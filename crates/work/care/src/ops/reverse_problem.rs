//! Taking the solution of a problem back.

use super::book_solutions::take_back_solutions;
use super::get_problem::problem_in;
use super::shown::Shown;
use crate::model::{Problem, ProblemId, ProblemRefusal, judge_unsolving};
use crate::permits::WriteProblems;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes the solution of a problem back, in the open month: the problem is open again.
///
/// # Errors
/// [`ProblemRefusal`].
pub async fn reverse_problem(
    app: &App,
    actor: &Allowed<WriteProblems>,
    id: ProblemId,
    reason: &str,
) -> Outcome<Shown<Problem>> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ProblemRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let problem = problem_in(&tx, &actor.scope, id).await?;
    judge_unsolving(&problem)?;
    let opened = take_back_solutions(&tx, &setting, actor, vec![problem], reason).await?;
    let mut problem = opened
        .into_iter()
        .next()
        .expect("one solution was taken back");
    problem.revision += 1;
    problem.updated_at = setting.at;
    store::save_problems(&tx, std::slice::from_ref(&problem)).await?;
    tx.commit().await?;
    Shown::of(&setting.tree, problem.unit, problem)
}
