//! Reading a body whole: no larger than allowed, no slower than allowed.

use crate::problem::Problem;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::StatusCode;
use std::time::Duration;

/// Reads `body`, at most `limit` bytes within `patience`. A body that says beforehand
/// that it is larger is not read at all.
pub(crate) async fn read(body: Body, limit: usize, patience: Duration) -> Result<Bytes, Problem> {
    let too_large = || {
        Problem::request(StatusCode::PAYLOAD_TOO_LARGE, "request.too_large")
            .with_param("limit_bytes", limit)
    };
    if body.size_hint().lower() > limit as u64 {
        return Err(too_large());
    }
    match tokio::time::timeout(patience, to_bytes(body, limit)).await {
        Err(_) => Err(Problem::request(
            StatusCode::REQUEST_TIMEOUT,
            "request.too_slow",
        )),
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) if is_too_large(&error) => Err(too_large()),
        Ok(Err(_)) => Err(Problem::request(StatusCode::BAD_REQUEST, "request.refused")),
    }
}

/// Whether reading stopped at the limit, and not because the client went away.
fn is_too_large(error: &axum::Error) -> bool {
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = source {
        if error.to_string() == "length limit exceeded" {
            return true;
        }
        source = error.source();
    }
    false
}
