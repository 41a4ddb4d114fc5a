//! What a commit did, row by row, for undo.

use super::{from_json, json_text};
use crate::importer::{Written, WrittenRow};
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows, fetch_all};

/// Where a written row stood.
pub(crate) struct Origin<'a> {
    pub place: i32,
    pub row_number: u32,
    pub key: &'a str,
}

/// Keeps what the rows of one kind did; `at` gives the place of a written row, `id` keys.
pub(crate) async fn append<'a, C: ConnectionTrait>(
    connection: &C,
    batch: i64,
    kind: &str,
    written: &[Written],
    at: impl Fn(usize) -> Origin<'a>,
    id: impl Fn() -> i64,
) -> Result<(), DbErr> {
    let mut bulk = Rows::new(
        "intake_written",
        &[
            "id",
            "batch_id",
            "kind",
            "place",
            "row_number",
            "row_key",
            "record_kind",
            "record_key",
            "fact_seqs",
            "created",
            "before",
        ],
        "",
    );
    for row in written {
        let place = at(row.row);
        bulk.push([
            id().into(),
            batch.into(),
            kind.into(),
            place.place.into(),
            super::whole(place.row_number).into(),
            place.key.into(),
            row.record_kind.into(),
            row.record_id.into(),
            json_text(&row.fact_seqs).into(),
            row.created.into(),
            row.before.as_ref().map(json_text).into(),
        ]);
    }
    append_rows(connection, bulk).await
}

#[derive(FromQueryResult)]
struct Kept {
    id: i64,
    row_key: String,
    record_kind: String,
    record_key: i64,
    fact_seqs: String,
    created: bool,
    before: Option<String>,
}

/// Up to `limit` of what the batch's rows of `kind` did, latest first, before `before`;
/// and the key to go on from.
pub(crate) async fn latest<C: ConnectionTrait>(
    connection: &C,
    batch: i64,
    kind: &str,
    before: i64,
    limit: usize,
) -> Result<(Vec<WrittenRow>, Option<i64>), DbErr> {
    let sql = format!(
        "SELECT id, row_key, record_kind, record_key, fact_seqs, created, before \
         FROM intake_written WHERE batch_id = $1 AND kind = $2 AND id < $3 \
         ORDER BY id DESC LIMIT {limit}"
    );
    let rows: Vec<Kept> =
        fetch_all(connection, &sql, [batch.into(), kind.into(), before.into()]).await?;
    let next = rows.last().map(|row| row.id);
    let rows = rows
        .into_iter()
        .map(|row| {
            Ok(WrittenRow {
                key: row.row_key,
                record_kind: row.record_kind,
                record_id: row.record_key,
                fact_seqs: from_json("fact_seqs", &row.fact_seqs)?,
                created: row.created,
                before: row
                    .before
                    .as_deref()
                    .map(|text| from_json("before", text))
                    .transpose()?,
            })
        })
        .collect::<Result<Vec<WrittenRow>, DbErr>>()?;
    Ok((rows, next))
}
