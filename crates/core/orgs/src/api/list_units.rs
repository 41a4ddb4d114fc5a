//! `GET /units`: the units of the city.

use super::unit_out::UnitOut;
use crate::ops;
use crate::permits::ReadUnits;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Serialize;

/// All units, in the order in which they were entered.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct UnitsOut {
    /// The units.
    items: Vec<UnitOut>,
}

/// Every unit of the city, whatever the caller's own: names are not business data.
#[utoipa::path(get, path = "/units", tag = "units",
    responses((status = 200, body = UnitsOut)),
    security(("session" = [ReadUnits::PERMISSION.0])))]
pub(crate) async fn list_units(
    State(app): State<App>,
    actor: Allowed<ReadUnits>,
) -> Reply<Json<UnitsOut>> {
    let tree = ops::list_units(&app, &actor).await?;
    let items = tree.all().iter().map(|unit| UnitOut::of(unit, &tree));
    Ok(Json(UnitsOut {
        items: items.collect(),
    }))
}
