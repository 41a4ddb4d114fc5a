//! `POST /projects/{id}/amendments`

use crate::TestApp;
use crate::city::{figure, funds_in, project_in, recognise, record, register, with};
use serde_json::json;

#[tokio::test]
async fn an_amendment_changes_the_plan_and_the_figures_that_carry_it() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    recognise(&app, &id, "introduced", "2023-06-05").await;
    let indicator = "new_projects_over_100m_planned_investment";
    assert_eq!(figure(&app, indicator, "2023-06").await, 20_000_000_000);
    let body = json!({
        "planned_investment": "300000000.00", "on": "2023-06-15", "reason": "增资扩产",
    });
    let path = format!("/projects/{id}/amendments");
    let amended = app.as_bureau().post(&path, body).await.ok(201);
    assert_eq!(amended["planned_investment"], "300000000.00");
    let amendment = &amended["amendments"][0];
    assert_eq!(amendment["from"], "200000000.00");
    assert_eq!(amendment["to"], "300000000.00");
    assert_eq!(amendment["fact_seq"], 2);
    assert_eq!(figure(&app, indicator, "2023-06").await, 30_000_000_000);
}

#[tokio::test]
async fn a_plan_below_what_has_arrived_is_refused_and_a_higher_one_lets_more_arrive() {
    let app = TestApp::new().await;
    let small = json!({ "planned_investment": "15000000.00" });
    let id = register(&app, with(project_in("P-1"), small)).await;
    record(&app, funds_in(&id, "PZ-1")).await;
    let path = format!("/projects/{id}/amendments");
    let amend = |planned: &str| json!({ "planned_investment": planned, "on": "2023-06-15", "reason": "调整" });
    let bureau = app.as_bureau();
    let problem = bureau
        .post(&path, amend("9999999.99"))
        .await
        .refused(409, "projects.plan_below_arrived");
    assert_eq!(problem["params"]["arrived"], "10000000.00");
    let above = bureau.post("/funds", funds_in(&id, "PZ-2")).await;
    above.refused(409, "funds.above_plan");
    bureau.post(&path, amend("20000000.00")).await.ok(201);
    bureau.post("/funds", funds_in(&id, "PZ-2")).await.ok(201);
}

#[tokio::test]
async fn a_plan_that_is_no_change_or_has_no_reason_is_refused() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let path = format!("/projects/{id}/amendments");
    let body = |planned: &str, on: &str, reason: &str| json!({ "planned_investment": planned, "on": on, "reason": reason });
    for (body, status, code) in [
        (
            body("200000000.00", "2023-06-15", "调整"),
            409,
            "projects.plan_unchanged",
        ),
        (
            body("0", "2023-06-15", "调整"),
            422,
            "projects.plan_not_positive",
        ),
        (body("1.00", "2023-06-15", ""), 422, "projects.no_reason"),
        (
            body("1.00", "2023-07-15", "调整"),
            422,
            "ledger.date_in_future",
        ),
    ] {
        app.as_bureau()
            .post(&path, body)
            .await
            .refused(status, code);
    }
}
