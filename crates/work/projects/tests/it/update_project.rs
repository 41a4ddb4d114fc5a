//! `PATCH /projects/{id}`

use crate::TestApp;
use crate::city::{funds_in, project_in, recognise, record, register};
use serde_json::json;

#[tokio::test]
async fn what_nothing_recognised_carries_can_be_changed() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let path = format!("/projects/{id}");
    let change = json!({
        "name": "改名项目", "unit": "370302", "planned_investment": "1.00",
        "exclusion": "real_estate",
        "investors": [{ "name": "北京丙公司", "division": "110101" }],
    });
    let changed = app.as_bureau().patch(&path, change).await.ok(200);
    assert_eq!(changed["name"], "改名项目");
    assert_eq!(changed["unit"]["code"], "370302");
    assert_eq!(changed["investors"][0]["company"]["name"], "北京丙公司");
    assert_eq!(changed["exclusion"], "real_estate");
    let cleared = app
        .as_bureau()
        .patch(&path, json!({ "exclusion": null }))
        .await
        .ok(200);
    assert_eq!(cleared["exclusion"], json!(null));
    assert_eq!(cleared["name"], "改名项目");
    let left = app.as_bureau().get("/companies?q=苏州甲").await.ok(200);
    assert_eq!(left["items"][0]["projects"], 0);
    let found = app.as_bureau().get("/projects?q=北京丙").await.ok(200);
    assert_eq!(found["total"], 1);
}

#[tokio::test]
async fn what_a_signing_carries_is_refused_with_the_way_to_change_it() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    recognise(&app, &id, "signed", "2023-06-02").await;
    let path = format!("/projects/{id}");
    for (change, code) in [
        (
            json!({ "planned_investment": "3.00" }),
            "projects.planned_is_recognised",
        ),
        (json!({ "unit": "370302" }), "projects.credit_is_recognised"),
        (json!({ "contract_number": "HT-9" }), "projects.frozen"),
        (json!({ "signed_on": "2023-06-03" }), "projects.frozen"),
        (
            json!({ "investors": [{ "name": "北京丙公司", "division": "110101" }] }),
            "projects.frozen",
        ),
    ] {
        app.as_bureau()
            .patch(&path, change)
            .await
            .refused(409, code);
    }
    let same = json!({ "planned_investment": "200000000.00", "chain": "新材料" });
    let changed = app.as_bureau().patch(&path, same).await.ok(200);
    assert_eq!(changed["chain"], "新材料");
}

#[tokio::test]
async fn funds_freeze_the_date_of_the_contract() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    record(&app, funds_in(&id, "PZ-1")).await;
    let problem = app
        .as_bureau()
        .patch(
            &format!("/projects/{id}"),
            json!({ "signed_on": "2023-06-20" }),
        )
        .await
        .refused(409, "projects.frozen");
    assert_eq!(
        problem["params"],
        json!({ "field": "signed_on", "by": "funds" })
    );
}

#[tokio::test]
async fn another_projects_contract_number_cannot_be_taken_over() {
    let app = TestApp::new().await;
    register(&app, project_in("P-1")).await;
    let second = register(&app, project_in("P-2")).await;
    let change = json!({ "contract_number": "HT-P-1" });
    app.as_bureau()
        .patch(&format!("/projects/{second}"), change)
        .await
        .refused(409, "projects.contract_number_taken");
}
