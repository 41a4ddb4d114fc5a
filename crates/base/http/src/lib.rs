//! What every endpoint stands on: the state, who may do what, what comes in, what goes
//! out when the answer is no, and the edge that all requests pass.
//!
//! An endpoint names its permission as an argument type, so it cannot run without it:
//!
//! ```text
//! #[utoipa::path(post, path = "/months/{month}/close", tag = "months",
//!     params(("month" = String, Path)), responses((status = 200, body = MonthOut)),
//!     security(("session" = [CloseMonths::PERMISSION.0])))]
//! pub(crate) async fn close_month(
//!     State(app): State<App>,
//!     actor: Allowed<CloseMonths>,
//!     FromPath(month): FromPath<Month>,
//! ) -> Reply<Json<MonthOut>> {
//!     Ok(Json(ops::close_month(&app, &actor, month).await?))
//! }
//! ```
//!
//! **Invariant:** an error never leaves with an empty body or with a sentence to show: it
//! leaves as a [`Problem`] with a stable code, and what broke on our side stays in the log.

mod app;
mod document;
mod edge;
mod extract;
mod permit;
mod problem;
mod serve;

pub use app::{App, Part};
pub use document::{SESSION_COOKIE, document};
pub use edge::{Drain, edge};
pub use extract::{FromPath, JSON_LIMIT, Json, Query, UPLOAD_LIMIT, Upload};
pub use permit::{Allowed, Caller, Permit, PermitRefusal, SignedIn};
pub use problem::{Problem, Reply};
pub use serve::serve;

/// Every code that this crate can answer with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    [problem::CODES, PermitRefusal::CODES, extract::FIELD_CODES].concat()
}
