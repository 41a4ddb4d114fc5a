//! The web client, embedded: its files, packed ones where the browser takes them, and its
//! first page for every address that it routes by itself.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../../web/dist/"]
struct Files;

/// Names with a digest of their content in them: they never change.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Asked for again each time, and answered with 304 while it is the same.
const ASK_AGAIN: &str = "no-cache";

/// Serves a file, or the client's first page; what looks like a file and is none, and
/// everything under `/api`, is not found.
pub async fn serve(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let is_api = path == "api" || path.starts_with("api/");
    let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
    let name = match Files::get(path) {
        Some(_) => path,
        None if is_page && !is_api => "index.html",
        None => return StatusCode::NOT_FOUND.into_response(),
    };
    file(name, request.headers()).unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

fn file(name: &str, asked: &HeaderMap) -> Option<Response> {
    let packed = takes_gzip(asked)
        .then(|| Files::get(&format!("{name}.gz")))
        .flatten();
    let is_packed = packed.is_some();
    let file = packed.or_else(|| Files::get(name))?;
    let tag = tag_of(&file);
    let is_known = asked
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known == tag);
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(body_of(file))
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let keep = if name.starts_with("assets/") {
        FOREVER
    } else {
        ASK_AGAIN
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(kind_of(name)),
    );
    if is_packed && !is_known {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Some(response)
}

fn body_of(file: EmbeddedFile) -> Body {
    match file.data {
        std::borrow::Cow::Borrowed(bytes) => Body::from(Bytes::from_static(bytes)),
        std::borrow::Cow::Owned(bytes) => Body::from(bytes),
    }
}

fn tag_of(file: &EmbeddedFile) -> HeaderValue {
    let digest: String = file.metadata.sha256_hash()[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    HeaderValue::from_str(&format!("\"{digest}\"")).expect("hexadecimal is ASCII")
}

/// Whether `gzip` is among what the browser takes, and not with weight 0.
fn takes_gzip(asked: &HeaderMap) -> bool {
    asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|part| {
            let (coding, weight) = part.split_once(';').unwrap_or((part, ""));
            coding.trim() == "gzip" && !matches!(weight.trim(), "q=0" | "q=0.0")
        })
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
