//! When a problem may be recorded, solved, changed and opened again.

use super::problem::{Category, Problem};
use chrono::NaiveDate;
use kernel::Refusal;
use ledger::Days;

kernel::refusals! {
    /// Why something was not done with a problem.
    pub enum ProblemRefusal {
        /// There is no such problem, or it is none of the caller's.
        Unknown = (NotFound, "problems.unknown"),
        /// Another problem has this code.
        CodeTaken { code: String } = (Conflict, "problems.code_taken"),
        /// A problem is that of a company, a project or both.
        NobodyAffected = (Invalid, "problems.nobody_affected"),
        /// It was solved before.
        AlreadySolved { solved_on: NaiveDate } = (Conflict, "problems.already_solved"),
        /// It is not solved.
        NotSolved = (Conflict, "problems.not_solved"),
        /// It would have been solved before it was raised.
        SolvedBeforeRaised { raised_on: NaiveDate, solved_on: NaiveDate } = (Conflict, "problems.solved_before_raised"),
        /// The solution's fact carries this field.
        Frozen { field: &'static str } = (Conflict, "problems.frozen"),
        /// A reversal names its reason.
        NoReason = (Invalid, "problems.no_reason"),
        /// The cursor is none that this list gave.
        WrongCursor = (Invalid, "problems.wrong_cursor"),
    }
}

/// Whether a problem may have been raised on `day`, and solved on `solved_on` where it was.
///
/// # Errors
/// A day in the future, or [`ProblemRefusal::SolvedBeforeRaised`].
pub(crate) fn judge_raising(
    day: NaiveDate,
    solved_on: Option<NaiveDate>,
    days: Days,
) -> Result<(), Refusal> {
    days.judge(day)?;
    match solved_on {
        Some(solved_on) if solved_on < day => Err(ProblemRefusal::SolvedBeforeRaised {
            raised_on: day,
            solved_on,
        }
        .into()),
        _ => Ok(()),
    }
}

/// Whether a problem raised on `raised_on` may be solved on `day`; answers whether that is
/// 期初.
///
/// # Errors
/// A day in the future, or [`ProblemRefusal::SolvedBeforeRaised`].
pub(crate) fn judge_solution(
    raised_on: NaiveDate,
    day: NaiveDate,
    days: Days,
) -> Result<bool, Refusal> {
    let opening = days.judge(day)?;
    judge_raising(raised_on, Some(day), days)?;
    Ok(opening)
}

/// The solution of `problem` that may be taken back.
///
/// # Errors
/// [`ProblemRefusal::NotSolved`].
pub(crate) fn judge_unsolving(problem: &Problem) -> Result<(), ProblemRefusal> {
    match problem.solution {
        Some(_) => Ok(()),
        None => Err(ProblemRefusal::NotSolved),
    }
}

/// The field that may not become this, because the fact of the solution carries it.
pub(crate) fn frozen(problem: &Problem, category: Category, unit: i64) -> Option<&'static str> {
    problem.solution.as_ref()?;
    if problem.category != category {
        Some("category")
    } else if problem.unit != unit {
        Some("unit")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{day, june, problem, solved};
    use super::*;

    fn code<T>(judged: Result<T, Refusal>) -> &'static str {
        judged.map_or_else(|refusal| refusal.code, |_| "accepted")
    }

    #[test]
    fn nothing_is_solved_before_it_was_raised_or_tomorrow() {
        let judged = |number| code(judge_solution(day(5), day(number), june()));
        assert_eq!(judged(5), "accepted");
        assert_eq!(judged(4), "problems.solved_before_raised");
        let future = "2023-07-01".parse().unwrap();
        assert_eq!(
            code(judge_solution(day(5), future, june())),
            "ledger.date_in_future"
        );
        assert_eq!(
            code(judge_raising(future, None, june())),
            "ledger.date_in_future"
        );
        assert_eq!(
            code(judge_raising(day(9), Some(day(8)), june())),
            "problems.solved_before_raised"
        );
    }

    #[test]
    fn a_solution_before_the_books_is_an_opening() {
        let before = "2023-05-31".parse().unwrap();
        assert_eq!(judge_solution(before, before, june()), Ok(true));
        assert_eq!(judge_solution(before, day(1), june()), Ok(false));
    }

    #[test]
    fn a_solved_problem_keeps_what_its_fact_carries() {
        assert_eq!(frozen(&problem(), Category::Other, 9), None);
        assert_eq!(frozen(&solved(), Category::Other, 2), Some("category"));
        assert_eq!(frozen(&solved(), Category::Heritage, 9), Some("unit"));
        assert_eq!(frozen(&solved(), Category::Heritage, 2), None);
    }

    #[test]
    fn only_what_is_solved_can_be_opened_again() {
        assert_eq!(judge_unsolving(&solved()), Ok(()));
        assert_eq!(judge_unsolving(&problem()), Err(ProblemRefusal::NotSolved));
    }
}
