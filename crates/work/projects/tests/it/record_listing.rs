//! `POST /projects/{id}/listings`

use crate::TestApp;
use crate::city::{figure, project_in, register};
use serde_json::json;

#[tokio::test]
async fn lists_are_entered_and_left() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let path = format!("/projects/{id}/listings");
    let act =
        |list: &str, on: &str, action: &str| json!({ "list": list, "on": on, "action": action });
    let bureau = app.as_bureau();
    bureau
        .post(&path, act("witnessed", "2023-06-03", "list"))
        .await
        .ok(201);
    let listed = bureau
        .post(&path, act("pushed", "2023-06-05", "list"))
        .await
        .ok(201);
    assert_eq!(
        (&listed["witnessed"], &listed["pushed"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(figure(&app, "pushed_projects", "2023-06").await, 1);
    let twice = bureau
        .post(&path, act("pushed", "2023-06-06", "list"))
        .await;
    twice.refused(409, "projects.on_list");
    let left = bureau
        .post(&path, act("pushed", "2023-06-09", "unlist"))
        .await
        .ok(201);
    assert_eq!(left["pushed"], false);
    assert_eq!(left["lists"][1]["unlisted_on"], "2023-06-09");
    assert_eq!(figure(&app, "pushed_projects", "2023-06").await, 0);
    let again = bureau
        .post(&path, act("pushed", "2023-06-10", "unlist"))
        .await;
    again.refused(409, "projects.not_on_list");
    let stays = bureau
        .post(&path, act("witnessed", "2023-06-10", "unlist"))
        .await;
    stays.refused(409, "projects.witnessed_stays");
}
