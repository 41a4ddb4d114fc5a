//! Headers, ids, foreign sites, panics, and clients who hang up.

use crate::client::*;
use axum::body::Body;
use axum::http::Request;
use std::sync::Arc;
use tower::ServiceExt;

#[tokio::test]
async fn nothing_is_refused_with_an_empty_body() {
    for (request, status, code) in [
        (get_request("/api/nowhere"), 404, "request.no_such_path"),
        (
            get_request("/api/anyone"),
            405,
            "request.method_not_allowed",
        ),
        (get_request("/api/empty"), 502, "request.broken"),
    ] {
        let answer = refusal_of(request).await;
        assert_eq!((answer.0, answer.1.as_str()), (status, code));
    }
}

#[tokio::test]
async fn what_broke_stays_inside() {
    for request in [
        get_request("/api/broken"),
        get_request("/api/panic"),
        post_json("/api/panic", "{}"),
    ] {
        let (status, code, body) = refusal_of(request).await;
        assert_eq!((status, code.as_str()), (500, "request.broken"));
        assert!(!body.to_string().contains("secret"), "{body}");
    }
}

#[tokio::test]
async fn every_reply_carries_the_headers_that_protect_the_browser() {
    for path in ["/api/nowhere", "/api/doors/7"] {
        let response = send(get_request(path)).await;
        let headers = response.headers();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self';"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["x-frame-options"], "DENY");
        assert_eq!(headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn another_site_cannot_write() {
    let door = r#"{"number":1,"keys":[]}"#;
    let with = |name: &str, value: &str| {
        let mut request = post_json("/api/anyone", door);
        request
            .headers_mut()
            .insert("host", "city.example".parse().unwrap());
        let name: axum::http::HeaderName = name.parse().unwrap();
        request.headers_mut().insert(name, value.parse().unwrap());
        request
    };
    for request in [
        with("sec-fetch-site", "cross-site"),
        with("sec-fetch-site", "same-site"),
        with("origin", "https://elsewhere.example"),
        with("origin", "null"),
    ] {
        let (status, code, _) = refusal_of(request).await;
        assert_eq!((status, code.as_str()), (403, "request.foreign_origin"));
    }
    for request in [
        with("sec-fetch-site", "same-origin"),
        with("origin", "https://city.example"),
        post_json("/api/anyone", door),
    ] {
        assert_eq!(send(request).await.status(), 200);
    }
    let reading = Request::get("/api/doors/7")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    assert_eq!(send(reading).await.status(), 200);
}

#[tokio::test]
async fn a_write_ends_although_its_client_hung_up() {
    let app = app().await.with(Opened {
        ended: tokio::sync::Notify::new(),
    });
    let opened: Arc<Opened> = app.part().unwrap();
    let pending = service(&app, routes()).oneshot(post_json("/api/slow", ""));
    let hung_up = tokio::time::timeout(std::time::Duration::from_millis(5), pending).await;
    assert!(
        hung_up.is_err(),
        "the client must be gone before the write ends"
    );
    tokio::time::timeout(std::time::Duration::from_secs(5), opened.ended.notified())
        .await
        .expect("the write came to its end");
}

#[tokio::test]
async fn a_part_that_nobody_installed_is_our_fault() {
    let (status, code, _) = refusal_of(post_json("/api/slow", "")).await;
    assert_eq!((status, code.as_str()), (500, "request.broken"));
}
