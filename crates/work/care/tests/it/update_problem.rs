//! `PATCH /problems/{id}`

use crate::TestApp;
use crate::city::{company, figure_of, id_of, made, problem_in, solution_in, visit_in};
use serde_json::json;

#[tokio::test]
async fn an_open_problem_changes_whole_and_a_solved_one_keeps_what_counts() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let visit = made(&app, "/visits", visit_in("H-1", &id)).await;
    let problem = made(&app, "/problems", problem_in("W-1", &id)).await;
    let path = format!("/problems/{}", id_of(&problem));
    let patch = |body| {
        let (app, path) = (&app, path.clone());
        async move { app.as_bureau().patch(&path, body).await }
    };
    patch(json!({ "solution": "已解决" }))
        .await
        .refused(409, "problems.not_solved");
    let change = json!({
        "category": "heritage", "unit": "370302", "raised_on": "2023-06-08",
        "description": "地块未勘探", "visit_id": id_of(&visit),
    });
    let changed = patch(change).await.ok(200);
    assert_eq!(changed["category"], "heritage");
    assert_eq!(changed["visit"]["code"], "H-1");
    let solve = format!("{path}/solution");
    app.as_bureau().post(&solve, solution_in()).await.ok(200);
    for (change, code) in [
        (json!({ "category": "other" }), "problems.frozen"),
        (json!({ "unit": "370303" }), "problems.frozen"),
        (
            json!({ "raised_on": "2023-06-10" }),
            "problems.solved_before_raised",
        ),
    ] {
        patch(change).await.refused(409, code);
    }
    let nobody = patch(json!({ "company_id": null })).await;
    nobody.refused(422, "problems.nobody_affected");
    let change = json!({ "solution": "勘探完毕", "visit_id": null, "raised_on": "2023-06-09" });
    patch(change).await.ok(200);
    let found = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(found["solution"]["solution"], "勘探完毕");
    assert_eq!(found["visit"], json!(null));
    let unit = figure_of(&app, "370302", "care_problems_solved", "2023-06").await;
    assert_eq!(unit, 1);
}
