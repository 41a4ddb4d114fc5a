//! `POST /projects`

use crate::TestApp;
use crate::city::{project_in, recognise, register, with};
use serde_json::json;

#[tokio::test]
async fn a_registered_project_shows_what_was_typed_and_nothing_recognised() {
    let app = TestApp::new().await;
    let body = with(
        project_in("P-1"),
        json!({
            "investors": [
                { "name": "苏州甲有限公司", "division": "苏州", "share_bp": 6000 },
                { "name": "香港乙有限公司", "division": "810000", "share_bp": 4000 },
            ],
            "joint_unit": "高新区", "credit_mode": "shared", "credit_share": 3000,
        }),
    );
    let made = app.as_bureau().post("/projects", body).await.ok(201);
    assert_eq!(made["stage"], "pre_signing");
    assert_eq!(made["planned_investment"], "200000000.00");
    assert_eq!(made["arrived"], "0.00");
    assert_eq!(made["other_province"], true);
    assert_eq!(made["investors"][0]["division"]["name"], "江苏省苏州市");
    assert_eq!(made["investors"][1]["other_province"], false);
    assert_eq!(made["credits"][1]["basis_points"], 7000);
    assert_eq!(made["milestones"], json!([]));
    let steps: Vec<_> = made["next_steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (step["milestone"].as_str().unwrap(), step["missing"].clone()))
        .collect();
    assert_eq!(steps, [("signed", json!([])), ("introduced", json!([]))]);
}

#[tokio::test]
async fn investors_are_companies_of_the_register_named_once() {
    let app = TestApp::new().await;
    register(&app, project_in("P-1")).await;
    let spelled = json!({ "investors": [{ "name": "苏州甲 有限公司", "division": "江苏苏州" }] });
    register(&app, with(project_in("P-2"), spelled)).await;
    let found = app.as_bureau().get("/companies?q=苏州甲").await.ok(200);
    assert_eq!(found["total"], 1);
    assert_eq!(found["items"][0]["projects"], 2);
    let id = found["items"][0]["id"].as_str().unwrap();
    let chosen = json!({ "investors": [{ "company_id": id }] });
    register(&app, with(project_in("P-3"), chosen)).await;
    let company = app
        .as_bureau()
        .get(&format!("/companies/{id}"))
        .await
        .ok(200);
    assert_eq!(company["projects"], 3);
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let app = TestApp::new().await;
    let wrong = json!({
        "unit": "火星区", "place": "济南市", "planned_investment": "0",
        "industry": "化工", "signed_on": null,
        "investors": [{ "name": "甲", "division": "320500", "share_bp": 9999 }],
    });
    app.as_bureau()
        .post("/projects", with(project_in("P-1"), wrong))
        .await
        .refused_fields(&[
            ("unit", "orgs.unit_unknown"),
            ("place", "projects.place_outside_city"),
            ("shares", "projects.shares_not_whole"),
            ("signed_on", "projects.contract_incomplete"),
            ("planned_investment", "field.not_positive"),
            ("industry", "projects.industry_malformed"),
        ]);
}

#[tokio::test]
async fn a_code_and_a_contract_number_belong_to_one_project() {
    let app = TestApp::new().await;
    register(&app, project_in("P-1")).await;
    let again = app.as_bureau().post("/projects", project_in("P-1")).await;
    again.refused(409, "projects.code_taken");
    let same_contract = with(project_in("P-2"), json!({ "contract_number": "HT-P-1" }));
    let problem = app
        .as_bureau()
        .post("/projects", same_contract)
        .await
        .refused(409, "projects.contract_number_taken");
    assert_eq!(
        problem["params"],
        json!({ "number": "HT-P-1", "code": "P-1" })
    );
}

#[tokio::test]
async fn a_company_that_is_not_there_cannot_be_chosen() {
    let app = TestApp::new().await;
    let nobody = json!({ "investors": [{ "company_id": "cmp_0000000000001" }] });
    app.as_bureau()
        .post("/projects", with(project_in("P-1"), nobody))
        .await
        .refused(404, "companies.unknown");
}

#[tokio::test]
async fn who_may_not_write_is_refused_and_who_may_not_see_finds_nothing() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let path = format!("/projects/{id}");
    app.nobody()
        .get(&path)
        .await
        .refused(401, "session.required");
    app.as_administrator()
        .get(&path)
        .await
        .refused(403, "session.permission_missing");
    app.as_reader()
        .post("/projects", project_in("P-2"))
        .await
        .refused(403, "session.permission_missing");
    app.as_district("370303").get(&path).await.ok(200);
    app.as_district("370302")
        .get(&path)
        .await
        .refused(404, "projects.unknown");
    app.as_reader().get(&path).await.ok(200);
    recognise(&app, &id, "signed", "2023-06-02").await;
}

#[tokio::test]
async fn the_answer_is_what_is_read_afterwards() {
    let app = TestApp::new().await;
    let bureau = app.as_bureau();
    register(&app, project_in("P-1")).await;
    let found = bureau.get("/companies?q=苏州甲").await.ok(200);
    let chosen = &found["items"][0]["id"];
    for (code, investors) in [
        (
            "P-2",
            json!([{ "name": "苏州甲 有限公司", "division": "江苏苏州" }]),
        ),
        ("P-3", json!([{ "company_id": chosen, "name": "别的写法" }])),
        (
            "P-4",
            json!([{ "name": "南京丁（集团）公司", "division": "320100" }]),
        ),
    ] {
        let body = with(project_in(code), json!({ "investors": investors }));
        let made = bureau.post("/projects", body).await.ok(201);
        let path = format!("/projects/{}", made["id"].as_str().unwrap());
        assert_eq!(made, bureau.get(&path).await.ok(200));
    }
}
