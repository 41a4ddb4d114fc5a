//! A batch's file, and how its sheets are to be read.

use super::{from_json, json_text};
use crate::model::mapping::Correction;
use db::{ConnectionTrait, DbErr, FromQueryResult, execute, fetch_one};
use std::collections::BTreeMap;

/// The file's bytes.
pub(crate) async fn file<C: ConnectionTrait>(connection: &C, id: i64) -> Result<Vec<u8>, DbErr> {
    #[derive(FromQueryResult)]
    struct FileRow {
        bytes: Vec<u8>,
    }
    let row: Option<FileRow> = fetch_one(
        connection,
        "SELECT bytes FROM intake_files WHERE batch_id = $1",
        [id.into()],
    )
    .await?;
    Ok(row.map(|row| row.bytes).unwrap_or_default())
}

/// Forgets the file of a batch that could not be read.
pub(crate) async fn drop_file<C: ConnectionTrait>(connection: &C, id: i64) -> Result<(), DbErr> {
    execute(
        connection,
        "DELETE FROM intake_files WHERE batch_id = $1",
        [id.into()],
    )
    .await?;
    Ok(())
}

/// The corrections of the batch's mapping, by sheet.
pub(crate) async fn corrections<C: ConnectionTrait>(
    connection: &C,
    id: i64,
) -> Result<BTreeMap<String, Correction>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        corrections: String,
    }
    let row: Option<Row> = fetch_one(
        connection,
        "SELECT corrections FROM intake_batches WHERE id = $1",
        [id.into()],
    )
    .await?;
    row.map_or(Ok(BTreeMap::new()), |row| {
        from_json("corrections", &row.corrections)
    })
}

/// Keeps the corrections.
pub(crate) async fn set_corrections<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    corrections: &BTreeMap<String, Correction>,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE intake_batches SET corrections = $2 WHERE id = $1",
        [id.into(), json_text(corrections).into()],
    )
    .await?;
    Ok(())
}
