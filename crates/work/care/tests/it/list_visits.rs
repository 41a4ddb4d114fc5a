//! `GET /visits`

use crate::TestApp;
use crate::city::{close_month, company, listed, made, project, texts, visit_in, with};
use serde_json::json;

#[tokio::test]
async fn filters_pages_and_scope_hold() {
    let app = TestApp::new().await;
    let first = company(&app, "甲有限公司").await;
    let second = company(&app, "乙有限公司").await;
    let project = project(&app, "P-1").await;
    made(&app, "/visits", visit_in("H-1", &first)).await;
    let other = json!({
        "unit": "370302", "mode": "online", "purpose": "policy",
        "officer": "护商专员 007", "needs": "招工",
    });
    made(&app, "/visits", with(visit_in("H-2", &second), other)).await;
    close_month(&app, "2023-06").await;
    let late = json!({ "visited_on": "2023-06-01", "project_id": project });
    made(&app, "/visits", with(visit_in("H-3", &first), late)).await;
    let codes = |query: String| {
        let app = &app;
        async move { listed(app, &format!("/visits{query}"), "code").await }
    };
    assert_eq!(codes(String::new()).await, ["H-2", "H-1", "H-3"]);
    for (query, wanted) in [
        ("?month=2023-07", "H-3"),
        ("?unit=370302", "H-2"),
        ("?mode=online", "H-2"),
        ("?purpose=policy", "H-2"),
        ("?officer=护商专员%20007", "H-2"),
        ("?q=招工", "H-2"),
        ("?q=h-1", "H-1"),
        ("?q=乙有限公司", "H-2"),
    ] {
        assert_eq!(codes(query.to_owned()).await, [wanted], "{query}");
    }
    assert_eq!(codes(format!("?company={first}")).await, ["H-1", "H-3"]);
    assert_eq!(codes(format!("?project={project}")).await, ["H-3"]);
    let page = app.as_bureau().get("/visits?limit=2").await.ok(200);
    let next = page["next"].as_str().unwrap().replace('~', "%7E");
    assert_eq!(codes(format!("?limit=2&after={next}")).await, ["H-3"]);
    let wrong = app.as_bureau().get("/visits?after=x").await;
    wrong.refused(422, "visits.wrong_cursor");
    let district = app.as_district("370302").get("/visits").await.ok(200);
    assert_eq!(texts(&district, "code"), ["H-2"]);
}
