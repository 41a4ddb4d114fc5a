//! `PATCH /platforms/{id}`

use crate::TestApp;
use crate::city::{create, figure, platform_in};
use serde_json::json;

#[tokio::test]
async fn name_and_components_change_and_the_rest_stays() {
    let app = TestApp::new().await;
    let id = create(&app, "/platforms", platform_in("PT-1")).await;
    let path = format!("/platforms/{id}");
    let change = json!({ "name": "新名", "components": { "fund": "", "park": "化工园" } });
    let after = app.as_bureau().patch(&path, change).await.ok(200);
    assert_eq!(after["name"], "新名");
    assert_eq!(after["components"]["direction"], "高端聚烯烃");
    assert_eq!(after["components"]["fund"], json!(null));
    assert_eq!(after["components"]["park"], "化工园");
    let found = app.as_bureau().get("/platforms?q=新名").await.ok(200);
    assert_eq!(found["total"], 1);
    assert_eq!(figure(&app, "platforms").await, 1);
}

#[tokio::test]
async fn what_is_recognised_is_no_field_of_the_form() {
    let app = TestApp::new().await;
    let id = create(&app, "/platforms", platform_in("PT-1")).await;
    let path = format!("/platforms/{id}");
    let bureau = app.as_bureau();
    for change in [
        json!({ "unit": "gaoxin" }),
        json!({ "founded_on": "2023-06-02" }),
    ] {
        assert_eq!(bureau.patch(&path, change).await.status, 422);
    }
    let nameless = bureau.patch(&path, json!({ "name": " " })).await;
    nameless.refused_fields(&[("name", "field.empty")]);
    let unknown = bureau
        .patch("/platforms/plf_0000000000001", json!({}))
        .await;
    unknown.refused(404, "platforms.unknown");
}
