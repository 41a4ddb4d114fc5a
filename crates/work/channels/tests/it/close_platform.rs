//! `POST /platforms/{id}/close`

use crate::TestApp;
use crate::city::{bring, close_month, create, figure, figure_of, platform_in, project_in};
use serde_json::json;

#[tokio::test]
async fn a_closed_platform_counts_no_longer_and_keeps_what_it_brought() {
    let app = TestApp::new().await;
    let id = create(&app, "/platforms", platform_in("PT-1")).await;
    let project = create(&app, "/projects", project_in("P-1")).await;
    bring(&app, &id, &project, "2023-06-10").await;
    let path = format!("/platforms/{id}/close");
    let bureau = app.as_bureau();
    let early = bureau
        .post(&path, json!({ "closed_on": "2023-06-09" }))
        .await;
    let problem = early.refused(409, "platforms.brought_later");
    assert_eq!(problem["params"]["brought_on"], "2023-06-10");
    let before = bureau
        .post(&path, json!({ "closed_on": "2023-05-09" }))
        .await;
    before.refused(422, "platforms.before_founding");
    let closed = bureau
        .post(&path, json!({ "closed_on": "2023-06-20" }))
        .await
        .ok(200);
    assert_eq!(
        (&closed["closed_on"], &closed["projects"]),
        (&json!("2023-06-20"), &json!(1))
    );
    assert_eq!(closed["recognitions"][1]["step"], "closed");
    assert_eq!(figure(&app, "platforms").await, 0);
    let again = bureau
        .post(&path, json!({ "closed_on": "2023-06-21" }))
        .await;
    again.refused(409, "platforms.closed");
}

#[tokio::test]
async fn a_platform_closed_in_july_was_there_in_june() {
    let app = TestApp::new().await;
    let id = create(&app, "/platforms", platform_in("PT-1")).await;
    close_month(&app, "2023-06").await;
    let path = format!("/platforms/{id}/close");
    let closed = app
        .as_bureau()
        .post(&path, json!({ "closed_on": "2023-06-30" }))
        .await
        .ok(200);
    assert_eq!(closed["recognitions"][1]["late"], true);
    assert_eq!(figure(&app, "platforms").await, 1);
    assert_eq!(figure_of(&app, "370300", "platforms", "2023-07").await, 0);
}
