//! `GET /meetings`

use crate::TestApp;
use crate::city::{activity_in, hold, id_of, meet, meeting_in, project, with};
use serde_json::{Value, json};

fn activities(found: &Value) -> Vec<&str> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item["activity"]["code"].as_str().unwrap())
        .collect()
}

/// A trip of 张店区 and a later one of 淄川区, each with 甲 and a project of 张店区, and the
/// keys of both.
async fn two_trips(app: &TestApp) -> (String, String) {
    let id = project(app, "P-1", true).await;
    let trip = hold(app, activity_in("A-1")).await;
    let later = json!({ "begins_on": "2023-06-20", "organisers": ["370302"] });
    let other = hold(app, with(activity_in("A-2"), later)).await;
    let met = meet(app, id_of(&trip), meeting_in("苏州甲有限公司")).await;
    let result = with(meeting_in("苏州甲有限公司"), json!({ "project_id": id }));
    meet(app, id_of(&other), result).await;
    meet(app, id_of(&other), meeting_in("苏州乙有限公司")).await;
    (met["company"]["id"].as_str().unwrap().to_owned(), id)
}

#[tokio::test]
async fn a_company_has_its_meetings_the_latest_first() {
    let app = TestApp::new().await;
    let (company, project) = two_trips(&app).await;
    let path = format!("/meetings?company={company}");
    let found = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(activities(&found), ["A-2", "A-1"]);
    assert_eq!(found["items"][0]["project"]["code"], "P-1");
    assert_eq!(found["items"][1]["project"], json!(null));
    let path = format!("/meetings?project={project}");
    let found = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(activities(&found), ["A-2"]);
    let found = app.as_bureau().get("/meetings?unit=370303").await.ok(200);
    assert_eq!(activities(&found), ["A-1"]);
    let page = app.as_bureau().get("/meetings?limit=1").await.ok(200);
    assert_eq!(page["total"], 3);
    let path = format!("/meetings?limit=5&after={}", page["next"].as_str().unwrap());
    let rest = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(activities(&rest), ["A-2", "A-1"]);
}

#[tokio::test]
async fn a_district_sees_the_meetings_of_its_activities_and_of_its_projects() {
    let app = TestApp::new().await;
    let (company, project) = two_trips(&app).await;
    let of_company = format!("/meetings?company={company}");
    let of_project = format!("/meetings?project={project}");
    let zhangdian = app.as_district("370303");
    let found = zhangdian.get(&of_company).await.ok(200);
    assert_eq!(activities(&found), ["A-1"]);
    let found = zhangdian.get(&of_project).await.ok(200);
    assert_eq!(activities(&found), ["A-2"]);
    let zichuan = app.as_district("370302");
    let found = zichuan.get("/meetings").await.ok(200);
    assert_eq!(activities(&found), ["A-2", "A-2"]);
    let stranger = zichuan.get(&of_project).await;
    stranger.refused(404, "projects.unknown");
}

#[tokio::test]
async fn what_was_taken_back_is_not_listed() {
    let app = TestApp::new().await;
    let trip = hold(&app, activity_in("A-1")).await;
    let met = meet(&app, id_of(&trip), meeting_in("苏州甲有限公司")).await;
    let path = format!("/meetings?activity={}", id_of(&trip));
    assert_eq!(app.as_reader().get(&path).await.ok(200)["total"], 1);
    let back = format!("/meetings/{}/reversal", id_of(&met));
    let reason = json!({ "reason": "误登记" });
    app.as_bureau().post(&back, reason).await.ok(200);
    assert_eq!(app.as_reader().get(&path).await.ok(200)["total"], 0);
}
