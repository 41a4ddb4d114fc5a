//! Somebody who sends requests.

use crate::answer::Answer;
use crate::app::TestApp;
use crate::city::{City, Who};
use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, header};
use serde_json::Value;
use tower::ServiceExt;

/// An actor with a session, or nobody. Paths are those below `/api/v1`.
#[derive(Debug)]
pub struct Client<'a, C> {
    app: &'a TestApp<C>,
    who: Option<Who>,
}

impl<'a, C: City> Client<'a, C> {
    pub(crate) fn new(app: &'a TestApp<C>, who: Option<Who>) -> Self {
        Self { app, who }
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, None).await
    }

    /// Sends JSON.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(Method::POST, path, Some(body)).await
    }

    /// Replaces by JSON.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.call(Method::PUT, path, Some(body)).await
    }

    /// Changes by JSON.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.call(Method::PATCH, path, Some(body)).await
    }

    /// Deletes.
    pub async fn delete(&self, path: &str) -> Answer {
        self.call(Method::DELETE, path, None).await
    }

    /// Sends a file as raw bytes.
    pub async fn upload(&self, path: &str, bytes: Vec<u8>) -> Answer {
        let request = Request::post(format!("/api/v1{path}"))
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .body(Body::from(bytes))
            .expect("a path that a test writes is a path");
        self.send(request).await
    }

    /// Calls an operation by its method.
    pub async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))
            .expect("a path that a test writes is a path");
        self.send(request).await
    }

    /// Sends any request, its path as it stands, with the actor's session.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        if let Some(who) = &self.who {
            let cookie = self.app.cookie_of(who).await;
            let value = HeaderValue::from_str(&cookie).expect("a cookie is ASCII");
            request.headers_mut().insert(header::COOKIE, value);
        }
        let place = format!("{} {}", request.method(), request.uri());
        let router = self.app.router.clone();
        let response = router.oneshot(request).await.expect("a router never fails");
        Answer::read(place, response).await
    }
}
