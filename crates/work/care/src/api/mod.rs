//! The endpoints, one per file.

use http_base::App;
use utoipa_axum::router::OpenApiRouter;

/// The endpoints of this crate.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
}
