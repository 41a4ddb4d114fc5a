//! `POST /rosters`

use crate::TestApp;
use crate::city::{company, figure, figure_of, made, project, roster_in, with};
use serde_json::json;

#[tokio::test]
async fn companies_and_projects_count_once_for_the_city_and_for_their_unit() {
    let app = TestApp::new().await;
    let (first, second) = (
        company(&app, "甲有限公司").await,
        company(&app, "乙有限公司").await,
    );
    let project = project(&app, "P-1").await;
    let entry = made(&app, "/rosters", roster_in(&first)).await;
    assert_eq!(entry["company"]["name"], "甲有限公司");
    assert_eq!(entry["project"], json!(null));
    assert_eq!(entry["unit"]["name"], "张店区");
    assert_eq!(entry["month"], "2023-06");
    assert_eq!(entry["released_on"], json!(null));
    let elsewhere = with(roster_in(&second), json!({ "unit": "淄川区" }));
    made(&app, "/rosters", elsewhere).await;
    let of_project = json!({ "company_id": null, "project_id": project });
    let entry = made(&app, "/rosters", with(roster_in(&first), of_project)).await;
    assert_eq!(entry["project"]["code"], "P-1");
    assert_eq!(figure(&app, "care_companies").await, 2);
    assert_eq!(figure(&app, "care_projects").await, 1);
    assert_eq!(
        figure_of(&app, "370302", "care_companies", "2023-06").await,
        1
    );
}

#[tokio::test]
async fn each_guard_refuses_with_its_own_code() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let project = project(&app, "P-1").await;
    let body = roster_in(&id);
    made(&app, "/rosters", body.clone()).await;
    for (change, status, code) in [
        (json!({}), 409, "rosters.already_enrolled"),
        (json!({ "project_id": project }), 422, "rosters.one_party"),
        (json!({ "company_id": null }), 422, "rosters.one_party"),
        (
            json!({ "company_id": "cmp_0000000000001" }),
            404,
            "companies.unknown",
        ),
        (
            json!({ "company_id": null, "project_id": "prj_0000000000001" }),
            404,
            "projects.unknown",
        ),
        (
            json!({ "enrolled_on": "2023-07-01" }),
            422,
            "ledger.date_in_future",
        ),
    ] {
        let body = with(body.clone(), change);
        let answer = app.as_bureau().post("/rosters", body).await;
        answer.refused(status, code);
    }
    let blank = json!({ "unit": "无此区", "rule": " ", "officer": "长".repeat(65) });
    app.as_bureau()
        .post("/rosters", with(body, blank))
        .await
        .refused_fields(&[
            ("unit", "orgs.unit_unknown"),
            ("rule", "field.empty"),
            ("officer", "field.too_long"),
        ]);
    assert_eq!(figure(&app, "care_companies").await, 1);
}

#[tokio::test]
async fn only_who_may_write_enrols() {
    let app = TestApp::new().await;
    let body = roster_in(&company(&app, "甲有限公司").await);
    let district = app.as_district("370303");
    let answer = district.post("/rosters", body.clone()).await;
    answer.refused(403, "session.permission_missing");
    let nobody = app.nobody().post("/rosters", body).await;
    nobody.refused(401, "session.required");
}
