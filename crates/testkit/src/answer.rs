//! What came back, and what a test expects of it.

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Response};
use serde_json::Value;

/// A reply, read whole.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    place: String,
}

impl Answer {
    pub(crate) async fn read(place: String, response: Response<Body>) -> Self {
        let (head, body) = response.into_parts();
        Self {
            status: head.status.as_u16(),
            headers: head.headers,
            body: to_bytes(body, usize::MAX).await.expect("a body in memory"),
            place,
        }
    }

    /// The body as JSON; null where it is empty.
    ///
    /// # Panics
    /// If it is something else.
    pub fn json(&self) -> Value {
        if self.body.is_empty() {
            return Value::Null;
        }
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {self}"))
    }

    /// The body of an answer that was to have this status.
    ///
    /// # Panics
    /// If it has another.
    #[track_caller]
    pub fn ok(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{self}");
        self.json()
    }

    /// The problem of an answer that was to be refused with this status and code. Its
    /// shape is checked with it: every refusal anywhere is a whole RFC 9457 problem.
    ///
    /// # Panics
    /// If it was not refused so.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Value {
        let problem = self.json();
        assert_eq!(
            (self.status, problem["code"].as_str()),
            (status, Some(code)),
            "{self}"
        );
        assert_eq!(problem["status"], status, "{self}");
        assert!(
            problem["request_id"]
                .as_str()
                .is_some_and(|id| id.starts_with("req_"))
        );
        assert!(
            problem["params"].is_object() && problem["fields"].is_array(),
            "{self}"
        );
        problem
    }

    /// As [`Answer::refused`] with `request.invalid`, for exactly these fields and codes,
    /// in any order.
    ///
    /// # Panics
    /// If it was not refused so.
    #[track_caller]
    pub fn refused_fields(&self, expected: &[(&str, &str)]) {
        let problem = self.refused(422, "request.invalid");
        let mut found: Vec<(String, String)> = problem["fields"]
            .as_array()
            .expect("checked above")
            .iter()
            .map(|field| {
                let text = |name: &str| field[name].as_str().unwrap_or_default().to_owned();
                (text("field"), text("code"))
            })
            .collect();
        let mut expected: Vec<(String, String)> = expected
            .iter()
            .map(|(field, code)| ((*field).to_owned(), (*code).to_owned()))
            .collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{self}");
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        write!(f, "{} answered {}: {body}", self.place, self.status)
    }
}
