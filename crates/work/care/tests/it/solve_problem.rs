//! `POST /problems/{id}/solution`

use crate::TestApp;
use crate::city::{company, figure, figure_of, id_of, made, problem_in, solution_in, with};
use serde_json::json;

#[tokio::test]
async fn a_solved_problem_counts_for_its_unit_once() {
    let app = TestApp::new().await;
    let body = problem_in("W-1", &company(&app, "甲有限公司").await);
    let problem = made(&app, "/problems", body).await;
    let path = format!("/problems/{}/solution", id_of(&problem));
    let solved = app.as_bureau().post(&path, solution_in()).await.ok(200);
    assert_eq!(solved["solution"]["month"], "2023-06");
    assert_eq!(figure(&app, "care_problems_solved").await, 1);
    let unit = figure_of(&app, "370303", "care_problems_solved", "2023-06").await;
    assert_eq!(unit, 1);
    let again = app.as_bureau().post(&path, solution_in()).await;
    let refused = again.refused(409, "problems.already_solved");
    assert_eq!(refused["params"], json!({ "solved_on": "2023-06-09" }));
}

#[tokio::test]
async fn a_solution_comes_after_the_problem_not_tomorrow_and_says_how() {
    let app = TestApp::new().await;
    let body = problem_in("W-1", &company(&app, "甲有限公司").await);
    let problem = made(&app, "/problems", body).await;
    let path = format!("/problems/{}/solution", id_of(&problem));
    for (day, status, code) in [
        ("2023-06-06", 409, "problems.solved_before_raised"),
        ("2023-07-01", 422, "ledger.date_in_future"),
    ] {
        let body = with(solution_in(), json!({ "solved_on": day }));
        let answer = app.as_bureau().post(&path, body).await;
        answer.refused(status, code);
    }
    let body = with(solution_in(), json!({ "solution": " " }));
    let silent = app.as_bureau().post(&path, body).await;
    silent.refused_fields(&[("solution", "field.empty")]);
    let reader = app.as_reader().post(&path, solution_in()).await;
    reader.refused(403, "session.permission_missing");
    assert_eq!(figure(&app, "care_problems_solved").await, 0);
}
