//! The endpoints, one per file.

mod company_out;
mod create_company;
mod get_company;
mod list_companies;
mod update_company;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The companies' endpoints.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            list_companies::list_companies,
            create_company::create_company
        ))
        .routes(routes!(
            get_company::get_company,
            update_company::update_company
        ))
}
