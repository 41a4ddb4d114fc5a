//! Units: all of them at once, for there are about a dozen.

use crate::model::{Tile, Unit, UnitKind, UnitTree};
use db::{ConnectionTrait, DbErr, execute, fetch_all};
use kernel::{Fault, Outcome};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
#[expect(clippy::struct_field_names, reason = "fields are columns")]
struct Row {
    id: i64,
    code: String,
    name: String,
    name_en: String,
    kind: String,
    parent_id: Option<i64>,
    division_code: Option<String>,
    ranked: bool,
    tile_row: Option<i32>,
    tile_column: Option<i32>,
}

/// The units as they stand, in the order in which they were entered.
pub(crate) async fn tree<C: ConnectionTrait>(connection: &C) -> Outcome<UnitTree> {
    let rows: Vec<Row> = fetch_all(
        connection,
        "SELECT id, code, name, name_en, kind, parent_id, division_code, ranked, \
                tile_row, tile_column FROM units ORDER BY id",
        [],
    )
    .await?;
    let units = rows
        .into_iter()
        .map(unit_of)
        .collect::<Outcome<Vec<Unit>>>()?;
    Ok(UnitTree::new(units)?)
}

fn unit_of(row: Row) -> Outcome<Unit> {
    let kind = UnitKind::from_word(&row.kind)
        .ok_or_else(|| Fault::broken(format!("unit {} is of kind {}", row.id, row.kind)))?;
    Ok(Unit {
        key: row.id,
        code: row.code,
        name: row.name,
        name_en: row.name_en,
        kind,
        parent: row.parent_id,
        division_code: row.division_code,
        ranked: row.ranked,
        tile: row
            .tile_row
            .zip(row.tile_column)
            .map(|(row, column)| Tile { row, column }),
    })
}

/// Writes a new unit.
pub(crate) async fn insert<C: ConnectionTrait>(connection: &C, unit: &Unit) -> Result<(), DbErr> {
    execute(
        connection,
        "INSERT INTO units (id, code, name, name_en, kind, parent_id, division_code, ranked, \
                            tile_row, tile_column) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        [
            unit.key.into(),
            unit.code.as_str().into(),
            unit.name.as_str().into(),
            unit.name_en.as_str().into(),
            unit.kind.word().into(),
            unit.parent.into(),
            unit.division_code.clone().into(),
            unit.ranked.into(),
            unit.tile.map(|tile| tile.row).into(),
            unit.tile.map(|tile| tile.column).into(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes what may change of a unit; its key, code and kind stay.
pub(crate) async fn update<C: ConnectionTrait>(connection: &C, unit: &Unit) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE units SET name = $2, name_en = $3, parent_id = $4, division_code = $5, \
                          ranked = $6, tile_row = $7, tile_column = $8 WHERE id = $1",
        [
            unit.key.into(),
            unit.name.as_str().into(),
            unit.name_en.as_str().into(),
            unit.parent.into(),
            unit.division_code.clone().into(),
            unit.ranked.into(),
            unit.tile.map(|tile| tile.row).into(),
            unit.tile.map(|tile| tile.column).into(),
        ],
    )
    .await?;
    Ok(())
}
