//! The cookie that carries a session, and the middleware that reads it.

use crate::ops::{CurrentSession, resume_session};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_base::{App, PermitRefusal, Problem, SESSION_COOKIE};

/// Days that the browser keeps it; the server ends sessions earlier by its own rules.
const SECONDS: i64 = crate::model::SESSION_DAYS * 24 * 3600;

/// The middleware that finds out who sent a request. Whoever brings no session, or one
/// that has ended, is nobody; the permission extractors then refuse.
pub(crate) async fn identify(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Some(token) = token_in(request.headers()) {
        match resume_session(&app, &token).await {
            Ok(Some(session)) => {
                request.extensions_mut().insert(session.caller());
                request.extensions_mut().insert(session);
            }
            Ok(None) => {}
            Err(fault) => return Problem::from(fault).into_response(),
        }
    }
    next.run(request).await
}

fn token_in(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == SESSION_COOKIE)
        .map(|(_, token)| token.to_owned())
}

/// The header that hands `token` to the browser: out of reach of scripts and of other
/// sites, and over TLS only where the request came over it.
pub(crate) fn set(token: &str, request: &HeaderMap) -> HeaderValue {
    cookie(token, SECONDS, request)
}

/// The header that makes the browser forget it.
pub(crate) fn forget(request: &HeaderMap) -> HeaderValue {
    cookie("", 0, request)
}

fn cookie(value: &str, seconds: i64, request: &HeaderMap) -> HeaderValue {
    let is_tls = request
        .get("x-forwarded-proto")
        .is_some_and(|scheme| scheme.as_bytes() == b"https");
    let secure = if is_tls { "; Secure" } else { "" };
    let text = format!(
        "{SESSION_COOKIE}={value}; Path=/api; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
    );
    HeaderValue::from_str(&text).expect("a token is hexadecimal")
}

impl<S: Sync> FromRequestParts<S> for CurrentSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| PermitRefusal::SignInRequired.into())
    }
}
