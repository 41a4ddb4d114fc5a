//! The part of an address that names a resource.

use crate::problem::Problem;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// What the path names: an id, a code, a month. What cannot be one names nothing that
/// exists (404), so that guessing at forms tells nobody anything.
#[derive(Debug, Clone, Copy)]
pub struct FromPath<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for FromPath<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(value)) => Ok(Self(value)),
            Err(_) => Err(Problem::request(
                StatusCode::NOT_FOUND,
                "request.no_such_path",
            )),
        }
    }
}
