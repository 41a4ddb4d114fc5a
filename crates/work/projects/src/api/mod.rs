//! The endpoints, one per file.

mod amend_plan;
mod create_project;
mod fund_out;
mod get_fund;
mod get_project;
mod investor_in;
mod list_funds;
mod list_projects;
mod project_item;
mod project_out;
mod record_funds;
mod record_listing;
mod record_milestone;
mod reverse_funds;
mod reverse_milestone;
mod update_project;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints of projects and funds.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            list_projects::list_projects,
            create_project::create_project
        ))
        .routes(routes!(
            get_project::get_project,
            update_project::update_project
        ))
        .routes(routes!(record_milestone::record_milestone))
        .routes(routes!(reverse_milestone::reverse_milestone))
        .routes(routes!(amend_plan::amend_plan))
        .routes(routes!(record_listing::record_listing))
        .routes(routes!(list_funds::list_funds, record_funds::record_funds))
        .routes(routes!(get_fund::get_fund))
        .routes(routes!(reverse_funds::reverse_funds))
}
