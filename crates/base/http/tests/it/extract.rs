//! What comes in wrong is refused with its place.

use crate::client::*;
use axum::body::Body;
use axum::http::Request;
use http_base::{JSON_LIMIT, UPLOAD_LIMIT};

#[tokio::test]
async fn json_that_is_none_says_where() {
    let (status, code, body) = refusal_of(post_json("/api/anyone", "{\n  \"number\": 1,}")).await;
    assert_eq!((status, code.as_str()), (400, "request.malformed_json"));
    assert_eq!(body["params"]["line"], 2);
    let (_, code, _) = refusal_of(post_json("/api/anyone", r#"{"number":1,"keys":[]} x"#)).await;
    assert_eq!(code, "request.malformed_json");
    let (_, code, _) = refusal_of(post_json("/api/anyone", "")).await;
    assert_eq!(code, "request.malformed_json");
}

#[tokio::test]
async fn json_of_another_shape_names_the_field() {
    for (sent, field, why) in [
        (r#"{"number":1}"#, "keys", "field.missing"),
        (
            r#"{"number":1,"keys":[1,"x"]}"#,
            "keys[1]",
            "field.malformed",
        ),
        (r#"{"number":300,"keys":[]}"#, "number", "field.malformed"),
        (
            r#"{"number":1,"keys":[],"colour":2}"#,
            "colour",
            "field.unknown",
        ),
    ] {
        let (status, code, body) = refusal_of(post_json("/api/anyone", sent)).await;
        assert_eq!((status, code.as_str()), (422, "request.invalid"), "{sent}");
        assert_eq!(body["fields"][0]["field"], field, "{sent}");
        assert_eq!(body["fields"][0]["code"], why, "{sent}");
    }
}

#[tokio::test]
async fn a_form_of_another_site_is_no_json() {
    let request = Request::post("/api/anyone")
        .header("content-type", "text/plain")
        .body(Body::from(r#"{"number":1,"keys":[]}"#))
        .unwrap();
    let (status, code, _) = refusal_of(request).await;
    assert_eq!((status, code.as_str()), (415, "request.not_json"));
}

#[tokio::test]
async fn bodies_have_a_limit_whether_they_announce_their_size_or_not() {
    let long = format!(
        r#"{{"number":1,"keys":[{}1]}}"#,
        "1,".repeat(JSON_LIMIT / 2)
    );
    let (status, code, body) = refusal_of(post_json("/api/anyone", &long)).await;
    assert_eq!((status, code.as_str()), (413, "request.too_large"));
    assert_eq!(body["params"]["limit_bytes"], JSON_LIMIT);

    let chunk = || Ok::<_, std::io::Error>(vec![b'x'; UPLOAD_LIMIT / 4]);
    let chunks = futures_util::stream::iter((0..5).map(move |_| chunk()));
    let request = Request::post("/api/file")
        .body(Body::from_stream(chunks))
        .unwrap();
    let (status, code, _) = refusal_of(request).await;
    assert_eq!((status, code.as_str()), (413, "request.too_large"));
}

#[tokio::test]
async fn a_file_within_the_limit_arrives_whole() {
    let request = Request::post("/api/file")
        .body(Body::from(vec![0; 3 << 20]))
        .unwrap();
    assert_eq!(body_of(send(request).await).await, 3 << 20);
}

#[tokio::test]
async fn a_body_that_trickles_is_given_up() {
    let endless = futures_util::stream::unfold((), |()| async {
        tokio::time::sleep(std::time::Duration::from_secs(5)).await;
        Some((Ok::<_, std::io::Error>(" "), ()))
    });
    let app = app().await;
    tokio::time::pause();
    let request = Request::post("/api/anyone")
        .header("content-type", "application/json")
        .body(Body::from_stream(endless))
        .unwrap();
    let response = tower::ServiceExt::oneshot(service(&app, routes()), request)
        .await
        .unwrap();
    assert_eq!(response.status(), 408);
    assert_eq!(body_of(response).await["code"], "request.too_slow");
}

#[tokio::test]
async fn a_query_names_the_field_at_fault() {
    let (status, _, body) = refusal_of(get_request("/api/seek?limit=many")).await;
    assert_eq!(status, 422);
    assert_eq!(body["fields"][0]["field"], "limit");
    assert_eq!(body["fields"][0]["code"], "field.malformed");
    let (_, _, body) = refusal_of(get_request("/api/seek")).await;
    assert_eq!(body["fields"][0]["field"], "limit");
    assert_eq!(body["fields"][0]["code"], "field.missing");
}

#[tokio::test]
async fn a_path_that_can_name_nothing_does_not_exist() {
    let (status, code, _) = refusal_of(get_request("/api/doors/twelve")).await;
    assert_eq!((status, code.as_str()), (404, "request.no_such_path"));
}
