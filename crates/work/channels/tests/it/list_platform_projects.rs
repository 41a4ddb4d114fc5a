//! `GET /platform-projects`

use crate::TestApp;
use crate::city::{bring, create, platform_in, project_in, with};
use serde_json::{Value, json};

fn projects_of(page: &Value) -> Value {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| item["project"]["code"].clone()).collect()
}

/// PT-1 of 张店区 brought P-1 of 张店区 and P-2 of 高新区; PT-2 of 淄川区 brought P-3 of 淄川区.
async fn three(app: &TestApp) -> String {
    let first = create(app, "/platforms", platform_in("PT-1")).await;
    let other = with(platform_in("PT-2"), json!({ "unit": "370302" }));
    let second = create(app, "/platforms", other).await;
    for (code, unit, platform) in [
        ("P-1", "370303", &first),
        ("P-2", "gaoxin", &first),
        ("P-3", "370302", &second),
    ] {
        let project = with(project_in(code), json!({ "unit": unit }));
        let project = create(app, "/projects", project).await;
        bring(app, platform, &project, "2023-06-06").await;
    }
    first
}

#[tokio::test]
async fn projects_are_listed_by_platform_and_by_unit_the_latest_first() {
    let app = TestApp::new().await;
    let platform = three(&app).await;
    let bureau = app.as_bureau();
    let all = bureau.get("/platform-projects").await.ok(200);
    assert_eq!(projects_of(&all), json!(["P-3", "P-2", "P-1"]));
    let own = bureau
        .get(&format!("/platform-projects?platform={platform}"))
        .await
        .ok(200);
    assert_eq!(projects_of(&own), json!(["P-2", "P-1"]));
    let of_unit = bureau.get("/platform-projects?unit=gaoxin").await.ok(200);
    assert_eq!(projects_of(&of_unit), json!(["P-2"]));
    let first = bureau.get("/platform-projects?limit=2").await.ok(200);
    let next = first["next"].as_str().unwrap();
    let second = bureau
        .get(&format!("/platform-projects?limit=2&after={next}"))
        .await
        .ok(200);
    assert_eq!(projects_of(&second), json!(["P-1"]));
    let id = all["items"][0]["project"]["id"].as_str().unwrap();
    let one = bureau
        .get(&format!("/platform-projects?project={id}"))
        .await
        .ok(200);
    assert_eq!(projects_of(&one), json!(["P-3"]));
}

#[tokio::test]
async fn a_district_sees_its_projects_and_those_of_its_platforms() {
    let app = TestApp::new().await;
    three(&app).await;
    for (unit, seen) in [
        ("370303", json!(["P-2", "P-1"])),
        ("gaoxin", json!(["P-2"])),
        ("370302", json!(["P-3"])),
        ("370304", json!([])),
    ] {
        let found = app
            .as_district(unit)
            .get("/platform-projects")
            .await
            .ok(200);
        assert_eq!(projects_of(&found), seen, "{unit}");
    }
}
