//! Codes of records that the journal names, also of those that have been taken back.

use super::fetch_by_keys;
use db::{ConnectionTrait, FromQueryResult};
use kernel::Outcome;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
}

/// The codes of these visits (`visit`), problems (`problem`) or the problems of these
/// solutions (`problem_solution`); nothing for other kinds.
pub(crate) async fn codes_of<C: ConnectionTrait>(
    connection: &C,
    kind: &str,
    ids: &[i64],
) -> Outcome<Vec<(i64, String)>> {
    let sql = match kind {
        "visit" => "SELECT id, code FROM visits WHERE id IN ({keys})",
        "problem" => "SELECT id, code FROM problems WHERE id IN ({keys})",
        "problem_solution" => {
            "SELECT s.id, p.code FROM problem_solutions s \
             JOIN problems p ON p.id = s.problem_id WHERE s.id IN ({keys})"
        }
        _ => return Ok(Vec::new()),
    };
    let rows: Vec<Row> = fetch_by_keys(connection, sql, ids.iter().map(|&id| id.into())).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.code)).collect())
}
