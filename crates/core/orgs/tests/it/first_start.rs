//! No default password: the first start prints one, once.

use crate::TestApp;
use orgs::ops::{ensure_administrator, is_demo, mark_as_demo};
use serde_json::json;

#[tokio::test]
async fn the_first_start_makes_an_administrator_with_a_password_of_its_own() {
    let app = TestApp::new().await;
    let other = TestApp::new().await;
    let first = ensure_administrator(&app.app).await.unwrap().unwrap();
    let elsewhere = ensure_administrator(&other.app).await.unwrap().unwrap();
    assert_ne!(first.password.reveal(), elsewhere.password.reveal());
    let body = json!({ "login": first.login, "password": first.password.reveal() });
    let session = app.nobody().post("/session", body).await.ok(200);
    assert_eq!(session["account"]["role"], "administrator");
    assert_eq!(session["must_change_password"], true);
    assert!(!format!("{first:?}").contains(first.password.reveal()));
}

#[tokio::test]
async fn a_second_start_makes_none() {
    let app = TestApp::new().await;
    ensure_administrator(&app.app).await.unwrap().unwrap();
    assert!(ensure_administrator(&app.app).await.unwrap().is_none());
}

#[tokio::test]
async fn a_synthesised_city_stays_marked() {
    let app = TestApp::new().await;
    assert!(!is_demo(&app.app.database).await.unwrap());
    for _ in 0..2 {
        let tx = app.app.database.begin_write().await.unwrap();
        mark_as_demo(&tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(is_demo(&app.app.database).await.unwrap());
    }
}
