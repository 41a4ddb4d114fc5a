//! Noting that a problem was solved.

use super::book_solutions::{Solving, book_solutions};
use super::create_problem::NewSolution;
use super::get_problem::problem_in;
use super::shown::Shown;
use crate::model::{LONGEST_NOTE, Problem, ProblemId, ProblemRefusal, judge_solution, required};
use crate::permits::WriteProblems;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome};

/// Notes how and when a problem was solved: a fact of the open month.
///
/// # Errors
/// `request.invalid` with every wrong field; a day in the future; [`ProblemRefusal`].
pub async fn solve_problem(
    app: &App,
    actor: &Allowed<WriteProblems>,
    id: ProblemId,
    new: NewSolution,
) -> Outcome<Shown<Problem>> {
    let mut wrong = Fields::default();
    let text = required(&mut wrong, "solution", &new.solution, LONGEST_NOTE);
    wrong.done()?;
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let problem = problem_in(&tx, &actor.scope, id).await?;
    if let Some(solution) = &problem.solution {
        let solved_on = solution.solved_on;
        return Err(ProblemRefusal::AlreadySolved { solved_on }.into());
    }
    let opening = judge_solution(problem.raised_on, new.solved_on, setting.days)?;
    let problem = Problem {
        revision: problem.revision + 1,
        updated_at: setting.at,
        ..problem
    };
    store::save_problems(&tx, std::slice::from_ref(&problem)).await?;
    let solving = Solving {
        problem,
        solved_on: new.solved_on,
        opening,
        text,
    };
    let booked = book_solutions(&tx, &setting, &app.ids, actor, vec![solving]).await?;
    tx.commit().await?;
    let problem = booked.into_iter().next().expect("one solution was booked");
    Shown::of(&setting.tree, problem.unit, problem)
}
