//! Changing a problem.

use super::count_parties::count_parties;
use super::create_problem::visit_ref;
use super::get_problem::problem_in;
use super::party_of::changed_party;
use super::shown::{Shown, unit_in};
use crate::model::{
    LONGEST_NOTE, Problem, ProblemChange, ProblemId, ProblemRefusal, frozen, judge_raising,
    required,
};
use crate::permits::WriteProblems;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome};

/// Changes a problem. Once it is solved, what the solution's fact carries stays: its
/// category and unit.
///
/// # Errors
/// `request.invalid` with every wrong field; an unknown company, project or visit;
/// [`ProblemRefusal`].
pub async fn update_problem(
    app: &App,
    actor: &Allowed<WriteProblems>,
    id: ProblemId,
    change: ProblemChange,
) -> Outcome<Shown<Problem>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let problem = problem_in(&tx, &actor.scope, id).await?;
    let mut wrong = Fields::default();
    let category = change.category.unwrap_or(problem.category);
    let unit = change.unit.as_deref().map_or(problem.unit, |unit| {
        unit_in(&setting.tree, &actor.scope, &mut wrong, unit)
    });
    let description = change.description.as_deref();
    let description = description.unwrap_or(&problem.description);
    let description = required(&mut wrong, "description", description, LONGEST_NOTE);
    let solution_text = change
        .solution
        .map(|text| required(&mut wrong, "solution", &text, LONGEST_NOTE));
    wrong.done()?;
    if let Some(field) = frozen(&problem, category, unit) {
        return Err(ProblemRefusal::Frozen { field }.into());
    }
    let solution = match (problem.solution, solution_text) {
        (None, Some(_)) => return Err(ProblemRefusal::NotSolved.into()),
        (Some(solution), Some(text)) => Some(crate::model::Solution { text, ..solution }),
        (solution, None) => solution,
    };
    let raised_on = change.raised_on.unwrap_or(problem.raised_on);
    let solved_on = solution.as_ref().map(|solution| solution.solved_on);
    judge_raising(raised_on, solved_on, setting.days)?;
    let gone = problem.party.clone();
    let (company, project) = (change.company, change.project);
    let party = changed_party(&tx, &actor.scope, problem.party, company, project).await?;
    if party.is_nobody() {
        return Err(ProblemRefusal::NobodyAffected.into());
    }
    let visit = match change.visit {
        Some(visit) => visit_ref(&tx, &actor.scope, visit).await?,
        None => problem.visit,
    };
    let after = Problem {
        category,
        unit,
        description,
        solution,
        raised_on,
        party,
        visit,
        revision: problem.revision + 1,
        updated_at: setting.at,
        ..problem
    };
    store::save_problems(&tx, std::slice::from_ref(&after)).await?;
    if let Some(solution) = after.solution.clone() {
        store::save_solutions(&tx, &[(after.id, solution, None)]).await?;
    }
    count_parties(&tx, vec![gone], vec![after.party.clone()]).await?;
    tx.commit().await?;
    Shown::of(&setting.tree, after.unit, after)
}
