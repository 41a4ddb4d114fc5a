//! RFC 9457 problem replies: the one shape in which anything is refused.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Fault, FieldRefusal, RefusalKind};
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;

/// What an endpoint returns.
pub type Reply<T> = Result<T, Problem>;

/// An answer that says no. The `title` is technical English for whoever reads a log; the
/// client shows its own sentence for the `code`.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// `urn:zhaoyin:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// Technical English.
    pub title: String,
    /// The HTTP status, repeated for clients that drop it.
    pub status: u16,
    /// The stable code, such as `ledger.month_not_open`.
    pub code: String,
    /// The code's parameters.
    #[schema(value_type = Object)]
    pub params: Map<String, Value>,
    /// The fields at fault, where it is about fields.
    pub fields: Vec<FieldRefusal>,
    /// The request's id, by which the log is searched; the edge fills it in.
    pub request_id: String,
    /// What broke on our side: for the log, never for the reply.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// The codes that are about requests as such.
pub(crate) const CODES: &[&str] = &[
    "request.broken",
    "request.foreign_origin",
    "request.invalid",
    "request.malformed_json",
    "request.method_not_allowed",
    "request.no_such_path",
    "request.not_json",
    "request.refused",
    "request.timeout",
    "request.too_large",
    "request.too_slow",
];

impl Problem {
    /// A refusal of the request as such, with one of the `request.` codes.
    pub(crate) fn request(status: StatusCode, code: &str) -> Self {
        Self {
            kind: format!("urn:zhaoyin:problem:{code}"),
            title: title_of(code),
            status: status.as_u16(),
            code: code.to_owned(),
            params: Map::new(),
            fields: Vec::new(),
            request_id: String::new(),
            cause: None,
        }
    }

    pub(crate) fn with_param(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn with_field(mut self, field: &str, code: &str) -> Self {
        self.fields.push(FieldRefusal {
            field: field.to_owned(),
            code: code.to_owned(),
            params: Map::new(),
        });
        self
    }

    /// The reply as bytes and headers, as it stands.
    pub(crate) fn render(&self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(self).expect("a problem holds only text and JSON values");
        let mut response = (status, body).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        response
    }
}

/// `ledger.month_not_open` becomes `ledger: month not open`.
fn title_of(code: &str) -> String {
    code.replacen('.', ": ", 1).replace('_', " ")
}

/// The status that a sort of refusal has on the wire.
fn status_of(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::Unauthenticated => StatusCode::UNAUTHORIZED,
        RefusalKind::Forbidden => StatusCode::FORBIDDEN,
        RefusalKind::NotFound => StatusCode::NOT_FOUND,
        RefusalKind::Conflict => StatusCode::CONFLICT,
        RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalKind::Busy => StatusCode::TOO_MANY_REQUESTS,
    }
}

impl<E: Into<Fault>> From<E> for Problem {
    fn from(fault: E) -> Self {
        match fault.into() {
            Fault::Refused(refusal) => Self {
                params: refusal.params,
                fields: refusal.fields,
                ..Self::request(status_of(refusal.kind), refusal.code)
            },
            Fault::Broken(error) => Self {
                cause: Some(error.into()),
                ..Self::request(StatusCode::INTERNAL_SERVER_ERROR, "request.broken")
            },
        }
    }
}

impl IntoResponse for Problem {
    /// The reply, with the problem itself beside it for the edge, which knows the request's
    /// id and writes the log.
    fn into_response(self) -> Response {
        let mut response = self.render();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Refusal;

    #[test]
    fn a_fault_of_ours_shows_nothing_of_itself() {
        let problem = Problem::from(Fault::broken("password of the database is 123"));
        let body = serde_json::to_string(&problem).expect("serialises");
        assert_eq!(problem.status, 500);
        assert!(!body.contains("123"), "{body}");
    }

    #[test]
    fn a_refusal_keeps_its_code_and_says_its_status_in_the_body() {
        let refusal = Refusal {
            kind: RefusalKind::Conflict,
            code: "ledger.month_not_open",
            params: Map::new(),
            fields: Vec::new(),
        };
        let body = serde_json::to_value(Problem::from(refusal)).expect("serialises");
        assert_eq!(body["status"], 409);
        assert_eq!(body["code"], "ledger.month_not_open");
        assert_eq!(body["title"], "ledger: month not open");
        assert_eq!(body["type"], "urn:zhaoyin:problem:ledger.month_not_open");
    }
}
