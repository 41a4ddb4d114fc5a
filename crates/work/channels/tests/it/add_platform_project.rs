//! `POST /platform-projects`

use crate::TestApp;
use crate::city::{bring, create, figure, figure_of, fund, platform_in, project_in};
use serde_json::json;

#[tokio::test]
async fn a_signed_project_counts_for_platforms_whichever_came_first() {
    let app = TestApp::new().await;
    let platform = create(&app, "/platforms", platform_in("PT-1")).await;
    let signed = json!({ "kind": "signed", "occurred_on": "2023-06-05" });
    let first = create(&app, "/projects", project_in("P-1")).await;
    let path = format!("/projects/{first}/milestones");
    app.as_bureau().post(&path, signed.clone()).await.ok(201);
    assert_eq!(figure(&app, "platform_signed_projects").await, 0);
    bring(&app, &platform, &first, "2023-06-06").await;
    assert_eq!(figure(&app, "platform_signed_projects").await, 1);
    let second = create(&app, "/projects", project_in("P-2")).await;
    bring(&app, &platform, &second, "2023-06-06").await;
    assert_eq!(figure(&app, "platform_signed_projects").await, 1);
    let path = format!("/projects/{second}/milestones");
    app.as_bureau().post(&path, signed).await.ok(201);
    assert_eq!(figure(&app, "platform_signed_projects").await, 2);
    assert_eq!(
        figure_of(&app, "370303", "platform_signed_projects", "2023-06").await,
        2
    );
}

#[tokio::test]
async fn funds_count_for_the_platform_from_now_on_and_the_reply_says_what_came_before() {
    let app = TestApp::new().await;
    let platform = create(&app, "/platforms", platform_in("PT-1")).await;
    let project = create(&app, "/projects", project_in("P-1")).await;
    fund(&app, &project, "PZ-1").await;
    fund(&app, &project, "PZ-2").await;
    let added = bring(&app, &platform, &project, "2023-06-06").await;
    assert_eq!(
        added["earlier_funds"],
        json!({ "count": 2, "amount": "20000000.00" })
    );
    assert_eq!(added["platform"]["code"], "PT-1");
    assert_eq!(added["project"]["name"], "P-1新材料项目");
    assert_eq!(
        (&added["brought_on"], &added["month"]),
        (&json!("2023-06-06"), &json!("2023-06"))
    );
    assert_eq!(figure(&app, "platform_funds_arrived").await, 0);
    fund(&app, &project, "PZ-3").await;
    assert_eq!(figure(&app, "platform_funds_arrived").await, 1_000_000_000);
}

#[tokio::test]
async fn a_project_has_one_platform_that_was_there_that_day() {
    let app = TestApp::new().await;
    let platform = create(&app, "/platforms", platform_in("PT-1")).await;
    let other = create(&app, "/platforms", platform_in("PT-2")).await;
    let project = create(&app, "/projects", project_in("P-1")).await;
    let bureau = app.as_bureau();
    let add = |platform: &str, project: &str, day: &str| json!({ "platform_id": platform, "project_id": project, "brought_on": day });
    let path = "/platform-projects";
    let early = bureau
        .post(path, add(&platform, &project, "2023-05-31"))
        .await;
    early.refused(422, "platforms.before_founding");
    let late = bureau
        .post(path, add(&platform, &project, "2023-07-04"))
        .await;
    late.refused(422, "ledger.date_in_future");
    let nobody = bureau
        .post(path, add(&platform, "prj_0000000000001", "2023-06-06"))
        .await;
    nobody.refused(404, "projects.unknown");
    let nowhere = bureau
        .post(path, add("plf_0000000000001", &project, "2023-06-06"))
        .await;
    nowhere.refused(404, "platforms.unknown");
    bring(&app, &platform, &project, "2023-06-06").await;
    let taken = bureau.post(path, add(&other, &project, "2023-06-07")).await;
    let problem = taken.refused(409, "platform_projects.taken");
    assert_eq!(
        problem["params"],
        json!({ "project": "P-1", "platform": "PT-1" })
    );
    let day = json!({ "closed_on": "2023-06-06" });
    bureau
        .post(&format!("/platforms/{other}/close"), day)
        .await
        .ok(200);
    let second = create(&app, "/projects", project_in("P-2")).await;
    let closed = bureau.post(path, add(&other, &second, "2023-06-07")).await;
    closed.refused(409, "platforms.closed");
}
