//! `POST /opportunities/{id}/close`

use crate::TestApp;
use crate::city::{create, figure, opportunity_in, project_in, publish};
use serde_json::json;

#[tokio::test]
async fn a_matched_opportunity_leaves_the_stock_and_names_its_project() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    publish(&app, &id, "选择淄博", "2023-06-10").await;
    create(&app, "/projects", project_in("P-1")).await;
    let path = format!("/opportunities/{id}/close");
    let body = json!({ "closed_on": "2023-06-20", "outcome": "matched", "project": "P-1" });
    let closed = app.as_bureau().post(&path, body.clone()).await.ok(200);
    assert_eq!(
        (
            &closed["outcome"],
            &closed["closed_on"],
            &closed["project"]["code"]
        ),
        (&json!("matched"), &json!("2023-06-20"), &json!("P-1"))
    );
    assert_eq!(figure(&app, "reserve_projects").await, 0);
    assert_eq!(figure(&app, "published_reserve_projects").await, 0);
    let again = app.as_bureau().post(&path, body).await;
    again.refused(409, "opportunities.closed");
}

#[tokio::test]
async fn outcomes_name_a_project_or_none_and_days_follow_one_another() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    publish(&app, &id, "选择淄博", "2023-06-10").await;
    create(&app, "/projects", project_in("P-1")).await;
    let path = format!("/opportunities/{id}/close");
    let refusals = [
        (
            "2023-06-20",
            "matched",
            None,
            422,
            "opportunities.no_project",
        ),
        (
            "2023-06-20",
            "matched",
            Some("P-9"),
            404,
            "projects.unknown",
        ),
        (
            "2023-06-20",
            "withdrawn",
            Some("P-1"),
            422,
            "opportunities.project_not_matched",
        ),
        (
            "2023-06-09",
            "withdrawn",
            None,
            409,
            "opportunities.published_later",
        ),
        (
            "2023-06-01",
            "withdrawn",
            None,
            422,
            "opportunities.before_reserved",
        ),
        (
            "2023-07-04",
            "withdrawn",
            None,
            422,
            "ledger.date_in_future",
        ),
    ];
    for (day, outcome, project, status, code) in refusals {
        let body = json!({ "closed_on": day, "outcome": outcome, "project": project });
        app.as_bureau()
            .post(&path, body)
            .await
            .refused(status, code);
    }
    assert_eq!(figure(&app, "reserve_projects").await, 1);
}
