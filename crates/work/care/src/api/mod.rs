//! The endpoints, one per file.

mod create_problem;
mod create_visit;
mod enrol_roster;
mod get_problem;
mod get_roster;
mod get_visit;
mod given;
mod list_problems;
mod list_rosters;
mod list_visits;
mod need_to_opportunity;
mod problem_out;
mod project_ref;
mod release_roster;
mod reversal_in;
mod reverse_problem;
mod reverse_roster;
mod reverse_visit;
mod roster_out;
mod solve_problem;
mod update_problem;
mod update_roster;
mod update_visit;
mod visit_out;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints of this crate.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            list_rosters::list_rosters,
            enrol_roster::enrol_roster
        ))
        .routes(routes!(
            get_roster::get_roster,
            update_roster::update_roster
        ))
        .routes(routes!(release_roster::release_roster))
        .routes(routes!(reverse_roster::reverse_roster))
        .routes(routes!(
            list_visits::list_visits,
            create_visit::create_visit
        ))
        .routes(routes!(get_visit::get_visit, update_visit::update_visit))
        .routes(routes!(reverse_visit::reverse_visit))
        .routes(routes!(need_to_opportunity::need_to_opportunity))
        .routes(routes!(
            list_problems::list_problems,
            create_problem::create_problem
        ))
        .routes(routes!(
            get_problem::get_problem,
            update_problem::update_problem
        ))
        .routes(routes!(solve_problem::solve_problem))
        .routes(routes!(reverse_problem::reverse_problem))
}
