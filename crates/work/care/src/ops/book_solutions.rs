//! Solutions that were judged, into the journal and the table, and out again.

use crate::model::{Occasion, Problem, Reversal, Solution, solution_entry, source};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Ids, Outcome};

/// A solution on its way into the books.
#[derive(Debug, Clone)]
pub(crate) struct Solving {
    pub problem: Problem,
    pub solved_on: NaiveDate,
    /// Whether that is 期初.
    pub opening: bool,
    pub text: String,
}

/// Records that problems were solved. Their own rows stand already and are the caller's to
/// save.
pub(crate) async fn book_solutions(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    solving: Vec<Solving>,
) -> Outcome<Vec<Problem>> {
    let keys: Vec<i64> = solving.iter().map(|_| ids.key()).collect();
    let entries = solving.iter().zip(&keys).map(|(new, &key)| {
        let occasion = Occasion {
            day: new.solved_on,
            opening: new.opening,
            credits: setting.credits(&[new.problem.unit]),
        };
        solution_entry(new.problem.id.key(), new.problem.category, occasion, key)
    });
    let entries = entries.collect();
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let solved = solving.into_iter().zip(keys).zip(recorded);
    let problems: Vec<Problem> = solved
        .map(|((new, key), booked)| Problem {
            solution: Some(Solution {
                id: key,
                solved_on: new.solved_on,
                text: new.text,
                booked,
                recorded_at: setting.at,
            }),
            ..new.problem
        })
        .collect();
    let solutions: Vec<(_, Solution, Option<Reversal>)> = problems
        .iter()
        .filter_map(|problem| Some((problem.id, problem.solution.clone()?, None)))
        .collect();
    store::save_solutions(tx, &solutions).await?;
    Ok(problems)
}

/// Takes the solutions of problems back: their facts are reversed, the problems are open
/// again. Their own rows are the caller's to save.
pub(crate) async fn take_back_solutions(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    problems: Vec<Problem>,
    reason: &str,
) -> Outcome<Vec<Problem>> {
    let facts = problems
        .iter()
        .filter_map(|problem| problem.solution.as_ref())
        .map(|solution| {
            let source = source("problem_solution", solution.id);
            (solution.booked.seq, source)
        });
    let facts = facts.collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let mut places = reversed.into_iter();
    let mut solutions = Vec::with_capacity(problems.len());
    let mut opened = Vec::with_capacity(problems.len());
    for mut problem in problems {
        if let Some(solution) = problem.solution.take() {
            let reversal = Reversal {
                by: places.next().expect("one reversal for one fact").seq,
                reason: reason.to_owned(),
            };
            solutions.push((problem.id, solution, Some(reversal)));
        }
        opened.push(problem);
    }
    store::save_solutions(tx, &solutions).await?;
    Ok(opened)
}
