//! `GET /platforms`

use crate::TestApp;
use crate::city::{bring, create, platform_in, project_in, with};
use serde_json::{Value, json};

async fn codes(app: &TestApp, query: &str) -> Value {
    let found = app
        .as_bureau()
        .get(&format!("/platforms{query}"))
        .await
        .ok(200);
    let items = found["items"].as_array().unwrap().iter();
    items.map(|item| item["code"].clone()).collect()
}

async fn three(app: &TestApp) -> String {
    let first = create(app, "/platforms", platform_in("PT-1")).await;
    let other = with(
        platform_in("PT-2"),
        json!({ "unit": "gaoxin", "name": "医药招引平台", "components": { "park": "医药产业园" } }),
    );
    create(app, "/platforms", other).await;
    let closed = create(app, "/platforms", platform_in("PT-3")).await;
    let path = format!("/platforms/{closed}/close");
    let day = json!({ "closed_on": "2023-06-20" });
    app.as_bureau().post(&path, day).await.ok(200);
    first
}

#[tokio::test]
async fn a_list_says_how_many_components_and_projects_a_platform_has() {
    let app = TestApp::new().await;
    let platform = three(&app).await;
    let project = create(&app, "/projects", project_in("P-1")).await;
    bring(&app, &platform, &project, "2023-06-05").await;
    let found = app.as_bureau().get("/platforms").await.ok(200);
    assert_eq!(found["total"], 3);
    let counts: Vec<(i64, i64)> = found["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let number = |field: &str| item[field].as_i64().unwrap();
            (number("component_count"), number("projects"))
        })
        .collect();
    assert_eq!(counts, [(2, 1), (1, 0), (2, 0)]);
}

#[tokio::test]
async fn filters_leave_what_was_asked_for() {
    let app = TestApp::new().await;
    three(&app).await;
    assert_eq!(codes(&app, "?unit=gaoxin").await, json!(["PT-2"]));
    assert_eq!(
        codes(&app, "?unit=370300").await,
        json!(["PT-1", "PT-2", "PT-3"])
    );
    assert_eq!(codes(&app, "?unit=nowhere").await, json!([]));
    assert_eq!(codes(&app, "?closed=true").await, json!(["PT-3"]));
    assert_eq!(codes(&app, "?closed=false").await, json!(["PT-1", "PT-2"]));
    assert_eq!(codes(&app, "?q=医药产业园").await, json!(["PT-2"]));
    assert_eq!(codes(&app, "?q=pt-3").await, json!(["PT-3"]));
}

#[tokio::test]
async fn pages_follow_one_another_and_a_strange_cursor_is_refused() {
    let app = TestApp::new().await;
    three(&app).await;
    let bureau = app.as_bureau();
    let first = bureau.get("/platforms?limit=2").await.ok(200);
    assert_eq!(
        (first["items"].as_array().unwrap().len(), &first["total"]),
        (2, &json!(3))
    );
    let next = first["next"].as_str().unwrap();
    let second = bureau
        .get(&format!("/platforms?limit=2&after={next}"))
        .await
        .ok(200);
    assert_eq!(second["items"][0]["code"], "PT-3");
    assert_eq!(
        (&second["next"], &second["total"]),
        (&json!(null), &json!(3))
    );
    let strange = bureau.get("/platforms?after=x").await;
    strange.refused(422, "channels.wrong_cursor");
}

#[tokio::test]
async fn a_district_sees_its_own_platforms_only() {
    let app = TestApp::new().await;
    let platform = three(&app).await;
    let district = app.as_district("gaoxin");
    let found = district.get("/platforms").await.ok(200);
    assert_eq!(
        (&found["total"], &found["items"][0]["code"]),
        (&json!(1), &json!("PT-2"))
    );
    let foreign = district.get(&format!("/platforms/{platform}")).await;
    foreign.refused(404, "platforms.unknown");
    let own = app.as_district("370303");
    own.get(&format!("/platforms/{platform}")).await.ok(200);
}
