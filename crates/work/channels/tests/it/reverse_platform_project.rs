//! `POST /platform-projects/{id}/reversal`

use crate::TestApp;
use crate::city::{bring, create, figure, fund, platform_in, project_in};
use serde_json::json;

#[tokio::test]
async fn a_project_taken_back_may_be_another_platforms() {
    let app = TestApp::new().await;
    let platform = create(&app, "/platforms", platform_in("PT-1")).await;
    let other = create(&app, "/platforms", platform_in("PT-2")).await;
    let project = create(&app, "/projects", project_in("P-1")).await;
    let signed = json!({ "kind": "signed", "occurred_on": "2023-06-05" });
    let milestones = format!("/projects/{project}/milestones");
    app.as_bureau().post(&milestones, signed).await.ok(201);
    let added = bring(&app, &platform, &project, "2023-06-06").await;
    let path = format!(
        "/platform-projects/{}/reversal",
        added["id"].as_str().unwrap()
    );
    let bureau = app.as_bureau();
    let unreasoned = bureau.post(&path, json!({ "reason": "" })).await;
    unreasoned.refused(422, "platforms.no_reason");
    let reason = json!({ "reason": "另一平台引进" });
    assert_eq!(bureau.post(&path, reason.clone()).await.status, 204);
    assert_eq!(figure(&app, "platform_signed_projects").await, 0);
    // Funds of a project without a platform carry none.
    fund(&app, &project, "PZ-1").await;
    assert_eq!(figure(&app, "platform_funds_arrived").await, 0);
    bureau
        .post(&path, reason)
        .await
        .refused(404, "platform_projects.unknown");
    let again = bring(&app, &other, &project, "2023-06-07").await;
    assert_eq!(again["platform"]["code"], "PT-2");
    assert_eq!(figure(&app, "platform_signed_projects").await, 1);
    let gone = bureau.get("/platform-projects?reversed=true").await.ok(200);
    assert_eq!(gone["total"], 1);
    assert_eq!(gone["items"][0]["reversal_reason"], "另一平台引进");
}
