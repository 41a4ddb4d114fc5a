//! JSON in and out.

use super::{body, place};
use crate::problem::Problem;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::Fault;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// The largest JSON body, in bytes.
pub const JSON_LIMIT: usize = 1 << 20;

/// How long a client may take to send one.
const PATIENCE: Duration = Duration::from_secs(20);

/// A JSON body: as an argument what was sent, as a result what is answered.
#[derive(Debug, Clone, Copy)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        // Also against forged requests: a form of another site cannot send this type.
        let is_json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split(';').next())
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
        if !is_json {
            return Err(Problem::request(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "request.not_json",
            ));
        }
        let bytes = body::read(request.into_body(), JSON_LIMIT, PATIENCE).await?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            refusal_of(&path, error.inner())
        })?;
        reader.end().map_err(|error| refusal_of("", &error))?;
        Ok(Self(value))
    }
}

fn refusal_of(path: &str, error: &serde_json::Error) -> Problem {
    if error.is_data() {
        place::misshapen(path, &error.to_string())
    } else {
        Problem::request(StatusCode::BAD_REQUEST, "request.malformed_json")
            .with_param("line", error.line())
            .with_param("column", error.column())
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => ([(header::CONTENT_TYPE, "application/json")], body).into_response(),
            Err(error) => Problem::from(Fault::from(error)).into_response(),
        }
    }
}
