//! `POST /projects/{id}/milestones/{milestone_id}/reversal`

use crate::TestApp;
use crate::city::{figure, project_in, recognise, register};
use serde_json::{Value, json};

fn path(id: &str, project: &Value, n: usize) -> String {
    let milestone = project["milestones"][n]["id"].as_str().unwrap();
    format!("/projects/{id}/milestones/{milestone}/reversal")
}

#[tokio::test]
async fn a_milestone_taken_back_leaves_its_figures_and_frees_what_it_froze() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    recognise(&app, &id, "signed", "2023-06-02").await;
    let started = recognise(&app, &id, "started", "2023-06-20").await;
    let reason = json!({ "reason": "认定有误" });
    let needed = app
        .as_bureau()
        .post(&path(&id, &started, 0), reason.clone())
        .await;
    let problem = needed.refused(409, "projects.milestone_needed");
    assert_eq!(problem["params"]["milestone"], "started");
    let back = app
        .as_bureau()
        .post(&path(&id, &started, 1), reason.clone())
        .await
        .ok(200);
    assert_eq!(back["stage"], "signed");
    assert_eq!(back["started_on"], json!(null));
    assert_eq!(figure(&app, "newly_started_projects", "2023-06").await, 0);
    let again = app
        .as_bureau()
        .post(&path(&id, &started, 1), reason.clone())
        .await;
    again.refused(404, "projects.milestone_unknown");
    app.as_bureau()
        .post(&path(&id, &started, 0), reason)
        .await
        .ok(200);
    let change = json!({ "contract_number": "HT-9" });
    let patched = app
        .as_bureau()
        .patch(&format!("/projects/{id}"), change)
        .await;
    assert_eq!(patched.ok(200)["contract_number"], "HT-9");
}

#[tokio::test]
async fn a_reason_is_needed() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let signed = recognise(&app, &id, "signed", "2023-06-02").await;
    app.as_bureau()
        .post(&path(&id, &signed, 0), json!({ "reason": " " }))
        .await
        .refused(422, "projects.no_reason");
}
