//! `GET /divisions`: looking a division or a country up.

use crate::model::{Division, Region, divisions};
use crate::permits::ReadDivisions;
use http_base::{Allowed, Json, Permit, Query, Reply};
use serde::{Deserialize, Serialize};

/// What is looked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DivisionQuery {
    /// A part of a name, Chinese or English, or the beginning of a code.
    q: String,
}

/// The best matches.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct DivisionsOut {
    /// At most 20, larger divisions first.
    items: Vec<DivisionOut>,
}

/// A division of China, or a country.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct DivisionOut {
    /// Six digits of GB/T 2260, or two letters of ISO 3166.
    code: String,
    /// Its own name.
    name: String,
    /// With everything above it.
    full_name: String,
    /// English, where it has a name of its own.
    #[schema(required)]
    name_en: Option<String>,
    /// 1 province or country, 2 city, 3 area.
    level: i32,
    /// Its territory.
    region: Region,
}

/// How many matches are shown.
const SHOWN: usize = 20;

/// The divisions and countries whose name or code holds `q`.
#[utoipa::path(get, path = "/divisions", tag = "units", params(DivisionQuery),
    responses((status = 200, body = DivisionsOut)),
    security(("session" = [ReadDivisions::PERMISSION.0])))]
pub(crate) async fn list_divisions(
    _: Allowed<ReadDivisions>,
    Query(query): Query<DivisionQuery>,
) -> Reply<Json<DivisionsOut>> {
    let found = divisions().search(&query.q, SHOWN);
    Ok(Json(DivisionsOut {
        items: found.into_iter().map(DivisionOut::of).collect(),
    }))
}

impl DivisionOut {
    fn of(division: &Division) -> Self {
        Self {
            code: division.code.clone(),
            name: division.name.clone(),
            full_name: division.full_name.clone(),
            name_en: division.name_en.clone(),
            level: division.level,
            region: division.region,
        }
    }
}
