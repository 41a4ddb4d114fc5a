//! What is served beside the API: the client, the document, the supervisor's questions.

use crate::TestApp;
use axum::body::Body;
use axum::http::{Method, Request};
use testkit::Answer;

async fn fetch(app: &TestApp, path: &str) -> Answer {
    app.nobody()
        .send(Request::get(path).body(Body::empty()).unwrap())
        .await
}

#[tokio::test]
async fn addresses_of_the_client_get_its_first_page() {
    let app = TestApp::new().await;
    for path in ["/", "/projects", "/projects/prj_1/funds"] {
        let page = fetch(&app, path).await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
        assert_eq!(page.headers["cache-control"], "no-cache");
        assert!(page.headers.contains_key("content-security-policy"));
    }
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let app = TestApp::new().await;
    let page = fetch(&app, "/").await;
    let request = Request::get("/")
        .header("if-none-match", &page.headers["etag"])
        .body(Body::empty())
        .unwrap();
    let again = app.nobody().send(request).await;
    assert_eq!((again.status, again.body.len()), (304, 0));
}

#[tokio::test]
async fn what_does_not_exist_is_a_problem_and_not_the_first_page() {
    let app = TestApp::new().await;
    for path in [
        "/assets/gone.js",
        "/api/v1/nowhere",
        "/api/nowhere",
        "/api",
        "/../Cargo.toml",
    ] {
        fetch(&app, path).await.refused(404, "request.no_such_path");
    }
    let post = Request::post("/projects").body(Body::empty()).unwrap();
    app.nobody()
        .send(post)
        .await
        .refused(405, "request.method_not_allowed");
    let answer = app.nobody().call(Method::DELETE, "/units", None).await;
    answer.refused(405, "request.method_not_allowed");
}

#[tokio::test]
async fn the_document_and_its_page_need_no_other_server() {
    let app = TestApp::new().await;
    let document = fetch(&app, "/api/openapi.json").await.ok(200);
    assert_eq!(document["openapi"], "3.1.0");
    let schema = &document["paths"]["/api/v1/units"]["get"]["responses"]["default"]["content"];
    assert!(schema["application/problem+json"].is_object());
    let page = fetch(&app, "/api/docs/").await;
    assert_eq!(page.status, 200);
    let html = String::from_utf8_lossy(&page.body);
    assert!(!html.contains("https://"), "{html}");
    let setup = fetch(&app, "/api/docs/swagger-initializer.js").await;
    assert!(!String::from_utf8_lossy(&setup.body).contains("https://"));
}

#[tokio::test]
async fn a_supervisor_learns_whether_the_server_lives_and_is_ready() {
    let app = TestApp::new().await;
    assert_eq!(fetch(&app, "/healthz").await.status, 200);
    assert_eq!(fetch(&app, "/readyz").await.status, 200);
    let newer = "INSERT INTO schema_steps (number, name) VALUES (9999, 'of a newer binary')";
    db::execute(app.app.database.reader(), newer, [])
        .await
        .unwrap();
    fetch(&app, "/readyz").await.refused(503, "request.broken");
    assert_eq!(fetch(&app, "/healthz").await.status, 200);
}
