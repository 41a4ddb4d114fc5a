//! `PATCH /companies/{id}`

use crate::TestApp;
use crate::city::{CODE, OTHER_CODE, names, register};
use serde_json::json;

#[tokio::test]
async fn a_new_name_keeps_the_old_one_as_an_alias_that_finds_it() {
    let app = TestApp::new().await;
    let id = register(&app, "甲有限公司", None).await;
    let path = format!("/companies/{id}");
    let body = json!({ "name": "新甲股份有限公司", "uscc": CODE });
    let changed = app.as_bureau().patch(&path, body).await.ok(200);
    assert_eq!(changed["aliases"], json!(["甲有限公司"]));
    assert_eq!(changed["uscc"], CODE);
    let found = app.as_bureau().get("/companies?q=甲有限").await.ok(200);
    assert_eq!(names(&found), ["新甲股份有限公司"]);
}

#[tokio::test]
async fn the_key_of_another_company_cannot_be_taken_over() {
    let app = TestApp::new().await;
    register(&app, "甲有限公司", Some(CODE)).await;
    let second = register(&app, "乙有限公司", Some(OTHER_CODE)).await;
    let path = format!("/companies/{second}");
    let taken = app.as_bureau().patch(&path, json!({ "uscc": CODE })).await;
    taken.refused(409, "companies.already_registered");
    app.as_bureau()
        .patch(&path, json!({ "aliases": ["乙公司"] }))
        .await
        .ok(200);
    let gone = app
        .as_bureau()
        .patch("/companies/cmp_0000000000001", json!({}))
        .await;
    gone.refused(404, "companies.unknown");
}

#[tokio::test]
async fn a_group_is_set_and_taken_away() {
    let app = TestApp::new().await;
    let id = register(&app, "甲有限公司", None).await;
    let path = format!("/companies/{id}");
    let patch = async |group: &str| {
        let body = json!({ "group": group });
        app.as_bureau().patch(&path, body).await.ok(200)["group"].clone()
    };
    assert_eq!(patch("甲控股集团").await, "甲控股集团");
    assert_eq!(patch("").await, json!(null));
    let long = json!({ "group": "长".repeat(200) });
    let refused = app.as_bureau().patch(&path, long).await;
    refused.refused_fields(&[("group", "field.too_long")]);
}
