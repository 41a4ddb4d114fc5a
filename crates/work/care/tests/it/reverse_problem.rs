//! `POST /problems/{id}/reversal`

use crate::TestApp;
use crate::city::{company, figure, id_of, made, problem_in, solution_in, with};
use serde_json::json;

#[tokio::test]
async fn a_problem_whose_solution_is_taken_back_is_open_and_can_be_solved_again() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let body = with(problem_in("W-1", &id), json!({ "solution": solution_in() }));
    let problem = made(&app, "/problems", body).await;
    let path = format!("/problems/{}", id_of(&problem));
    let reversal = format!("{path}/reversal");
    let empty = json!({ "reason": "" });
    let silent = app.as_bureau().post(&reversal, empty).await;
    silent.refused(422, "problems.no_reason");
    let reason = json!({ "reason": "企业反映未解决" });
    let open = app
        .as_bureau()
        .post(&reversal, reason.clone())
        .await
        .ok(200);
    assert_eq!(open["solution"], json!(null));
    assert_eq!(figure(&app, "care_problems_solved").await, 0);
    let again = app.as_bureau().post(&reversal, reason).await;
    again.refused(409, "problems.not_solved");
    let solution = with(solution_in(), json!({ "solution": "另拉专线" }));
    let path = format!("{path}/solution");
    let solved = app.as_bureau().post(&path, solution).await.ok(200);
    assert_eq!(solved["solution"]["solution"], "另拉专线");
    assert_eq!(figure(&app, "care_problems_solved").await, 1);
}
