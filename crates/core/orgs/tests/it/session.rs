//! A session's life, and the password of one's own.

use crate::TestApp;
use axum::body::Body;
use axum::http::{Method, Request};
use orgs::testing::PASSWORD;
use serde_json::{Value, json};
use testkit::Answer;

#[tokio::test]
async fn a_session_says_who_where_and_what() {
    let app = TestApp::new().await;
    let session = app.as_district("370303").get("/session").await.ok(200);
    assert!(
        session["account"]["id"]
            .as_str()
            .unwrap()
            .starts_with("acc_")
    );
    assert_eq!(session["account"]["role"], "district");
    let unit = json!({ "code": "370303", "name": "张店区", "name_en": "Zhangdian" });
    assert_eq!(session["account"]["unit"], unit);
    let city = json!({ "code": "370300", "name": "淄博市", "name_en": "Zibo" });
    assert_eq!(session["city"], city);
    assert_eq!(session["demo"], false);
    assert_eq!(session["open_month"], Value::Null);
    assert_eq!(session["must_change_password"], false);
    let permissions = session["permissions"].as_array().unwrap();
    assert!(permissions.contains(&json!("units.read")));
    assert!(!permissions.contains(&json!("accounts.read")));
    app.nobody()
        .get("/session")
        .await
        .refused(401, "session.required");
}

#[tokio::test]
async fn signing_out_ends_this_session_only() {
    let app = TestApp::new().await;
    let other = sign_in(&app, "bureau", PASSWORD, true).await;
    let answer = app.as_bureau().delete("/session").await;
    answer.ok(204);
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .unwrap()
            .contains("Max-Age=0")
    );
    app.as_bureau()
        .get("/session")
        .await
        .refused(401, "session.required");
    with(&app, &other, Method::GET, "/session", Value::Null)
        .await
        .ok(200);
    app.nobody()
        .delete("/session")
        .await
        .refused(401, "session.required");
}

