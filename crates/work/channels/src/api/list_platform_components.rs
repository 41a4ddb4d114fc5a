//! `GET /platform-components`

use crate::model::{COMPONENTS, ComponentSpec};
use crate::permits::ReadPlatforms;
use http_base::{Allowed, Json, Reply};
use serde::Serialize;

/// The six components of a platform.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlatformComponentList)]
pub(super) struct ComponentsOut {
    /// The six, in their order.
    items: Vec<ComponentSpec>,
}

/// What the six components (六个一) are, with their names: our assumption (假定), for the
/// newspaper does not name them.
#[utoipa::path(get, path = "/platform-components", tag = "platforms",
    responses((status = 200, body = ComponentsOut)),
    security(("session" = ["platforms.read"])))]
pub(super) async fn list_platform_components(
    _: Allowed<ReadPlatforms>,
) -> Reply<Json<ComponentsOut>> {
    let items = COMPONENTS.to_vec();
    Ok(Json(ComponentsOut { items }))
}
