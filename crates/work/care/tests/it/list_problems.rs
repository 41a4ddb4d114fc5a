//! `GET /problems`

use crate::TestApp;
use crate::city::{company, listed, made, problem_in, project, solution_in, texts, with};
use serde_json::json;

#[tokio::test]
async fn filters_pages_and_scope_hold() {
    let app = TestApp::new().await;
    let first = company(&app, "甲有限公司").await;
    let second = company(&app, "乙有限公司").await;
    let project = project(&app, "P-1").await;
    made(&app, "/problems", problem_in("W-1", &first)).await;
    let other = json!({
        "unit": "370302", "category": "housing", "raised_on": "2023-06-08",
        "description": "缺少宿舍", "solution": solution_in(),
    });
    made(&app, "/problems", with(problem_in("W-2", &second), other)).await;
    let early = json!({ "raised_on": "2023-06-01", "project_id": project });
    made(&app, "/problems", with(problem_in("W-3", &first), early)).await;
    let codes = |query: String| {
        let app = &app;
        async move { listed(app, &format!("/problems{query}"), "code").await }
    };
    assert_eq!(codes(String::new()).await, ["W-2", "W-1", "W-3"]);
    assert_eq!(codes("?solved=false".to_owned()).await, ["W-1", "W-3"]);
    for query in [
        "?solved=true",
        "?unit=370302",
        "?category=housing",
        "?q=宿舍",
        "?q=变压器&solved=true",
        "?q=乙有限",
    ] {
        assert_eq!(codes(query.to_owned()).await, ["W-2"], "{query}");
    }
    assert_eq!(codes(format!("?company={first}")).await, ["W-1", "W-3"]);
    assert_eq!(codes(format!("?project={project}")).await, ["W-3"]);
    let page = app.as_bureau().get("/problems?limit=2").await.ok(200);
    let next = page["next"].as_str().unwrap().replace('~', "%7E");
    assert_eq!(codes(format!("?limit=2&after={next}")).await, ["W-3"]);
    let wrong = app.as_bureau().get("/problems?after=x").await;
    wrong.refused(422, "problems.wrong_cursor");
    let district = app.as_district("370302").get("/problems").await.ok(200);
    assert_eq!(texts(&district, "code"), ["W-2"]);
}
