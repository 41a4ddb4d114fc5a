//! A file, sent as the raw bytes of a body.

use super::body;
use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use std::time::Duration;

/// The largest file, in bytes.
pub const UPLOAD_LIMIT: usize = 64 << 20;

/// How long a client may take to send one: a district office on a slow line.
const PATIENCE: Duration = Duration::from_mins(5);

/// The bytes of a file.
#[derive(Debug, Clone)]
pub struct Upload(pub Bytes);

impl<S: Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        body::read(request.into_body(), UPLOAD_LIMIT, PATIENCE)
            .await
            .map(Self)
    }
}
