//! `POST /visits`

use crate::TestApp;
use crate::city::{close_month, company, figure, figure_of, made, project, visit_in, with};
use serde_json::json;

#[tokio::test]
async fn a_visit_counts_for_the_city_and_its_unit() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let project = project(&app, "P-1").await;
    let both = json!({ "project_id": project });
    let visit = made(&app, "/visits", with(visit_in(" Ｈ-1 ", &id), both)).await;
    assert_eq!(visit["code"], "H-1");
    assert_eq!(visit["company"]["name"], "甲有限公司");
    assert_eq!(visit["project"]["name"], "P-1新材料项目");
    assert_eq!(visit["progress"], "厂房封顶，设备进场");
    assert_eq!(visit["late"], false);
    let elsewhere = json!({ "unit": "370302", "mode": "online", "purpose": "policy" });
    made(&app, "/visits", with(visit_in("H-2", &id), elsewhere)).await;
    assert_eq!(figure(&app, "care_events").await, 2);
    assert_eq!(figure_of(&app, "370303", "care_events", "2023-06").await, 1);
}

#[tokio::test]
async fn a_visit_handed_in_late_counts_in_the_open_month_and_says_so() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    close_month(&app, "2023-06").await;
    let visit = made(&app, "/visits", visit_in("H-1", &id)).await;
    assert_eq!(visit["month"], "2023-07");
    assert_eq!(visit["late"], true);
    assert_eq!(figure(&app, "care_events").await, 0);
    assert_eq!(figure_of(&app, "city", "care_events", "2023-07").await, 1);
}

#[tokio::test]
async fn each_guard_refuses_with_its_own_code() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let body = visit_in("H-1", &id);
    made(&app, "/visits", body.clone()).await;
    for (change, status, code) in [
        (json!({}), 409, "visits.code_taken"),
        (json!({ "company_id": null }), 422, "visits.nobody_visited"),
        (
            json!({ "project_id": "prj_0000000000001" }),
            404,
            "projects.unknown",
        ),
        (
            json!({ "visited_on": "2023-07-01" }),
            422,
            "ledger.date_in_future",
        ),
    ] {
        let body = with(body.clone(), change);
        let answer = app.as_bureau().post("/visits", body).await;
        answer.refused(status, code);
    }
    let blank = json!({
        "code": " ", "unit": "无此区", "officer": "",
        "progress": "长".repeat(501), "needs": "长".repeat(501),
    });
    app.as_bureau()
        .post("/visits", with(body.clone(), blank))
        .await
        .refused_fields(&[
            ("code", "field.empty"),
            ("unit", "orgs.unit_unknown"),
            ("officer", "field.empty"),
            ("progress", "field.too_long"),
            ("needs", "field.too_long"),
        ]);
    let reader = app.as_reader().post("/visits", body).await;
    reader.refused(403, "session.permission_missing");
    assert_eq!(figure(&app, "care_events").await, 1);
}
