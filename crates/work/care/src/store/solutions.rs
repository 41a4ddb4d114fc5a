//! Solutions of problems in their table.

use super::reading::origin_number;
use super::rewriting;
use crate::model::{ProblemId, Reversal, Solution};
use db::{ConnectionTrait, DbErr, Rows, append_rows};

/// Writes solutions of problems, new or as they stand now.
pub(crate) async fn save_solutions<C: ConnectionTrait>(
    connection: &C,
    solutions: &[(ProblemId, Solution, Option<Reversal>)],
) -> Result<(), DbErr> {
    const COLUMNS: [&str; 10] = [
        "id",
        "problem_id",
        "solved_on",
        "solution",
        "month",
        "origin_month",
        "fact_seq",
        "reversed_by",
        "reversal_reason",
        "recorded_at",
    ];
    let mut rows = Rows::new("problem_solutions", &COLUMNS, &rewriting(&COLUMNS));
    for (problem, solution, reversal) in solutions {
        let reversal = reversal.as_ref();
        rows.push([
            solution.id.into(),
            problem.key().into(),
            solution.solved_on.to_string().into(),
            solution.text.as_str().into(),
            solution.booked.month.number().into(),
            origin_number(&solution.booked).into(),
            solution.booked.seq.into(),
            reversal.map(|reversal| reversal.by).into(),
            reversal.map(|reversal| reversal.reason.clone()).into(),
            solution.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}
