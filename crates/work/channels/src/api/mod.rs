//! The endpoints, one per file.

mod add_platform_project;
mod close_opportunity;
mod close_platform;
mod create_opportunity;
mod create_platform;
mod get_opportunity;
mod get_platform;
mod list_opportunities;
mod list_platform_components;
mod list_platform_projects;
mod list_platforms;
mod opportunity_out;
mod platform_out;
mod platform_project_out;
mod publish_opportunity;
mod recognition_out;
mod reverse_opportunity;
mod reverse_platform;
mod reverse_platform_project;
mod reverse_publication;
mod update_opportunity;
mod update_platform;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints of this crate.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            list_platforms::list_platforms,
            create_platform::create_platform
        ))
        .routes(routes!(list_platform_components::list_platform_components))
        .routes(routes!(
            get_platform::get_platform,
            update_platform::update_platform
        ))
        .routes(routes!(close_platform::close_platform))
        .routes(routes!(reverse_platform::reverse_platform))
        .routes(routes!(
            list_platform_projects::list_platform_projects,
            add_platform_project::add_platform_project
        ))
        .routes(routes!(reverse_platform_project::reverse_platform_project))
        .routes(routes!(
            list_opportunities::list_opportunities,
            create_opportunity::create_opportunity
        ))
        .routes(routes!(
            get_opportunity::get_opportunity,
            update_opportunity::update_opportunity
        ))
        .routes(routes!(publish_opportunity::publish_opportunity))
        .routes(routes!(reverse_publication::reverse_publication))
        .routes(routes!(close_opportunity::close_opportunity))
        .routes(routes!(reverse_opportunity::reverse_opportunity))
}
