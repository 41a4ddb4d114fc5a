//! `GET /lineage`: the entries that add up to a figure.

use crate::model::EntriesOut;
use crate::ops::{self, TraceIn, TraceRefusal};
use crate::permits::ReadLineage;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::{Month, PageQuery};
use serde::Deserialize;

/// Which figure.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct EntriesQuery {
    /// The indicator's code.
    indicator: String,
    /// The last month, YYYY-MM.
    #[param(value_type = String)]
    month: Month,
    /// The first month, YYYY-MM; January when absent.
    #[param(value_type = Option<String>)]
    from: Option<Month>,
    /// A unit's code; the city when absent.
    unit: Option<String>,
    /// For a ratio: the code of its numerator or denominator.
    list: Option<String>,
    /// The cursor that the page before gave.
    after: Option<String>,
    /// How many entries, 1 to 200; 50 when absent.
    limit: Option<u32>,
}

/// The entries that add up to a figure; of a ratio, one of its two lists.
#[utoipa::path(get, path = "/lineage", tag = "figures", params(EntriesQuery),
    responses((status = 200, body = EntriesOut)),
    security(("session" = [ReadLineage::PERMISSION.0])))]
pub(crate) async fn list_entries(
    State(app): State<App>,
    actor: Allowed<ReadLineage>,
    Query(query): Query<EntriesQuery>,
) -> Reply<Json<EntriesOut>> {
    let after = match query.after.as_deref() {
        Some(text) => Some(
            ops::cursor(text)
                .ok_or(TraceRefusal::WrongCursor)
                .map_err(kernel::Fault::from)?,
        ),
        None => None,
    };
    let input = TraceIn {
        indicator: query.indicator,
        month: query.month,
        from: query.from,
        unit: query.unit,
        list: query.list,
        after,
        limit: PageQuery {
            after: None,
            limit: query.limit,
        }
        .size(),
    };
    Ok(Json(ops::list_entries(&app, &actor, input).await?))
}
