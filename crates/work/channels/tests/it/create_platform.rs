//! `POST /platforms`, `GET /platforms/{id}`

use crate::TestApp;
use crate::city::{create, figure, figure_of, platform_in, with};
use serde_json::json;

#[tokio::test]
async fn a_platform_counts_from_its_founding_for_its_unit_and_the_city() {
    let app = TestApp::new().await;
    let id = create(&app, "/platforms", platform_in("PT-1")).await;
    let platform = app
        .as_bureau()
        .get(&format!("/platforms/{id}"))
        .await
        .ok(200);
    assert_eq!(
        (
            &platform["code"],
            &platform["unit"]["name"],
            &platform["closed_on"]
        ),
        (&json!("PT-1"), &json!("张店区"), &json!(null))
    );
    assert_eq!(platform["component_count"], 2);
    assert_eq!(platform["components"]["direction"], "高端聚烯烃");
    assert_eq!(platform["components"]["park"], json!(null));
    assert_eq!(platform["projects"], 0);
    assert_eq!(platform["recognitions"][0]["step"], "founded");
    assert_eq!(platform["recognitions"][0]["month"], "2023-06");
    assert_eq!(figure(&app, "platforms").await, 1);
    assert_eq!(figure_of(&app, "370303", "platforms", "2023-06").await, 1);
    assert_eq!(figure_of(&app, "370302", "platforms", "2023-06").await, 0);
}

#[tokio::test]
async fn a_platform_founded_before_the_books_counts_in_stock() {
    let app = TestApp::new().await;
    let old = with(platform_in("PT-1"), json!({ "founded_on": "2021-05-01" }));
    create(&app, "/platforms", old).await;
    assert_eq!(figure(&app, "platforms").await, 1);
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let app = TestApp::new().await;
    let body = with(
        platform_in(" "),
        json!({ "name": "", "unit": "火星区", "components": { "park": "园".repeat(501) } }),
    );
    let refused = app.as_bureau().post("/platforms", body).await;
    refused.refused_fields(&[
        ("code", "field.empty"),
        ("name", "field.empty"),
        ("unit", "orgs.unit_unknown"),
        ("park", "field.too_long"),
    ]);
}

#[tokio::test]
async fn a_code_is_taken_once_and_tomorrow_cannot_be_recorded() {
    let app = TestApp::new().await;
    create(&app, "/platforms", platform_in("PT-1")).await;
    let bureau = app.as_bureau();
    let again = bureau.post("/platforms", platform_in("PT-1")).await;
    again.refused(409, "platforms.code_taken");
    let late = with(platform_in("PT-2"), json!({ "founded_on": "2023-07-04" }));
    let late = bureau.post("/platforms", late).await;
    late.refused(422, "ledger.date_in_future");
    assert_eq!(figure(&app, "platforms").await, 1);
}