/// Waits until the last use of the one session has been noted, beside the request.
async fn noted(app: &TestApp) {
    #[derive(db::FromQueryResult)]
    struct Row {
        seen_at: String,
    }
    for _ in 0..1000 {
        let sql = "SELECT seen_at FROM sessions";
        let reader = app.app.database.reader();
        let rows: Vec<Row> = db::fetch_all(reader, sql, []).await.unwrap();
        if rows[0].seen_at == app.clock_now().to_string() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("the session's last use was not noted");
}

#[tokio::test]
async fn a_session_ends_after_twelve_idle_hours() {
    let app = TestApp::new().await;
    let start = app.clock_now();
    app.as_bureau().get("/session").await.ok(200);
    app.move_clock(start, 12 * 3600 - 1);
    app.as_bureau().get("/session").await.ok(200);
    noted(&app).await;
    app.move_clock(start, 23 * 3600);
    app.as_bureau().get("/session").await.ok(200);
    noted(&app).await;
    app.move_clock(start, 35 * 3600);
    app.as_bureau()
        .get("/session")
        .await
        .refused(401, "session.required");
}

#[tokio::test]
async fn a_session_ends_after_seven_days_however_busy() {
    let app = TestApp::new().await;
    let start = app.clock_now();
    for hours in (0..168).step_by(8) {
        app.move_clock(start, hours * 3600);
        app.as_bureau().get("/session").await.ok(200);
        noted(&app).await;
    }
    app.move_clock(start, 168 * 3600);
    app.as_bureau()
        .get("/session")
        .await
        .refused(401, "session.required");
}

#[tokio::test]
async fn a_token_that_nobody_was_given_is_nobodys() {
    let app = TestApp::new().await;
    for token in ["", "0", &"ab".repeat(32), "' OR 1=1 --"] {
        let cookie = format!("zhaoyin_session={token}");
        with(&app, &cookie, Method::GET, "/session", Value::Null)
            .await
            .refused(401, "session.required");
    }
}

#[tokio::test]
async fn the_database_holds_no_token_and_no_password() {
    #[derive(db::FromQueryResult)]
    struct Row {
        token_hash: String,
        password_hash: String,
    }
    let app = TestApp::new().await;
    let cookie = sign_in(&app, "bureau", PASSWORD, true).await;
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let sql = "SELECT token_hash, password_hash FROM sessions \
               JOIN accounts ON accounts.id = sessions.account_id";
    let rows: Vec<Row> = db::fetch_all(app.app.database.reader(), sql, [])
        .await
        .unwrap();
    assert_eq!(rows.len(), 2);
    for row in rows {
        assert_ne!(row.token_hash, token);
        assert!(row.password_hash.starts_with("$argon2id$"));
    }
}

#[tokio::test]
async fn a_one_time_password_must_be_changed_before_anything_else() {
    let app = TestApp::new().await;
    let new = json!({ "login": "new", "name": "联系人 012", "role": "bureau" });
    let made = app.as_administrator().post("/accounts", new).await.ok(201);
    let one_time = made["one_time_password"].as_str().unwrap();
    let cookie = sign_in(&app, "new", one_time, false).await;
    let session = with(&app, &cookie, Method::GET, "/session", Value::Null)
        .await
        .ok(200);
    assert_eq!(session["must_change_password"], true);
    with(&app, &cookie, Method::GET, "/units", Value::Null)
        .await
        .refused(403, "orgs.password_change_required");
    let change = json!({ "old_password": one_time, "new_password": "eleven plus one" });
    with(&app, &cookie, Method::POST, "/session/password", change)
        .await
        .ok(204);
    with(&app, &cookie, Method::GET, "/units", Value::Null)
        .await
        .ok(200);
    let again = json!({ "login": "new", "password": one_time });
    app.nobody()
        .post("/session", again)
        .await
        .refused(401, "session.wrong_credentials");
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let app = TestApp::new().await;
    let other = sign_in(&app, "bureau", PASSWORD, true).await;
    let change = json!({ "old_password": PASSWORD, "new_password": "something else" });
    app.as_bureau()
        .post("/session/password", change)
        .await
        .ok(204);
    app.as_bureau().get("/session").await.ok(200);
    with(&app, &other, Method::GET, "/session", Value::Null)
        .await
        .refused(401, "session.required");
}

#[tokio::test]
async fn a_password_that_will_not_do_is_refused_with_the_reason() {
    let app = TestApp::new().await;
    let refused = async |old: &str, new: &str, fields: &[(&str, &str)]| {
        let body = json!({ "old_password": old, "new_password": new });
        app.as_bureau()
            .post("/session/password", body)
            .await
            .refused_fields(fields);
    };
    let short = ("new_password", "orgs.password_too_short");
    let wrong = ("old_password", "orgs.password_wrong");
    refused(PASSWORD, "eleven char", &[short]).await;
    refused("wrong", "short", &[short, wrong]).await;
    refused("wrong", "long enough it is", &[wrong]).await;
    refused(
        PASSWORD,
        &"x y".repeat(50),
        &[("new_password", "orgs.password_too_long")],
    )
    .await;
    refused(
        PASSWORD,
        "aaaaaaaaaaaaaa",
        &[("new_password", "orgs.password_too_simple")],
    )
    .await;
    refused(
        PASSWORD,
        "my-BUREAU-2023",
        &[("new_password", "orgs.password_too_simple")],
    )
    .await;
    refused(
        PASSWORD,
        PASSWORD,
        &[("new_password", "orgs.password_unchanged")],
    )
    .await;
    let nobody = app.nobody().post("/session/password", json!({})).await;
    nobody.refused(401, "session.required");
}

#[tokio::test]
async fn guessing_the_old_password_locks_like_the_door() {
    let app = TestApp::new().await;
    let guess = json!({ "old_password": "wrong", "new_password": "long enough it is" });
    for _ in 0..5 {
        let answer = app
            .as_bureau()
            .post("/session/password", guess.clone())
            .await;
        answer.refused(422, "request.invalid");
    }
    let answer = app.as_bureau().post("/session/password", guess).await;
    answer.refused(429, "session.locked");
}

/// Signs in with a password and returns the cookie; `made` makes the account first.
async fn sign_in(app: &TestApp, login: &str, password: &str, made: bool) -> String {
    if made {
        app.as_bureau().get("/session").await.ok(200);
    }
    let body = json!({ "login": login, "password": password });
    let answer = app.nobody().post("/session", body).await;
    answer.ok(200);
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

async fn with(app: &TestApp, cookie: &str, method: Method, path: &str, body: Value) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header("cookie", cookie)
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    app.nobody().send(request).await
}
