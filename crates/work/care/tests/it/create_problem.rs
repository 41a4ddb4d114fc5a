//! `POST /problems`

use crate::TestApp;
use crate::city::{company, figure, id_of, made, problem_in, solution_in, visit_in, with};
use serde_json::json;

#[tokio::test]
async fn an_open_problem_counts_nothing_and_a_solved_one_does() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let visit = made(&app, "/visits", visit_in("H-1", &id)).await;
    let from = json!({ "visit_id": id_of(&visit) });
    let open = made(&app, "/problems", with(problem_in("W-1", &id), from)).await;
    assert_eq!(open["solution"], json!(null));
    assert_eq!(open["visit"]["code"], "H-1");
    assert_eq!(open["category"], "power_supply");
    assert_eq!(figure(&app, "care_problems_solved").await, 0);
    let body = with(problem_in("W-2", &id), json!({ "solution": solution_in() }));
    let solved = made(&app, "/problems", body).await;
    assert_eq!(solved["solution"]["solved_on"], "2023-06-09");
    assert_eq!(solved["solution"]["solution"], "已增容一台变压器");
    assert_eq!(figure(&app, "care_problems_solved").await, 1);
}

#[tokio::test]
async fn each_guard_refuses_with_its_own_code() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let body = problem_in("W-1", &id);
    made(&app, "/problems", body.clone()).await;
    let early = json!({ "solved_on": "2023-06-06", "solution": "已解决" });
    for (change, status, code) in [
        (json!({}), 409, "problems.code_taken"),
        (
            json!({ "company_id": null }),
            422,
            "problems.nobody_affected",
        ),
        (
            json!({ "visit_id": "vis_0000000000001" }),
            404,
            "visits.unknown",
        ),
        (
            json!({ "raised_on": "2023-07-01" }),
            422,
            "ledger.date_in_future",
        ),
        (
            json!({ "code": "W-2", "solution": early }),
            409,
            "problems.solved_before_raised",
        ),
    ] {
        let code_of_its_own = with(json!({ "code": "W-2" }), change.clone());
        let is_taken = code == "problems.code_taken";
        let change = if is_taken { change } else { code_of_its_own };
        let body = with(body.clone(), change);
        let answer = app.as_bureau().post("/problems", body).await;
        answer.refused(status, code);
    }
    let blank = json!({
        "code": "", "unit": "无此区", "description": " ",
        "solution": { "solved_on": "2023-06-09", "solution": "" },
    });
    app.as_bureau()
        .post("/problems", with(body.clone(), blank))
        .await
        .refused_fields(&[
            ("code", "field.empty"),
            ("unit", "orgs.unit_unknown"),
            ("description", "field.empty"),
            ("solution", "field.empty"),
        ]);
    let district = app.as_district("370303").post("/problems", body).await;
    district.refused(403, "session.permission_missing");
    assert_eq!(listed_total(&app).await, 1);
}

async fn listed_total(app: &TestApp) -> i64 {
    let found = app.as_bureau().get("/problems").await.ok(200);
    found["total"].as_i64().unwrap()
}
