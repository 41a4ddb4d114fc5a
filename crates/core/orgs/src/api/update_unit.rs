//! `PATCH /units/{code}`: changing a unit.

use super::unit_out::UnitOut;
use crate::model::Tile;
use crate::ops;
use crate::permits::WriteUnits;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitPatch {
    /// Chinese name.
    name: Option<String>,
    /// English name.
    name_en: Option<String>,
    /// The unit above.
    parent_code: Option<String>,
    /// The division it stands for or lies in.
    division_code: Option<String>,
    /// Whether it takes part in the ranking.
    ranked: Option<bool>,
    /// Its place on the tile map.
    tile: Option<Tile>,
}

/// Changes a unit. What has been booked keeps the tree of its day.
#[utoipa::path(patch, path = "/units/{code}", tag = "units",
    params(("code" = String, Path, description = "The unit's code")),
    responses((status = 200, body = UnitOut)),
    security(("session" = [WriteUnits::PERMISSION.0])))]
pub(crate) async fn update_unit(
    State(app): State<App>,
    actor: Allowed<WriteUnits>,
    FromPath(code): FromPath<String>,
    Json(patch): Json<UnitPatch>,
) -> Reply<Json<UnitOut>> {
    let unit = ops::update_unit(&app, &actor, &code, patch.into()).await?;
    let tree = ops::load_units(app.database.reader()).await?;
    Ok(Json(UnitOut::of(&unit, &tree)))
}

impl From<UnitPatch> for ops::UnitChange {
    fn from(patch: UnitPatch) -> Self {
        Self {
            name: patch.name,
            name_en: patch.name_en,
            parent_code: patch.parent_code,
            division_code: patch.division_code,
            ranked: patch.ranked,
            tile: patch.tile,
        }
    }
}
