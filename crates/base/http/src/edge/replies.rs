//! The request's id, its one log line, and the one shape of what is refused.

use super::unshaped;
use crate::app::App;
use crate::problem::Problem;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use kernel::{Entity, Id};
use std::sync::Arc;
use std::time::Instant;
use tower_http::csrf::ProtectionError;
use tracing::Instrument;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

struct OneRequest;

impl Entity for OneRequest {
    const PREFIX: &'static str = "req";
}

/// Gives the request an id, writes its log line, and turns whatever error comes out into
/// a complete problem: also those of layers and routers that know nothing of problems.
pub(crate) async fn shape(State(app): State<App>, request: Request, next: Next) -> Response {
    let id: Id<OneRequest> = app.request_ids.id();
    let id = id.to_string();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let span = tracing::info_span!("request", request_id = %id, %method, %path);
    let began = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Some(problem) = problem_in(&response) {
        let cause = problem.cause.clone();
        let mut complete = Problem::clone(&problem);
        complete.request_id.clone_from(&id);
        let rendered = complete.render();
        let kept = std::mem::take(response.headers_mut());
        response = rendered;
        for (name, value) in &kept {
            // Of the unshaped reply only what is not about its body stays: cookies, policies.
            if !response.headers().contains_key(name) && !is_about_body(name) {
                response.headers_mut().append(name, value.clone());
            }
        }
        if response.status().is_server_error() {
            let _entered = span.enter();
            let cause = cause.map_or_else(|| "unknown".to_owned(), |cause| chain_of(&*cause));
            tracing::error!(code = problem.code, cause, "request broken");
        }
    }
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(status = response.status().as_u16(), millis, "answered"));
    let value = HeaderValue::from_str(&id).expect("an id is ASCII");
    response.headers_mut().insert(REQUEST_ID, value);
    response
}

fn problem_in(response: &Response) -> Option<Arc<Problem>> {
    if let Some(problem) = response.extensions().get::<Arc<Problem>>() {
        return Some(problem.clone());
    }
    if response.extensions().get::<ProtectionError>().is_some() {
        let code = "request.foreign_origin";
        return Some(Arc::new(Problem::request(StatusCode::FORBIDDEN, code)));
    }
    let status = response.status();
    (status.is_client_error() || status.is_server_error()).then(|| Arc::new(unshaped(status)))
}

/// An error and what it came from, outermost first.
fn chain_of(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text.push_str(": ");
        text.push_str(&error.to_string());
        source = error.source();
    }
    text
}

fn is_about_body(name: &HeaderName) -> bool {
    name.as_str().starts_with("content-") && name.as_str() != "content-security-policy"
}
