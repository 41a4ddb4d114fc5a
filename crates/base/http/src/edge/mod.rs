//! What every request passes on its way in and every reply on its way out.

mod headers;
mod replies;
mod writes;

use crate::app::App;
use crate::problem::Problem;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kernel::Fault;
use std::any::Any;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;

pub use writes::Drain;

/// Puts the edge around `router`, from the outside in: the request's id and log line,
/// security headers, replies in the one shape of a [`Problem`], no writes on behalf of
/// foreign sites, writes that outlive a client who hangs up, panics caught.
pub fn edge(app: &App, drain: &Drain, router: Router) -> Router {
    router
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(drain.clone(), writes::finish))
        .layer(CsrfLayer::new())
        .layer(from_fn(headers::secure))
        .layer(from_fn_with_state(app.clone(), replies::shape))
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let text = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("of an unknown kind");
    Problem::from(Fault::broken(format!("panic: {text}"))).into_response()
}

/// The problem for a reply that some layer made without one.
fn unshaped(status: StatusCode) -> Problem {
    let code = match status {
        StatusCode::NOT_FOUND => "request.no_such_path",
        StatusCode::METHOD_NOT_ALLOWED => "request.method_not_allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "request.too_large",
        status if status.is_server_error() => "request.broken",
        _ => "request.refused",
    };
    Problem::request(status, code)
}
