//! `POST /companies`

use crate::TestApp;
use crate::city::{CODE, OTHER_CODE, register};
use serde_json::json;

#[tokio::test]
async fn a_company_is_shown_as_registered() {
    let app = TestApp::new().await;
    let body = json!({
        "name": " 苏州甲（集团）有限公司 ", "aliases": ["甲集团", "甲集团", "苏州甲（集团）有限公司"],
        "uscc": CODE, "group": " 甲控股 集团 ", "division": "江苏省苏州市",
    });
    let made = app.as_bureau().post("/companies", body).await.ok(201);
    assert_eq!(made["name"], "苏州甲(集团)有限公司");
    assert_eq!(made["aliases"], json!(["甲集团"]));
    assert_eq!(
        made["division"],
        json!({ "code": "320500", "name": "江苏省苏州市" })
    );
    assert_eq!(made["group"], "甲控股 集团");
    assert_eq!(made["projects"], 0);
    assert_eq!(made["honours"], json!([]));
    assert_eq!(made["targets"], json!([]));
    let path = format!("/companies/{}", made["id"].as_str().unwrap());
    assert_eq!(app.as_reader().get(&path).await.ok(200), made);
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let app = TestApp::new().await;
    for (uscc, code) in [
        ("123", "companies.uscc_length"),
        ("11370300004224423q", "companies.uscc_character"),
        ("11370300004224423R", "companies.uscc_check_character"),
    ] {
        let body = json!({ "name": " ", "uscc": uscc, "division": "无此地" });
        app.as_bureau()
            .post("/companies", body)
            .await
            .refused_fields(&[
                ("name", "field.empty"),
                ("uscc", code),
                ("division", "orgs.division_unknown"),
            ]);
    }
}

#[tokio::test]
async fn a_code_is_one_company_and_so_is_a_name_in_a_division() {
    let app = TestApp::new().await;
    let first = register(&app, "甲有限公司", Some(CODE)).await;
    register(&app, "乙有限公司", None).await;
    let post = |name: &'static str, division: &'static str, uscc: Option<&'static str>| {
        let body = json!({ "name": name, "division": division, "uscc": uscc });
        let app = &app;
        async move { app.as_bureau().post("/companies", body).await }
    };
    let same_code = post("丙有限公司", "110101", Some(CODE)).await;
    let problem = same_code.refused(409, "companies.already_registered");
    assert_eq!(
        problem["params"],
        json!({ "id": first, "name": "甲有限公司" })
    );
    let same_name = post("乙 有限公司", "320505", None).await;
    same_name.refused(409, "companies.already_registered");
    post("乙有限公司", "110101", None).await.ok(201);
    post("甲有限公司", "320505", Some(OTHER_CODE)).await.ok(201);
    let either = post("甲有限公司", "320505", None).await;
    either.refused(409, "companies.several_of_this_name");
}

#[tokio::test]
async fn only_who_may_write_registers() {
    let app = TestApp::new().await;
    let body = json!({ "name": "甲", "division": "320505" });
    let reader = app.as_reader().post("/companies", body.clone()).await;
    reader.refused(403, "session.permission_missing");
    app.nobody()
        .post("/companies", body)
        .await
        .refused(401, "session.required");
    let unknown = app.as_bureau().get("/companies/cmp_0000000000001").await;
    unknown.refused(404, "companies.unknown");
}
