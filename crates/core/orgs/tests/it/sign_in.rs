//! The door: passwords, locks, cookies.

use crate::TestApp;
use orgs::testing::PASSWORD;
use serde_json::{Value, json};
use testkit::Answer;

async fn knock(app: &TestApp, login: &str, password: &str) -> Answer {
    let body = json!({ "login": login, "password": password });
    app.nobody().post("/session", body).await
}

/// Makes the account `bureau`, with the password of the tests.
async fn with_bureau() -> TestApp {
    let app = TestApp::new().await;
    app.as_bureau().get("/session").await.ok(200);
    app
}

#[tokio::test]
async fn the_right_password_opens_a_session() {
    let app = with_bureau().await;
    let answer = knock(&app, " Bureau ", PASSWORD).await;
    let session = answer.ok(200);
    assert_eq!(session["account"]["login"], "bureau");
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    for part in [
        "; HttpOnly",
        "; SameSite=Strict",
        "; Path=/api",
        "; Max-Age=604800",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "{cookie}");
    let token = cookie.split(';').next().unwrap();
    let request = axum::http::Request::get("/api/v1/session")
        .header("cookie", format!("other=1; {token}"))
        .body(axum::body::Body::empty())
        .unwrap();
    assert_eq!(app.nobody().send(request).await.ok(200), session);
}

#[tokio::test]
async fn a_cookie_given_over_tls_stays_on_tls() {
    let app = with_bureau().await;
    let body = json!({ "login": "bureau", "password": PASSWORD }).to_string();
    let request = axum::http::Request::post("/api/v1/session")
        .header("content-type", "application/json")
        .header("x-forwarded-proto", "https")
        .body(body.into())
        .unwrap();
    let answer = app.nobody().send(request).await;
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .unwrap()
            .ends_with("; Secure")
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_are_refused_alike() {
    let app = with_bureau().await;
    let wrong = knock(&app, "bureau", "not this one, no").await;
    let unknown = knock(&app, "nobody-here", PASSWORD).await;
    let impossible = knock(&app, "不可能", PASSWORD).await;
    let strip = |problem: Value| (problem["code"].clone(), problem["params"].clone());
    let expected = strip(wrong.refused(401, "session.wrong_credentials"));
    assert_eq!(
        strip(unknown.refused(401, "session.wrong_credentials")),
        expected
    );
    assert_eq!(
        strip(impossible.refused(401, "session.wrong_credentials")),
        expected
    );
}

#[tokio::test]
async fn five_wrong_passwords_lock_a_login_for_a_quarter_of_an_hour() {
    let app = with_bureau().await;
    let start = app.clock_now();
    for login in ["bureau", "nobody-here"] {
        for _ in 0..5 {
            let answer = knock(&app, login, "not this one, no").await;
            answer.refused(401, "session.wrong_credentials");
        }
        let problem = knock(&app, login, PASSWORD)
            .await
            .refused(429, "session.locked");
        assert_eq!(problem["params"]["until"], "2023-07-03T02:15:00.000000Z");
    }
    app.move_clock(start, 14 * 60);
    knock(&app, "bureau", PASSWORD)
        .await
        .refused(429, "session.locked");
    app.move_clock(start, 15 * 60);
    knock(&app, "bureau", PASSWORD).await.ok(200);
}

#[tokio::test]
async fn signing_in_forgets_the_wrong_passwords_before() {
    let app = with_bureau().await;
    for _ in 0..3 {
        for _ in 0..4 {
            knock(&app, "bureau", "not this one, no").await;
        }
        knock(&app, "bureau", PASSWORD).await.ok(200);
    }
}

#[tokio::test]
async fn many_guesses_at_once_are_no_more_than_five() {
    let app = with_bureau().await;
    let guess = |password: &'static str| knock(&app, "bureau", password);
    let first = tokio::join!(
        guess("not this one, 1"),
        guess("not this one, 2"),
        guess("not this one, 3"),
        guess("not this one, 4"),
    );
    let then = tokio::join!(
        guess("not this one, 5"),
        guess("not this one, 6"),
        guess("not this one, 7"),
    );
    let looked_at = [first.0, first.1, first.2, first.3, then.0, then.1, then.2]
        .iter()
        .filter(|answer| answer.status == 401)
        .count();
    assert_eq!(looked_at, 5);
}

#[tokio::test]
async fn a_closed_account_learns_so_only_with_its_password() {
    let app = with_bureau().await;
    let accounts = app.as_administrator().get("/accounts").await.ok(200);
    let bureau = accounts["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|account| account["login"] == "bureau")
        .unwrap();
    let path = format!("/accounts/{}", bureau["id"].as_str().unwrap());
    app.as_administrator()
        .patch(&path, json!({ "disabled": true }))
        .await
        .ok(200);
    app.as_bureau()
        .get("/session")
        .await
        .refused(401, "session.required");
    knock(&app, "bureau", "not this one, no")
        .await
        .refused(401, "session.wrong_credentials");
    knock(&app, "bureau", PASSWORD)
        .await
        .refused(403, "session.account_disabled");
}
