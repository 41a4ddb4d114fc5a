//! `POST /visits/{id}/reversal`

use crate::TestApp;
use crate::city::{company, figure, id_of, made, problem_in, visit_in, with};
use serde_json::json;

#[tokio::test]
async fn a_visit_taken_back_counts_no_longer_and_frees_its_code() {
    let app = TestApp::new().await;
    let body = visit_in("H-1", &company(&app, "甲有限公司").await);
    let visit = made(&app, "/visits", body.clone()).await;
    let path = format!("/visits/{}/reversal", id_of(&visit));
    let silent = app.as_bureau().post(&path, json!({ "reason": "" })).await;
    silent.refused(422, "visits.no_reason");
    let reason = json!({ "reason": "未成行" });
    let taken = app.as_bureau().post(&path, reason.clone()).await.ok(200);
    assert_eq!(taken["reversed"], true);
    assert_eq!(taken["reversal_reason"], "未成行");
    assert_eq!(figure(&app, "care_events").await, 0);
    let again = app.as_bureau().post(&path, reason).await;
    again.refused(409, "visits.already_reversed");
    made(&app, "/visits", body).await;
    assert_eq!(figure(&app, "care_events").await, 1);
}

#[tokio::test]
async fn a_visit_that_problems_came_from_stays() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let visit = made(&app, "/visits", visit_in("H-1", &id)).await;
    let from = json!({ "visit_id": id_of(&visit) });
    made(&app, "/problems", with(problem_in("W-1", &id), from)).await;
    let path = format!("/visits/{}/reversal", id_of(&visit));
    let body = json!({ "reason": "未成行" });
    let refused = app.as_bureau().post(&path, body).await;
    let problem = refused.refused(409, "visits.referred_to");
    assert_eq!(problem["params"], json!({ "problems": 1 }));
    assert_eq!(figure(&app, "care_events").await, 1);
}
