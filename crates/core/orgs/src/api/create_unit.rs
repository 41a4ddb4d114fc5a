//! `POST /units`: making a unit.

use super::unit_out::UnitOut;
use crate::model::{Tile, UnitKind};
use crate::ops;
use crate::permits::WriteUnits;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Deserialize;

/// A unit to be made.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitIn {
    /// The code that people and workbooks use: 1 to 32 of `A-Z a-z 0-9 . _ -`.
    code: String,
    /// Chinese name.
    name: String,
    /// English name.
    name_en: String,
    /// Its sort. The first unit is the city.
    kind: UnitKind,
    /// The unit above; the city where it is absent.
    parent_code: Option<String>,
    /// The division it stands for or lies in.
    division_code: Option<String>,
    /// Whether it takes part in the ranking.
    ranked: bool,
    /// Its place on the tile map.
    tile: Option<Tile>,
}

/// Makes a unit.
#[utoipa::path(post, path = "/units", tag = "units",
    responses((status = 201, body = UnitOut)),
    security(("session" = [WriteUnits::PERMISSION.0])))]
pub(crate) async fn create_unit(
    State(app): State<App>,
    actor: Allowed<WriteUnits>,
    Json(input): Json<UnitIn>,
) -> Reply<(StatusCode, Json<UnitOut>)> {
    let unit = ops::create_unit(&app, &actor, input.into()).await?;
    let tree = ops::load_units(app.database.reader()).await?;
    Ok((StatusCode::CREATED, Json(UnitOut::of(&unit, &tree))))
}

impl From<UnitIn> for ops::NewUnit {
    fn from(input: UnitIn) -> Self {
        Self {
            code: input.code,
            name: input.name,
            name_en: input.name_en,
            kind: input.kind,
            parent_code: input.parent_code,
            division_code: input.division_code,
            ranked: input.ranked,
            tile: input.tile,
        }
    }
}
