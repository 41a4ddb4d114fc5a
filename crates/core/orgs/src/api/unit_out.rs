//! A unit in replies.

use crate::model::{Tile, Unit, UnitKind, UnitTree};
use serde::Serialize;

/// A reporting unit.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct UnitOut {
    /// The code that people and workbooks use.
    code: String,
    /// Chinese name.
    name: String,
    /// English name.
    name_en: String,
    /// Its sort.
    kind: UnitKind,
    /// The unit above; null for the city.
    #[schema(required)]
    parent_code: Option<String>,
    /// The division it stands for or lies in.
    #[schema(required)]
    division_code: Option<String>,
    /// Whether it takes part in the ranking.
    ranked: bool,
    /// Its place on the tile map.
    #[schema(required)]
    tile: Option<Tile>,
}

impl UnitOut {
    /// `unit` with its parent's code looked up in `tree`.
    pub(crate) fn of(unit: &Unit, tree: &UnitTree) -> Self {
        let parent = unit.parent.and_then(|parent| tree.by_key(parent));
        Self {
            code: unit.code.clone(),
            name: unit.name.clone(),
            name_en: unit.name_en.clone(),
            kind: unit.kind,
            parent_code: parent.map(|parent| parent.code.clone()),
            division_code: unit.division_code.clone(),
            ranked: unit.ranked,
            tile: unit.tile,
        }
    }
}
