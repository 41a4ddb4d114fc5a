//! Divisions, units, accounts, sessions and roles: who acts, for which unit, and where
//! things lie.
//!
//! - [`divisions`]: China's divisions and the countries, a table of facts in memory and in
//!   the database. `scripts/divisions.mjs` makes it.
//! - [`UnitTree`]: who reports and is ranked; not the same as a place.
//! - [`sessions`]: the middleware that installs the `Actor` which `http-base` reads.
//! - [`Role`]: the one table of what each role may do.
//!
//! **Invariant:** a password or a session's token is never in the database, only its hash.

mod api;
mod cookie;
mod model;
mod open_month;
pub mod ops;
mod permits;
mod schema;
mod store;
#[cfg(feature = "testing")]
pub mod testing;

pub use model::{
    Account, AccountId, Attempts, Division, Divisions, Login, NameRefusal, OneTimePassword,
    PasswordFault, Region, Role, Tile, Unit, UnitKind, UnitRef, UnitTree, UnitTreeFault,
    check_chosen, divisions, other_province, permission_names,
};
pub use open_month::OpenMonth;
pub use permits::{PERMISSIONS, ReadAccounts, ReadDivisions, ReadUnits, WriteAccounts, WriteUnits};
pub use schema::MIGRATIONS;

use axum::Router;
use axum::middleware::from_fn_with_state;
use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints, to be nested under `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            api::create_session::create_session,
            api::get_session::get_session,
            api::delete_session::delete_session,
        ))
        .routes(routes!(api::change_password::change_password))
        .routes(routes!(
            api::list_units::list_units,
            api::create_unit::create_unit,
        ))
        .routes(routes!(api::update_unit::update_unit))
        .routes(routes!(api::list_divisions::list_divisions))
        .routes(routes!(
            api::list_accounts::list_accounts,
            api::create_account::create_account,
        ))
        .routes(routes!(api::update_account::update_account))
        .routes(routes!(
            api::create_one_time_password::create_one_time_password
        ))
}

/// Lets `router` know who sends a request: to be put around every endpoint of the API.
pub fn sessions(app: &App, router: Router) -> Router {
    router.layer(from_fn_with_state(app.clone(), cookie::identify))
}

/// Every code that this crate can refuse with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    [
        ops::SignInRefusal::CODES,
        ops::HeldRefusal::CODES,
        ops::AccountRefusal::CODES,
        ops::UnitRefusal::CODES,
        PasswordFault::CODES,
        FIELD_CODES,
    ]
    .concat()
}

/// The codes of fields that this crate refuses.
const FIELD_CODES: &[&str] = &[
    "field.empty",
    "field.too_long",
    "orgs.city_exists",
    "orgs.city_missing",
    "orgs.code_malformed",
    "orgs.division_required",
    "orgs.division_unknown",
    "orgs.login_malformed",
    "orgs.login_taken",
    "orgs.parent_not_allowed",
    "orgs.password_wrong",
    "orgs.unit_below_itself",
    "orgs.unit_code_taken",
    "orgs.unit_name_taken",
    "orgs.unit_not_allowed",
    "orgs.unit_required",
    "orgs.unit_unknown",
];
