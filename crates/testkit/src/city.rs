//! What a test suite hands in: a schema, what is there from the start, a router, a door.

use axum::Router;
use db::Migration;
use http_base::App;
use kernel::Outcome;
use std::future::Future;

/// The application under test. Its database is made once per test binary and copied for
/// every test, so what [`City::furnish`] does costs next to nothing.
pub trait City: Send + Sync + 'static {
    /// The schema, in the order of the steps' numbers.
    fn migrations() -> Vec<Migration>;

    /// Fills the template: units, and whatever every test of the suite needs.
    fn furnish(app: &App) -> impl Future<Output = Outcome<()>> + Send;

    /// Installs the parts that slices need, and builds the router that is served, with
    /// the API under `/api/v1`.
    fn open(app: App) -> impl Future<Output = Outcome<(App, Router)>> + Send;

    /// Lets somebody in and returns the `Cookie` header of the session.
    fn sign_in(app: &App, who: Who) -> impl Future<Output = Outcome<String>> + Send;
}

/// Somebody of each role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Who {
    /// Accounts only.
    Administrator,
    /// The city's bureau.
    Bureau,
    /// The office of the unit with this code.
    District(String),
    /// Sees, changes nothing.
    Reader,
}
