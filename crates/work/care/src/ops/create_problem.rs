//! Recording a problem.

use super::book_solutions::{Solving, book_solutions};
use super::count_parties::count_parties;
use super::party_of::party_of;
use super::shown::{Shown, unit_in};
use crate::model::{
    Category, LONGEST_CODE, LONGEST_NOTE, Problem, ProblemRefusal, VisitId, VisitRef, code_of,
    judge_raising, judge_solution, required,
};
use crate::permits::WriteProblems;
use crate::store;
use chrono::NaiveDate;
use companies::CompanyId;
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome, Scope};
use projects::ProjectId;

/// A problem as it was typed.
#[derive(Debug, Clone)]
pub struct NewProblem {
    /// Its code.
    pub code: String,
    /// What it is about.
    pub category: Category,
    /// The unit that has to solve it, by code or name.
    pub unit: String,
    /// The company.
    pub company: Option<CompanyId>,
    /// The project.
    pub project: Option<ProjectId>,
    /// The day it was raised.
    pub raised_on: NaiveDate,
    /// What it is.
    pub description: String,
    /// The visit it came from.
    pub visit: Option<VisitId>,
    /// How it was solved, if it is.
    pub solution: Option<NewSolution>,
}

/// A solution as it was typed.
#[derive(Debug, Clone)]
pub struct NewSolution {
    /// The day.
    pub solved_on: NaiveDate,
    /// How.
    pub solution: String,
}

/// Records a problem; with a solution, that is a fact of the open month.
///
/// # Errors
/// `request.invalid` with every wrong field; an unknown company, project or visit; a day in
/// the future; [`ProblemRefusal`].
pub async fn create_problem(
    app: &App,
    actor: &Allowed<WriteProblems>,
    new: NewProblem,
) -> Outcome<Shown<Problem>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut wrong = Fields::default();
    let code = required(&mut wrong, "code", &code_of(&new.code), LONGEST_CODE);
    let unit = unit_in(&setting.tree, &actor.scope, &mut wrong, &new.unit);
    let description = required(&mut wrong, "description", &new.description, LONGEST_NOTE);
    let solution = new.solution.map(|solution| {
        let text = required(&mut wrong, "solution", &solution.solution, LONGEST_NOTE);
        (solution.solved_on, text)
    });
    wrong.done()?;
    let party = party_of(&tx, &actor.scope, new.company, new.project).await?;
    if party.is_nobody() {
        return Err(ProblemRefusal::NobodyAffected.into());
    }
    judge_raising(new.raised_on, None, setting.days)?;
    if !store::problems_by_codes(&tx, std::slice::from_ref(&code))
        .await?
        .is_empty()
    {
        return Err(ProblemRefusal::CodeTaken { code }.into());
    }
    let problem = Problem {
        id: app.ids.id(),
        code,
        category: new.category,
        unit,
        party,
        raised_on: new.raised_on,
        description,
        visit: visit_ref(&tx, &actor.scope, new.visit).await?,
        solution: None,
        revision: 1,
        recorded_at: setting.at,
        updated_at: setting.at,
        removed_at: None,
    };
    store::save_problems(&tx, std::slice::from_ref(&problem)).await?;
    count_parties(&tx, Vec::new(), vec![problem.party.clone()]).await?;
    let problem = match solution {
        None => problem,
        Some((solved_on, text)) => {
            let solving = Solving {
                opening: judge_solution(problem.raised_on, solved_on, setting.days)?,
                problem,
                solved_on,
                text,
            };
            let booked = book_solutions(&tx, &setting, &app.ids, actor, vec![solving]).await?;
            booked.into_iter().next().expect("one solution was booked")
        }
    };
    tx.commit().await?;
    Shown::of(&setting.tree, unit, problem)
}

/// The visit with this key, if `scope` covers its unit and it was not taken back.
///
/// # Errors
/// [`VisitRefusal`](crate::VisitRefusal).
pub(super) async fn visit_ref(
    tx: &DatabaseTransaction,
    scope: &Scope,
    id: Option<VisitId>,
) -> Outcome<Option<VisitRef>> {
    let Some(id) = id else {
        return Ok(None);
    };
    let visit = super::get_visit::standing_visit(tx, scope, id).await?;
    Ok(Some(VisitRef {
        id,
        code: visit.code,
    }))
}
