//! A small application and what it answers.

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response};
use axum::routing::{get, post};
use axum::{Router, extract::State};
use db::Database;
use http_base::{
    Allowed, App, Caller, Drain, FromPath, Json, Part, Permit, Problem, Query, Reply, SignedIn,
    Upload, edge,
};
use kernel::{Actor, Fault, FixedClock, Instant, Refusal, RefusalKind, Scope};
use serde_json::{Map, Value};
use std::sync::Arc;
use tower::ServiceExt;

http_base::permissions! {
    /// See doors.
    ReadDoors = "doors.read",
    /// Open doors.
    OpenDoors = "doors.open",
}

/// What the application keeps between requests.
pub(crate) struct Opened {
    pub(crate) ended: tokio::sync::Notify,
}

#[derive(serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
struct Door {
    number: u8,
    keys: Vec<u8>,
}

pub(crate) async fn app() -> App {
    let database = Database::open("sqlite::memory:", 1).await.unwrap();
    let clock = FixedClock::at(Instant::parse("2023-06-30T10:00:00Z").unwrap());
    App::new(database, clock, 7, false)
}

pub(crate) fn routes() -> Router<App> {
    async fn read(actor: Allowed<ReadDoors>) -> Reply<Json<String>> {
        Ok(Json(actor.name.clone()))
    }
    async fn open(_: Allowed<OpenDoors>, Json(door): Json<Door>) -> Reply<Json<Door>> {
        Ok(Json(door))
    }
    async fn slow(State(_): State<App>, opened: Part<Opened>) -> Reply<Json<()>> {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        opened.ended.notify_one();
        Ok(Json(()))
    }
    #[derive(serde::Deserialize)]
    struct Seek {
        limit: u8,
    }
    Router::new()
        .route("/api/doors", get(read).post(open))
        .route(
            "/api/me",
            get(|me: SignedIn| async move { me.name.clone() }),
        )
        .route(
            "/api/anyone",
            post(|Json(door): Json<Door>| async { Json(door) }),
        )
        .route("/api/slow", post(slow))
        .route(
            "/api/seek",
            get(|Query(seek): Query<Seek>| async move { Json(seek.limit) }),
        )
        .route(
            "/api/doors/{number}",
            get(|FromPath(number): FromPath<u8>| async move { Json(number) }),
        )
        .route(
            "/api/file",
            post(|Upload(bytes): Upload| async move { Json(bytes.len()) }),
        )
        .route(
            "/api/broken",
            get(|| async { Reply::<()>::Err(Fault::broken("the secret").into()) }),
        )
        .route(
            "/api/panic",
            get(|| async { panic!("the secret") as () })
                .post(|| async { panic!("the secret") as () }),
        )
        .route(
            "/api/empty",
            get(|| async { axum::http::StatusCode::BAD_GATEWAY }),
        )
}

pub(crate) fn service(app: &App, routes: Router<App>) -> Router {
    edge(app, &Drain::default(), routes.with_state(app.clone()))
}

pub(crate) async fn send(request: Request<Body>) -> Response<Body> {
    let app = app().await;
    service(&app, routes()).oneshot(request).await.unwrap()
}

pub(crate) async fn body_of(response: Response<Body>) -> Value {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    serde_json::from_slice(&bytes).unwrap_or_else(|_| panic!("not JSON: {bytes:?}"))
}

/// The status, which must also stand in the body, and the code.
pub(crate) async fn refusal_of(request: Request<Body>) -> (u16, String, Value) {
    let response = send(request).await;
    let status = response.status().as_u16();
    let id = response.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let body = body_of(response).await;
    assert_eq!(body["status"], status);
    assert_eq!(body["request_id"], id);
    (status, body["code"].as_str().unwrap().to_owned(), body)
}

pub(crate) fn by(
    permissions: &[&'static str],
    held: bool,
    mut request: Request<Body>,
) -> Request<Body> {
    let actor = Actor {
        account: 1,
        name: "联系人 012".into(),
        permissions: permissions
            .iter()
            .map(|text| kernel::Permission(text))
            .collect(),
        scope: Scope::Everything,
    };
    let held = held.then(|| Refusal {
        kind: RefusalKind::Forbidden,
        code: "orgs.password_change_required",
        params: Map::new(),
        fields: Vec::new(),
    });
    request.extensions_mut().insert(Caller {
        actor: Arc::new(actor),
        held,
    });
    request
}

pub(crate) fn get_request(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

pub(crate) fn post_json(path: &str, body: &str) -> Request<Body> {
    Request::post(path)
        .header("content-type", "application/json")
        .body(Body::from(body.to_owned()))
        .unwrap()
}

#[test]
fn a_permission_as_a_type_is_the_one_that_roles_hold() {
    assert_eq!(OpenDoors::PERMISSION, PERMISSIONS[1]);
    let _: fn(Fault) -> Problem = Problem::from;
}
