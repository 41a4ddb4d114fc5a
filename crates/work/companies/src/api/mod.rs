//! The endpoints, one per file.

mod chain_out;
mod company_out;
mod create_chain;
mod create_chain_node;
mod create_company;
mod create_honour;
mod delete_chain_node;
mod delete_honour;
mod get_chain;
mod get_company;
mod get_target;
mod given;
mod honour_out;
mod list_chains;
mod list_companies;
mod list_targets;
mod reverse_target;
mod target_company;
mod target_out;
mod untarget_company;
mod update_chain;
mod update_chain_node;
mod update_company;
mod update_target;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The companies', the chains' and the targets' endpoints.
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
        .routes(routes!(create_honour::create_honour))
        .routes(routes!(delete_honour::delete_honour))
        .routes(routes!(
            list_chains::list_chains,
            create_chain::create_chain
        ))
        .routes(routes!(get_chain::get_chain, update_chain::update_chain))
        .routes(routes!(create_chain_node::create_chain_node))
        .routes(routes!(
            update_chain_node::update_chain_node,
            delete_chain_node::delete_chain_node
        ))
        .routes(routes!(
            list_targets::list_targets,
            target_company::target_company
        ))
        .routes(routes!(
            get_target::get_target,
            update_target::update_target
        ))
        .routes(routes!(untarget_company::untarget_company))
        .routes(routes!(reverse_target::reverse_target))
}
