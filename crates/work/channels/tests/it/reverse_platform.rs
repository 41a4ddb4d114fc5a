//! `POST /platforms/{id}/reversal`

use crate::TestApp;
use crate::city::{bring, create, figure, platform_in, project_in};
use serde_json::json;

#[tokio::test]
async fn a_closing_taken_back_opens_the_platform_again() {
    let app = TestApp::new().await;
    let id = create(&app, "/platforms", platform_in("PT-1")).await;
    let bureau = app.as_bureau();
    let path = format!("/platforms/{id}/reversal");
    let closing = json!({ "step": "closed", "reason": "误登" });
    let open = bureau.post(&path, closing.clone()).await;
    open.refused(409, "platforms.not_closed");
    let day = json!({ "closed_on": "2023-06-20" });
    bureau
        .post(&format!("/platforms/{id}/close"), day)
        .await
        .ok(200);
    let unreasoned = bureau
        .post(&path, json!({ "step": "closed", "reason": " " }))
        .await;
    unreasoned.refused(422, "platforms.no_reason");
    let back = bureau.post(&path, closing).await.ok(200);
    assert_eq!(back["closed_on"], json!(null));
    assert_eq!(back["recognitions"][1]["reversal_reason"], "误登");
    assert!(back["recognitions"][1]["reversed_by"].is_i64());
    assert_eq!(figure(&app, "platforms").await, 1);
}

#[tokio::test]
async fn a_platform_taken_back_leaves_the_register_and_frees_its_code() {
    let app = TestApp::new().await;
    let id = create(&app, "/platforms", platform_in("PT-1")).await;
    let project = create(&app, "/projects", project_in("P-1")).await;
    let brought = bring(&app, &id, &project, "2023-06-10").await;
    let bureau = app.as_bureau();
    let path = format!("/platforms/{id}/reversal");
    let whole = json!({ "step": "founded", "reason": "重复登记" });
    let stands = bureau.post(&path, whole.clone()).await;
    let problem = stands.refused(409, "platforms.has_projects");
    assert_eq!(problem["params"]["projects"], 1);
    let entry = brought["id"].as_str().unwrap();
    let reason = json!({ "reason": "重复登记" });
    let entry = format!("/platform-projects/{entry}/reversal");
    assert_eq!(bureau.post(&entry, reason).await.status, 204);
    let day = json!({ "closed_on": "2023-06-20" });
    bureau
        .post(&format!("/platforms/{id}/close"), day)
        .await
        .ok(200);
    assert_eq!(bureau.post(&path, whole).await.ok(200), json!(null));
    assert_eq!(figure(&app, "platforms").await, 0);
    bureau
        .get(&format!("/platforms/{id}"))
        .await
        .refused(404, "platforms.unknown");
    create(&app, "/platforms", platform_in("PT-1")).await;
    assert_eq!(figure(&app, "platforms").await, 1);
}
