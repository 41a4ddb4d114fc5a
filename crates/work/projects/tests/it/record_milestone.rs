//! `POST /projects/{id}/milestones`

use crate::TestApp;
use crate::city::{close_month, figure, project_in, recognise, register, with};
use serde_json::{Value, json};

async fn refused(app: &TestApp, id: &str, kind: &str, day: &str, code: &str) -> Value {
    let body = json!({ "kind": kind, "occurred_on": day });
    let path = format!("/projects/{id}/milestones");
    app.as_bureau().post(&path, body).await.refused(409, code)
}

#[tokio::test]
async fn a_recognised_milestone_is_a_fact_and_moves_the_stage() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    recognise(&app, &id, "signed", "2023-06-02").await;
    let body = json!({ "kind": "started", "occurred_on": "2023-06-20", "evidence": "施许-1" });
    let path = format!("/projects/{id}/milestones");
    let started = app.as_bureau().post(&path, body).await.ok(201);
    assert_eq!(started["stage"], "started");
    assert_eq!(started["started_on"], "2023-06-20");
    let milestone = &started["milestones"][1];
    assert_eq!(milestone["kind"], "started");
    assert_eq!(milestone["evidence"], "施许-1");
    assert_eq!(milestone["month"], "2023-06");
    assert_eq!(milestone["fact_seq"], 2);
    assert_eq!(figure(&app, "newly_started_projects", "2023-06").await, 1);
    let listed = app.as_bureau().get("/projects?stage=started").await.ok(200);
    assert_eq!(listed["items"][0]["started_on"], "2023-06-20");
}

#[tokio::test]
async fn an_introduction_counts_in_its_month_and_names_what_is_missing() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let introduced = recognise(&app, &id, "introduced", "2023-06-08").await;
    assert_eq!(introduced["introduced_month"], "2023-06");
    assert_eq!(introduced["stage"], "signed");
    assert_eq!(figure(&app, "new_projects_over_100m", "2023-06").await, 1);
    let small = with(
        project_in("P-2"),
        json!({ "planned_investment": "99999999.99", "filing_code": null }),
    );
    let small = register(&app, small).await;
    let code = "projects.not_introducible";
    let problem = refused(&app, &small, "introduced", "2023-06-08", code).await;
    let missing = json!(["planned_100m", "company_or_filing"]);
    assert_eq!(problem["params"]["missing"], missing);
}

#[tokio::test]
async fn each_guard_refuses_with_its_own_code() {
    let app = TestApp::new().await;
    let framework = json!({ "contract_kind": "framework", "filing_code": null });
    let id = register(&app, with(project_in("P-1"), framework)).await;
    let day = "2023-06-10";
    refused(&app, &id, "started", day, "projects.start_needs_signing").await;
    refused(
        &app,
        &id,
        "signed",
        day,
        "projects.signing_needs_formal_contract",
    )
    .await;
    refused(
        &app,
        &id,
        "landed",
        day,
        "projects.landing_needs_registration",
    )
    .await;
    refused(&app, &id, "at_capacity", day, "projects.step_missing").await;
    refused(&app, &id, "resumed", day, "projects.not_suspended").await;
    recognise(&app, &id, "intended", day).await;
    refused(
        &app,
        &id,
        "intended",
        day,
        "projects.milestone_already_recognised",
    )
    .await;
    recognise(&app, &id, "suspended", day).await;
    refused(&app, &id, "suspended", day, "projects.suspended").await;
    recognise(&app, &id, "terminated", day).await;
    refused(&app, &id, "witnessed", "2023-06-11", "projects.ended").await;
    let late = register(&app, project_in("P-2")).await;
    recognise(&app, &late, "signed", day).await;
    refused(
        &app,
        &late,
        "started",
        "2023-06-09",
        "projects.before_earlier_step",
    )
    .await;
}

#[tokio::test]
async fn a_day_after_the_open_month_is_refused_and_one_before_the_books_is_an_opening() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let path = format!("/projects/{id}/milestones");
    let future = json!({ "kind": "intended", "occurred_on": "2023-07-01" });
    let problem = app
        .as_bureau()
        .post(&path, future)
        .await
        .refused(422, "ledger.date_in_future");
    assert_eq!(problem["params"]["latest"], "2023-06-30");
    let before = recognise(&app, &id, "witnessed", "2022-11-11").await;
    assert_eq!(before["milestones"][0]["opening"], true);
    assert_eq!(figure(&app, "witnessed_projects", "2023-06").await, 1);
}

#[tokio::test]
async fn what_comes_after_its_month_was_closed_goes_into_the_open_one() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    recognise(&app, &id, "signed", "2023-06-02").await;
    close_month(&app, "2023-06").await;
    let late = recognise(&app, &id, "started", "2023-06-20").await;
    assert_eq!(late["milestones"][1]["month"], "2023-07");
    assert_eq!(late["milestones"][1]["occurred_on"], "2023-06-20");
    assert_eq!(figure(&app, "newly_started_projects", "2023-06").await, 0);
    assert_eq!(figure(&app, "newly_started_projects", "2023-07").await, 1);
}
